/** The command line. */
@NullMarked
package io.streamspec.tools;

import org.jspecify.annotations.NullMarked;
