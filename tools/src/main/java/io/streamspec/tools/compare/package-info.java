/** What differs between two streams in meaning: fields by their names, pages by their numbers. */
@NullMarked
package io.streamspec.tools.compare;

import org.jspecify.annotations.NullMarked;
