/** What all writers share: the files they make. */
@NullMarked
package io.streamspec.write;

import org.jspecify.annotations.NullMarked;
