/** What generated codecs share: unsigned access, views of variable parts, and record by record input and output. */
@NullMarked
package io.streamspec.runtime;

import org.jspecify.annotations.NullMarked;
