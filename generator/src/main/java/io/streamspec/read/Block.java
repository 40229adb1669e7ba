package io.streamspec.read;

import io.streamspec.source.Span;
import java.util.List;
import java.util.Optional;

/** One block of a document, with the words of the document and no meaning yet. */
public sealed interface Block {

    /** Where the block stands. */
    Span span();

    /** A setext or ATX heading; level 1 to 6. */
    record Heading(int level, Passage text, Span span) implements Block {}

    /** Paragraphs, lists, quotes and footnotes between two other blocks, exactly as they stand. */
    record Prose(Span span) implements Block {}

    /** A pandoc multiline or simple table, or a pipe table. */
    record Table(List<Passage> header, List<Row> rows, Optional<Passage> caption, Span span) implements Block {
        public Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    /** One row of a table; as many cells as the table has columns. */
    record Row(List<Cell> cells, Span span) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One cell: its paragraphs. A row whose cells are all empty but the last continues the row above it; the
     * reader has joined those, so a cell has several paragraphs where the author left blank lines. An empty cell
     * has none.
     */
    record Cell(List<Passage> paragraphs, Span span) {
        public Cell {
            paragraphs = List.copyOf(paragraphs);
        }

        /** All paragraphs as one text. */
        public String text() {
            return String.join(" ", paragraphs.stream().map(Passage::text).toList());
        }
    }

    /** An octet diagram; the octets a row holds come from its tick row. */
    record Diagram(int octetsPerRow, List<Box> boxes, Span span) implements Block {
        public Diagram {
            boxes = List.copyOf(boxes);
        }
    }

    /**
     * A box of a diagram.
     *
     * @param label what stands in it
     * @param offset the octet its first row starts at, counted from the top of the diagram, if no box of unknown
     *     length stands above it
     * @param octets how many octets are drawn (those of all its rows, where a box is higher than one row)
     * @param openEnded whether {@code ...} under it or in it says that it goes on
     * @param span the label, or where it is empty the inside of the box
     */
    record Box(BoxLabel label, Optional<Long> offset, long octets, boolean openEnded, Span span) {}

    /**
     * What stands in a box.
     *
     */
    sealed interface BoxLabel {
        /** {@code (reserved)}. */
        record Reserved() implements BoxLabel {}

        /** {@code padding (0 to 7 octets)}: zero octets up to an alignment. */
        record Padding(long least, long most) implements BoxLabel {}

        /**
         * A field: {@code count (C)} has an alias; {@code pfn[0]} and {@code p2m_pfn[p2m frame containing pfn S]} an
         * index; {@code param[0].index} an index and a member; {@code uuid (16 octets)} a size.
         */
        record Named(
                String name,
                Optional<String> alias,
                Optional<String> index,
                Optional<String> member,
                Optional<Long> octets)
                implements BoxLabel {}

        /** A box without text: the octets above it go on. */
        record Empty() implements BoxLabel {}
    }

    /** A fenced block of class {@code layout}. */
    record Rules(List<LayoutRule> rules, Span span) implements Block {
        public Rules {
            rules = List.copyOf(rules);
        }
    }

    /** A fenced or indented block that is no diagram. */
    record Listing(String info, String text, Span span) implements Block {}

    /**
     * A comment that keeps diagnostics of its section (or, above the first heading, of the document) from being told:
     * {@code <!-- streamspec allow ID because REASON -->}. Pandoc and its readers do not see it.
     */
    record Silence(List<SilencedId> ids, Passage reason, Span span) implements Block {
        public Silence {
            ids = List.copyOf(ids);
        }
    }

    /** The id of a diagnostic as a {@link Silence} names it. */
    record SilencedId(String name, Span span) {}

    /** {@code \clearpage}, {@code \pagebreak} or {@code \newpage}. */
    record PageBreak(Span span) implements Block {}
}
