package io.streamspec.lint;

import io.streamspec.read.Block;
import io.streamspec.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The width that a row of a table states: in a column of sizes ({@code 4 octets}, {@code u32}), or at the beginning of the
 * description ({@code A 32-bit number}).
 */
record StatedWidth(long bits, Span span) {

    private static final Pattern SENTENCE =
            Pattern.compile("^(?:An? |The )?(?:unsigned )?(\\d{1,6})[- ](bit|octet|byte)s?(?: unsigned)?"
                    + "(?: (?:integer|number|value|field|word|counter|count|identifier|id|address|offset|length|size|mask"
                    + "|checksum|hash)\\b| ?[.,;(]|$)");
    private static final Pattern CELL =
            Pattern.compile("^(\\d{1,6}) ?(bit|octet|byte)s?$|^u?(?:int)?(\\d{1,3})(?:_t)?$");

    /** The width in {@code row}, if it states one. */
    static Optional<StatedWidth> in(FieldRow row) {
        List<Block.Cell> cells = row.row().cells();
        for (int column = 1; column + 1 < cells.size(); column++) {
            Optional<StatedWidth> stated = cell(cells.get(column), row.title(column));
            if (stated.isPresent()) {
                return stated;
            }
        }
        return row.description().paragraphs().stream()
                .findFirst()
                .flatMap(passage -> RunningText.of(passage).findPlain(SENTENCE).findFirst())
                .map(found -> new StatedWidth(bits(found.group(1), found.group(2)), found.span()));
    }

    private static Optional<StatedWidth> cell(Block.Cell cell, String title) {
        Matcher size = CELL.matcher(cell.text());
        if (!size.matches()) {
            return Optional.empty();
        } else if (size.group(1) != null) {
            return Optional.of(new StatedWidth(bits(size.group(1), size.group(2)), cell.span()));
        } else if (!cell.text().startsWith("u")) {
            boolean octets = title.matches(".*\\b(octets?|bytes?|size)\\b.*");
            boolean bits = title.matches(".*\\bbits?\\b.*");
            return octets || bits
                    ? Optional.of(new StatedWidth(bits(size.group(3), bits ? "bit" : "octet"), cell.span()))
                    : Optional.empty();
        }
        return Optional.of(new StatedWidth(bits(size.group(3), "bit"), cell.span()));
    }

    private static long bits(String number, String unit) {
        return Long.parseLong(number) * (unit.equals("bit") ? 1 : 8);
    }
}
