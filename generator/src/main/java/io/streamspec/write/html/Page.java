package io.streamspec.write.html;

import java.util.List;
import java.util.Optional;

/**
 * A document's page as its template sees it. Strings are plain text, {@link Html} is markup that was rendered safely.
 *
 * @param entries what can be searched for on it
 */
public record Page(
        String title,
        List<Author> authors,
        Optional<String> revision,
        List<Part> parts,
        List<Footnote> footnotes,
        List<SearchEntry> entries) {

    public Page {
        authors = List.copyOf(authors);
        parts = List.copyOf(parts);
        footnotes = List.copyOf(footnotes);
        entries = List.copyOf(entries);
    }

    /** An author, with an address if the document gives one. */
    public record Author(String name, Optional<String> mail) {}

    /** Markup made by the prose renderer, which lets nothing unescaped through. */
    public record Html(String markup) {}

    /** A section, with the ways to the one before and the one behind it, and the revision that brought it, if known. */
    public record Part(
            int level,
            String title,
            String id,
            List<Piece> pieces,
            Optional<Reference> previous,
            Optional<Reference> next,
            Optional<String> since) {
        public Part {
            pieces = List.copyOf(pieces);
        }

        /** The heading element's level: the page's title is 1. */
        public int headingLevel() {
            return Math.min(6, level + 1);
        }
    }

    /** A footnote, its number, and its text. */
    public record Footnote(int number, String id, Html text) {}

    /** What stands in a section. */
    public sealed interface Piece {
        /** Running text. */
        record Prose(Html text) implements Piece {}

        /** An octet diagram. */
        record Drawing(Diagram diagram) implements Piece {}

        /** The fields of a structure. */
        record Fields(String name, List<FieldRow> rows) implements Piece {
            public Fields {
                rows = List.copyOf(rows);
            }
        }

        /** Named values, in order, with the ranges kept for later. */
        record Values(String name, Optional<Html> caption, List<ValueRow> rows) implements Piece {
            public Values {
                rows = List.copyOf(rows);
            }
        }

        /** Any other table. */
        record Table(Optional<Html> caption, List<Html> header, List<List<Html>> rows) implements Piece {
            public Table {
                header = List.copyOf(header);
                rows = rows.stream().map(List::copyOf).toList();
            }
        }

        /** Layout rules, as written. */
        record Rules(String text) implements Piece {}

        /** A listing. */
        record Listing(String text) implements Piece {}

        /** A page break for print. */
        record PageBreak() implements Piece {}
    }

    /** A way to a place on the page. */
    public record Reference(String href, String words) {}

    /**
     * A field: its place, width and type in words, description, and its values or bits.
     *
     * @param offset in decimal, or empty where it varies
     * @param hexOffset the same in hexadecimal
     * @param octets its size, or empty where it varies
     * @param byteOrder of its integers, or empty
     * @param others ids of the same field in structures of the same layout
     * @param elsewhere where its values are listed, if not here
     */
    public record FieldRow(
            String id,
            String name,
            String offset,
            String hexOffset,
            String octets,
            String type,
            String byteOrder,
            List<String> others,
            Html description,
            List<ValueRow> values,
            Optional<Reference> elsewhere,
            Optional<String> since,
            List<FieldRow> members) {
        public FieldRow {
            others = List.copyOf(others);
            values = List.copyOf(values);
            members = List.copyOf(members);
        }
    }

    /** A value, bit range or reserved range; {@code target} is the section that a record type leads to, or empty. */
    public record ValueRow(String id, String number, String name, boolean reserved, Html description, String target) {}
}
