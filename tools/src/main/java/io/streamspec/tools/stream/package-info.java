/** Streams as they are found: what they are, how they are packed, and which streams they hold. */
@NullMarked
package io.streamspec.tools.stream;

import org.jspecify.annotations.NullMarked;
