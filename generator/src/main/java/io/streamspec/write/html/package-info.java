/** Writes documentation: the model to HTML pages with diagrams as SVG. */
@NullMarked
package io.streamspec.write.html;

import org.jspecify.annotations.NullMarked;
