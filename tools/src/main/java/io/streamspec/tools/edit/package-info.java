/** Reads and changes single fields of streams, takes streams apart and puts them together. */
@NullMarked
package io.streamspec.tools.edit;

import org.jspecify.annotations.NullMarked;
