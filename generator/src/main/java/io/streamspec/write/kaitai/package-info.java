/** Writes the model as Kaitai Struct, whose compiler makes readers in a dozen languages of it. */
@NullMarked
package io.streamspec.write.kaitai;

import org.jspecify.annotations.NullMarked;
