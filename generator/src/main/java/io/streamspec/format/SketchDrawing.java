package io.streamspec.format;

import io.streamspec.read.Sketch;
import io.streamspec.read.Sketch.Amount;
import io.streamspec.read.Sketch.Item;
import io.streamspec.source.Count;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Arranges the fields of a sketch in rows. */
final class SketchDrawing {

    /** Arrays of a fixed length are drawn element by element up to so many rows. */
    private static final int ROWS_OF_AN_ARRAY = 4;

    private final int perRow;
    private final List<Drawing.Band> bands = new ArrayList<>();
    private final List<Drawing.Cell> cells = new ArrayList<>();
    private Optional<Diagnostic> fault = Optional.empty();
    private int lead;
    private int at;
    private boolean open;

    /** A drawing, or why there is none in rows of this many octets. */
    record Result(Drawing drawing, Optional<Diagnostic> fault) {}

    private SketchDrawing(int perRow) {
        this.perRow = perRow;
    }

    /** {@code sketch} in rows of {@code perRow} octets, which is at least 2. */
    static Result of(Sketch sketch, int perRow) {
        SketchDrawing drawing = new SketchDrawing(perRow);
        List<Item> items = sketch.items();
        for (int i = 0; i < items.size(); i++) {
            if (drawing.open) {
                drawing.lead = drawing.lead(items.subList(i, items.size()));
                drawing.at = drawing.lead;
                drawing.open = false;
            }
            drawing.add(items.get(i));
        }
        drawing.requireFull(items.get(items.size() - 1).span());
        return new Result(new Drawing(perRow, "octet", drawing.bands), drawing.fault);
    }

    /** Behind an open end, fields stand so that they fill their row; what is left of them, the open end goes on in. */
    private int lead(List<Item> items) {
        List<Item> fixed =
                items.stream().takeWhile(item -> octets(item).isPresent()).toList();
        boolean padded = fixed.size() < items.size() && items.get(fixed.size()) instanceof Item.Padding;
        long octets = octets(fixed) + (padded ? perRow - perRow / 4 : 0);
        return (int) ((perRow - octets % perRow) % perRow);
    }

    /** The octets of all fields that have so many and no more. */
    static long octets(List<Item> items) {
        return items.stream().mapToLong(item -> octets(item).orElse(0L)).sum();
    }

    private static Optional<Long> octets(Item item) {
        if (item instanceof Item.Field field && field.octets() instanceof Amount.Fixed octets) {
            return Optional.of(octets.number());
        }
        return item instanceof Item.Reserved reserved ? Optional.of(reserved.octets()) : Optional.empty();
    }

    private void add(Item item) {
        if (item instanceof Item.Field field) {
            String label = field.name()
                    + field.symbol().map(symbol -> " (" + symbol + ")").orElse("");
            if (field.octets() instanceof Amount.Fixed octets) {
                addBox(label, octets.number(), field.symbol().isEmpty(), field.span());
            } else {
                addOpen(label + "...");
            }
        } else if (item instanceof Item.Reserved reserved) {
            addBox("(reserved)", reserved.octets(), false, reserved.span());
        } else if (item instanceof Item.Padding padding) {
            addCell("padding (" + padding.least() + " to " + padding.most() + " octets)", perRow - at);
        } else {
            addArray((Item.Array) item);
        }
    }

    /** A box of more octets than a row is drawn as one row that says how many it means. */
    private void addBox(String label, long octets, boolean takesSize, Span span) {
        if (octets <= perRow - at) {
            addCell(label, (int) octets);
        } else if (at == 0 && takesSize) {
            addCell(label + Labels.sized(octets, "octet"), perRow);
        } else if (at == 0 && octets % perRow == 0) {
            addTall(label, octets / perRow);
        } else {
            refuse(
                    span,
                    "%s cannot be drawn in the %d that are left of the row",
                    Count.of(octets, "octet"),
                    perRow - at);
        }
    }

    private void addCell(String label, int octets) {
        cells.add(new Drawing.Cell(label, octets));
        at += octets;
        if (at == perRow) {
            endRow(1, false);
        }
    }

    private void addTall(String label, long rows) {
        cells.add(new Drawing.Cell(label, perRow));
        endRow(rows, false);
    }

    private void addOpen(String label) {
        cells.add(new Drawing.Cell(label, perRow - at));
        endRow(1, true);
        open = true;
    }

    private void endRow(long height, boolean isOpen) {
        bands.add(new Drawing.Row(lead, cells, height, isOpen));
        cells.clear();
        lead = 0;
        at = 0;
    }

    private void addArray(Item.Array array) {
        long octets = array.octets();
        boolean whole = octets % perRow == 0 || (octets < perRow && perRow % octets == 0);
        if (!whole || (perRow - at) % Math.min(octets, perRow) != 0) {
            refuse(
                    array.span(),
                    "elements of %s cannot be drawn from octet %d of a row",
                    Count.of(octets, "octet"),
                    at);
            return;
        }
        long inRow = Math.max(1, perRow / octets);
        long first = at == 0 ? inRow : (perRow - at) / octets;
        if (array.count() instanceof Amount.Fixed count
                && (at + count.number() * octets <= (long) ROWS_OF_AN_ARRAY * perRow
                        || count.number() <= first + inRow)) {
            for (long i = 0; i < count.number(); i++) {
                addElement(array, Long.toString(i));
            }
            return;
        }
        for (long i = 0; i < first; i++) {
            addElement(array, Long.toString(i));
        }
        bands.add(new Drawing.Elision());
        for (long i = inRow; i > 0; i--) {
            addElement(array, lastIndex(array.count(), i));
        }
    }

    /** The index of the {@code back}-th element from the end. */
    private static String lastIndex(Amount count, long back) {
        if (count instanceof Amount.Fixed fixed) {
            return Long.toString(fixed.number() - back);
        }
        return (count instanceof Amount.Counted counted ? counted.field() : "N") + "-" + back;
    }

    private void addElement(Item.Array array, String index) {
        for (Sketch.Member member : array.members()) {
            String name = member.name().isEmpty() ? "" : "." + member.name();
            addBox(array.name() + "[" + index + "]" + name, member.octets(), false, member.span());
        }
    }

    private void requireFull(Span span) {
        if (at > 0) {
            refuse(span, "the last row lacks %s", Count.of(perRow - at, "octet"));
        }
    }

    private void refuse(Span span, String message, Object... arguments) {
        if (fault.isEmpty()) {
            fault = Optional.of(Faults.SKETCH_ROW
                    .at(span, message, arguments)
                    .hint(
                            "fill rows of %s with reserved octets, or give them another width",
                            Count.of(perRow, "octet")));
        }
    }
}
