/** Formats in which other tools take a specification: one class each, over the writer that makes it. */
@NullMarked
package io.streamspec.export;

import org.jspecify.annotations.NullMarked;
