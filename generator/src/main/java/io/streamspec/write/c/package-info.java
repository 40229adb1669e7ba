/** Writes C headers: layouts with assertions, constants, and functions that read what has no fixed place. */
@NullMarked
package io.streamspec.write.c;

import org.jspecify.annotations.NullMarked;
