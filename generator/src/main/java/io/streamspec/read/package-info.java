/**
 * What the page says: grammars turn a document's text into blocks, diagrams, tables and rules, with positions and
 * with the words of the document. ANTLR's types stop here; no meaning is given yet.
 */
@NullMarked
package io.streamspec.read;

import org.jspecify.annotations.NullMarked;
