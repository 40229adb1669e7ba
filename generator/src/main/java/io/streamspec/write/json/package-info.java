/** Writes the model as JSON, the format that other tools build on. */
@NullMarked
package io.streamspec.write.json;

import org.jspecify.annotations.NullMarked;
