package io.streamspec.write.html;

import io.streamspec.model.BitRange;
import io.streamspec.model.FieldType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lays out the bits of a field, the most significant left: in one row, or in several where bits would get too narrow. */
final class DiagramBits {

    private DiagramBits() {}

    /** Rows of cells; {@code id} is the field's row, {@code field} its name. */
    static List<List<Diagram.Cell>> of(
            Canvas canvas, FieldType.Flags flags, String field, String id, Callouts callouts) {
        int bits = flags.octets() * 8;
        int perRow = perRow(canvas, flags);
        List<List<Diagram.Cell>> rows = new ArrayList<>();
        for (int high = bits - 1; high >= 0; high -= perRow) {
            int top = high;
            int bottom = Math.max(0, high - perRow + 1);
            rows.add(flags.bits().stream()
                    .filter(range -> range.low() <= top && range.high() >= bottom)
                    .sorted(Comparator.comparing(BitRange::high).reversed())
                    .map(range -> cell(range, top, bottom, canvas.left(), canvas.pitch(perRow), field, id, callouts))
                    .toList());
        }
        return rows;
    }

    /** As many bits as leave each range room for its numbers. */
    private static int perRow(Canvas canvas, FieldType.Flags flags) {
        int perRow = flags.octets() * 8;
        while (perRow > Byte.SIZE && !hasRoom(flags, canvas.pitch(perRow))) {
            perRow /= 2;
        }
        return perRow;
    }

    private static boolean hasRoom(FieldType.Flags flags, int pitch) {
        return flags.bits().stream()
                .allMatch(range -> Callouts.isWideEnough(range.width() * pitch, numbers(range.high(), range.low())));
    }

    private static String numbers(int high, int low) {
        return high == low ? "" + high : high + "–" + low;
    }

    private static Diagram.Cell cell(
            BitRange range, int top, int bottom, int left, int pitch, String field, String id, Callouts callouts) {
        int high = Math.min(range.high(), top);
        int low = Math.max(range.low(), bottom);
        int bits = high - low + 1;
        int x = left + (top - high) * pitch;
        String href = id + "." + FieldRows.name(range);
        String numbers = numbers(high, low);
        String label = range.reserved()
                ? Callouts.note(bits * pitch, List.of("reserved", "res."))
                : callouts.bits(bits * pitch, FieldRows.numbers(range), range.name(), href);
        return new Diagram.Cell(
                field,
                range.reserved() ? "reserved" : "plain",
                bits,
                x,
                bits * pitch,
                DiagramRows.ROW,
                numbers,
                label,
                href);
    }
}
