/** The canonical form of a document: diagrams drawn and tables ruled anew, everything else as it stands. */
@NullMarked
package io.streamspec.format;

import org.jspecify.annotations.NullMarked;
