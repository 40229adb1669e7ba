/** Text with positions, and the diagnostics that point into it. Knows nothing of the dialect. */
@NullMarked
package io.streamspec.source;

import org.jspecify.annotations.NullMarked;
