/** What changed, in meaning, from one revision of a specification to another. */
@NullMarked
package io.streamspec.diff;

import org.jspecify.annotations.NullMarked;
