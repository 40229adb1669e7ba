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
        /** Paragraphs, lists, quotes and footnotes as they stand; pandoc markup. */
        record Prose(String text, Span span) implements Content {}

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

        /** Layout rules, as written. */
        record Rules(String text, Span span) implements Content {}

        /** A listing that is neither diagram nor rules. */
        record Listing(String info, String text, Span span) implements Content {}

        /** A page break for print. */
        record PageBreak(Span span) implements Content {}
    }
}
