package io.streamspec.model;

import io.streamspec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A heading and what stands under it, up to the next heading.
 *
 * @param level 1 to 6; 0 for what stands before the first heading
 * @param anchor an id that no other section has, made of the title: {@code image-header}
 */
public record Section(int level, String title, String anchor, List<Content> contents, Span span) {

    public Section {
        contents = List.copyOf(contents);
    }

    /** A part of a section. */
    public sealed interface Content {
        /** Paragraphs, lists, quotes and footnotes; pandoc markup, of which {@code wordings} were taken out. */
        record Prose(String text, List<Wording> wordings, Span span) implements Content {
            public Prose {
                wordings = List.copyOf(wordings);
            }

            /** Where the document has the part of the text from {@code start} up to, not including, {@code end}. */
            public Span place(int start, int end) {
                return span.source().span(span.start() + raw(start, false), span.start() + raw(end, true));
            }

            /** The place that a place of the text has with all marks; marks that an end touches are not part of it. */
            private int raw(int at, boolean isEnd) {
                int raw = at;
                for (Wording wording : wordings) {
                    int marks = wording.span().end() - wording.span().start() - (wording.end() - wording.start());
                    boolean opened = isEnd ? wording.start() < at : wording.start() <= at;
                    boolean closed = isEnd ? wording.end() < at : wording.end() <= at;
                    raw += (opened ? 1 : 0) + (closed ? marks - 1 : 0);
                }
                return Math.min(raw, span.end() - span.start());
            }
        }

        /** Where the diagram of a structure stands; records of one layout share a diagram. */
        record Diagram(List<String> structures, int octetsPerRow, Span span) implements Content {
            public Diagram {
                structures = List.copyOf(structures);
            }
        }

        /** Where the table of fields of a structure stands. */
        record FieldTable(List<String> structures, List<String> header, Span span) implements Content {
            public FieldTable {
                structures = List.copyOf(structures);
                header = List.copyOf(header);
            }
        }

        /** Where a table of values stands. */
        record ValueTable(String enumeration, List<String> header, Optional<String> caption, Span span)
                implements Content {
            public ValueTable {
                header = List.copyOf(header);
            }
        }

        /** Any other table; each cell holds its paragraphs, pandoc markup. */
        record PlainTable(List<String> header, List<List<List<String>>> rows, Optional<String> caption, Span span)
                implements Content {
            public PlainTable {
                header = List.copyOf(header);
                rows = rows.stream().map(List::copyOf).toList();
            }
        }

        /** Layout rules, as written, in the section that draws {@code structures}. */
        record Rules(String text, List<LayoutLine> lines, List<String> structures, Span span) implements Content {
            public Rules {
                lines = List.copyOf(lines);
                structures = List.copyOf(structures);
            }
        }

        /** A listing that is neither diagram nor rules. */
        record Listing(String info, String text, Span span) implements Content {}

        /** A page break for print. */
        record PageBreak(Span span) implements Content {}
    }
}
