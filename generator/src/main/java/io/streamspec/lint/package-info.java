/** Looks for what is probably not as meant in a document that can be read: a catalogue of checks, and their silences. */
@NullMarked
package io.streamspec.lint;

import org.jspecify.annotations.NullMarked;
