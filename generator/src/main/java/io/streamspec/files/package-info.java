/** The only package that touches files: documents in, written files out. */
@NullMarked
package io.streamspec.files;

import org.jspecify.annotations.NullMarked;
