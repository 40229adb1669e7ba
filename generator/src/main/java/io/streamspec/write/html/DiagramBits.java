package io.streamspec.write.html;

import io.streamspec.model.BitRange;
import io.streamspec.model.FieldType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lays out the bits of a field, the most significant left: in one row, or in rows of 32 where bits would get too narrow. */
final class DiagramBits {

    private static final int BODY = 768;
    private static final int NARROW = 20;
    private static final int HALF = 32;

    private DiagramBits() {}

    /** Rows of cells, still without a place from the top; {@code id} is the field's row, {@code field} its name. */
    static List<List<Diagram.Cell>> of(FieldType.Flags flags, String field, String id, Callouts callouts) {
        int bits = flags.octets() * 8;
        boolean narrow = flags.bits().stream().anyMatch(range -> range.width() * (BODY / bits) < NARROW);
        int perRow = narrow && bits > HALF ? HALF : bits;
        List<List<Diagram.Cell>> rows = new ArrayList<>();
        for (int high = bits - 1; high >= 0; high -= perRow) {
            int top = high;
            int bottom = Math.max(0, high - perRow + 1);
            rows.add(flags.bits().stream()
                    .filter(range -> range.low() <= top && range.high() >= bottom)
                    .sorted(Comparator.comparing(BitRange::high).reversed())
                    .map(range -> cell(range, top, bottom, BODY / perRow, field, id, callouts))
                    .toList());
        }
        return rows;
    }

    private static Diagram.Cell cell(
            BitRange range, int top, int bottom, int pitch, String field, String id, Callouts callouts) {
        int high = Math.min(range.high(), top);
        int low = Math.max(range.low(), bottom);
        int bits = high - low + 1;
        int x = DiagramRows.LEFT + (top - high) * pitch;
        String href = id + "." + FieldRows.name(range);
        String numbers = high == low ? "" + high : high + "–" + low;
        String label = range.reserved()
                ? Callouts.note(bits * pitch, List.of("reserved", "res."))
                : callouts.bits(bits * pitch, FieldRows.numbers(range), range.name(), href);
        return new Diagram.Cell(
                field,
                high + "-" + low,
                range.reserved() ? "reserved" : "plain",
                bits,
                x,
                0,
                bits * pitch,
                0,
                numbers,
                label,
                href);
    }
}
