/** The generator as a library: {@link io.streamspec.Generator} is the whole run on one screen. */
@NullMarked
package io.streamspec;

import org.jspecify.annotations.NullMarked;
