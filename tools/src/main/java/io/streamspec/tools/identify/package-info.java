/** Tells what a file is. */
@NullMarked
package io.streamspec.tools.identify;

import org.jspecify.annotations.NullMarked;
