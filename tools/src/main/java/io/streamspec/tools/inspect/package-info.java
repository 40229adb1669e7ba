/** A first look into a stream: its records, one a line. */
@NullMarked
package io.streamspec.tools.inspect;

import org.jspecify.annotations.NullMarked;
