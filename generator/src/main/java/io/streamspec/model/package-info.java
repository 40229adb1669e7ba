/**
 * What the document means: structures, fields, enumerations, records and streams, with offsets derivable and every
 * node tied to the place in the document it comes from. Immutable; knows neither ANTLR nor any output format.
 */
@NullMarked
package io.streamspec.model;

import org.jspecify.annotations.NullMarked;
