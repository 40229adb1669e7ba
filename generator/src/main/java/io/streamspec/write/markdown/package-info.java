/** Writes specifications as Markdown in GitHub's dialect: prose, redrawn diagrams, tables of fields and values, rules. */
@NullMarked
package io.streamspec.write.markdown;

import org.jspecify.annotations.NullMarked;
