/** Joins what the page says to what it means: blocks and rules in, model and diagnostics out. */
@NullMarked
package io.streamspec.resolve;

import org.jspecify.annotations.NullMarked;
