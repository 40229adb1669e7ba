/** Writes a reader in JavaScript, for pages that show what a stream holds. */
@NullMarked
package io.streamspec.write.js;

import org.jspecify.annotations.NullMarked;
