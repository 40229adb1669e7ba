package io.streamspec.lint;

import io.streamspec.lint.RunningText.Found;
import io.streamspec.read.Block;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.regex.Pattern;

/** Finds ranges of bits that are not those of the octets that their table is about. */
final class BitsOfOctets implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("bits-of-octets");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "a range of bits is not that of the octets it is about",
                "Eight bits make an octet: the first of them has a number that 8 divides.",
                Entry.Setting.TITLE,
                """
                Old files
                =========

                Two formats are told apart by octets 4 to 7.

                Format   What stands there           Which
                -------  --------------------------  -----
                new      Bit 31-63 of the size       0

                Table: The octets 4-7 of a file
                """,
                """
                Old files
                =========

                Two formats are told apart by octets 4 to 7.

                Format   What stands there           Which
                -------  --------------------------  -----
                new      Bit 32-63 of the size       0

                Table: The octets 4-7 of a file
                """);
    }

    private static final Pattern OCTETS =
            Pattern.compile("\\boctets? (\\d{1,6}) ?(?:-|\u2013|to) ?(\\d{1,6})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BITS =
            Pattern.compile("\\bbits? (\\d{1,6}) ?(?:-|\u2013|to) ?(\\d{1,6})\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        for (Part part : subject.parts()) {
            for (Block.Table table : part.tables()) {
                table.caption()
                        .map(RunningText::of)
                        .flatMap(caption -> caption.find(OCTETS).findFirst())
                        .ifPresent(octets -> check(table, octets, diagnostics));
            }
        }
    }

    private static void check(Block.Table table, Found octets, Diagnostics diagnostics) {
        long count = distance(octets) * 8;
        table.rows().stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> cell.paragraphs().stream())
                .flatMap(paragraph -> RunningText.of(paragraph).find(BITS))
                .filter(bits -> distance(bits) != count)
                .forEach(bits -> report(bits, octets, count, diagnostics));
    }

    /** How many there are from the first to the last, both included. */
    private static long distance(Found range) {
        return Math.abs(number(range, 2) - number(range, 1)) + 1;
    }

    private static long number(Found range, int group) {
        return Long.parseLong(range.group(group));
    }

    private static void report(Found bits, Found octets, long count, Diagnostics diagnostics) {
        long least = Math.min(number(octets, 1), number(octets, 2)) * 8;
        diagnostics.report(ID.at(
                        bits.span(),
                        "'%s' are %d bits, but '%s' are %d",
                        bits.span().text(),
                        distance(bits),
                        octets.span().text(),
                        count)
                .hint("in little-endian order, these octets are the bits %d to %d", least, least + count - 1)
                .seeAlso(octets.span(), "the octets"));
    }
}
