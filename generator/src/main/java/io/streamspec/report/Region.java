package io.streamspec.report;

import io.streamspec.source.Span;

/** A part of a document by lines and columns (from 1, columns in code points); the end is the first place behind it. */
record Region(int line, int column, int endLine, int endColumn) {

    static Region of(Span span) {
        int endLine = span.source().lineOf(span.end());
        return new Region(span.line(), span.column(), endLine, span.source().columnOf(span.end()));
    }
}
