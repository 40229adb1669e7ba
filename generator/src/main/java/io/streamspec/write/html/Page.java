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

    /** The rulers of its drawings. */
    public List<Diagram.Ruler> rulers() {
        return Diagram.rulers(parts.stream()
                .flatMap(part -> part.pieces().stream())
                .filter(Piece.Drawing.class::isInstance)
                .map(piece -> ((Piece.Drawing) piece).diagram()));
    }

    /** An author, with an address if the document gives one. */
    public record Author(String name, Optional<String> mail) {}

    /** Markup made by the prose renderer, which lets nothing unescaped through. */
    public record Html(String markup) {}

    /** A section, and the revision that brought it, if known. */
    public record Part(int level, String title, String id, List<Piece> pieces, Optional<String> since) {
        public Part {
            pieces = List.copyOf(pieces);
        }

        /** The heading element's level: the page's title is 1. */
        public int headingLevel() {
            return Math.min(6, level + 1);
        }
    }

    /** A footnote, its number, its text, and the ids of the places that refer to it. */
    public record Footnote(int number, String id, Html text, List<String> references) {
        public Footnote {
            references = List.copyOf(references);
        }
    }

    /** A generated class or method and the address of its Javadoc. */
    public record ClassLink(String name, String address) {}

    /** What stands in a section. */
    public interface Piece {
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

        /** A sample of a structure: its octets, each group linked to its field, and the Java that makes it. */
        record Example(String structure, String size, String java, List<OctetGroup> groups) implements Piece {
            public Example {
                groups = List.copyOf(groups);
            }
        }

        /** The generated classes of the structures that the section draws. */
        record Classes(List<ClassLink> links) implements Piece {}

        /** A listing. */
        record Listing(String text) implements Piece {}

        /** A page break for print. */
        record PageBreak() implements Piece {}
    }

    /**
     * Octets that belong together.
     *
     * @param octets in hexadecimal, as far as they are shown; {@code rest} says what follows
     * @param tone the number of the colour, which fields take in turn
     * @param target the field's anchor
     * @param meaning the anchor of the value that is shown, or empty
     */
    public record OctetGroup(
            String offset,
            String octets,
            String rest,
            int tone,
            String target,
            String path,
            String shown,
            String meaning) {
        OctetGroup withoutMeaning() {
            return new OctetGroup(offset, octets, rest, tone, target, path, shown, "");
        }
    }

    /** A way to a place on the page. */
    public record Reference(String href, String words) {}

    /** What a field is, with the way to the structure or the values that it is made of if they are described elsewhere. */
    public record TypeWords(String before, Optional<Reference> link, String after) {}

    /**
     * A field: its place, width and type in words, description, and its values or bits.
     *
     * @param offset in decimal, or empty where it varies
     * @param hexOffset the same in hexadecimal
     * @param octets its size, or empty where it varies
     * @param byteOrder of its integers, or empty
     * @param others ids of the same field in structures of the same layout
     * @param java what reads it in generated code
     */
    public record FieldRow(
            String id,
            String name,
            String offset,
            String hexOffset,
            String octets,
            TypeWords type,
            String byteOrder,
            List<String> others,
            Html description,
            List<ValueRow> values,
            Optional<String> since,
            Optional<ClassLink> java,
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
