/** Writes codecs: the model to Java source text, by way of JavaPoet. */
@NullMarked
package io.streamspec.write.java;

import org.jspecify.annotations.NullMarked;
