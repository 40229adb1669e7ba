package io.streamspec.write.html;

import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Placement;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Lays a structure's fields out in rows of octets, from the model alone. */
final class DiagramLayout {

    private static final int MARGIN = 1;
    private static final int TOP = 24;
    private static final int ROW = 40;
    private static final int GAP = 22;
    private static final int WIDTH = 800;

    private final Specification specification;
    private final Placement placement;
    private final Structure structure;
    private final int perRow;
    private final List<Diagram.Cell> cells = new ArrayList<>();
    private int y = TOP;
    private int column;

    private DiagramLayout(Specification specification, Structure structure, int perRow) {
        this.specification = specification;
        this.placement = Placement.of(specification);
        this.structure = structure;
        this.perRow = perRow;
    }

    static Diagram of(Specification specification, Structure structure, int perRow) {
        DiagramLayout layout = new DiagramLayout(specification, structure, perRow);
        layout.placement.fields(structure).forEach(layout::add);
        layout.endRow();
        if (layout.cells.isEmpty()) {
            layout.cells.add(new Diagram.Cell("", "0", "0", "open", MARGIN, layout.y, WIDTH, GAP, "no fields", "", ""));
            layout.y += GAP;
        }
        List<Diagram.Tick> ticks = new ArrayList<>();
        for (int octet = 0; octet < perRow; octet++) {
            ticks.add(new Diagram.Tick(layout.x(octet) + layout.pitch() / 2, Integer.toString(octet)));
        }
        return new Diagram(
                structure.name(), layout.description(), WIDTH + 2 * MARGIN, layout.y + MARGIN + 1, ticks, layout.cells);
    }

    private void add(Placement.Placed placed) {
        FieldType type = placed.field().type();
        if (type instanceof FieldType.Array array
                && !(placed.size().isPresent() && placed.size().getAsLong() <= perRow)) {
            addArray(placed, array);
        } else if (placed.size().isPresent()) {
            addFixed(placed, placed.size().getAsLong(), placed.field().label(), note(placed));
        } else if (type instanceof FieldType.Padding) {
            addFixed(placed, Math.max(1, perRow - column), "padding", note(placed));
        } else if (placed.field().when().isPresent() && placement.size(type).isPresent()) {
            addFixed(placed, placement.size(type).getAsLong(), placed.field().label(), "only sometimes");
        } else {
            endRow();
            cell(placed, "open", 0, perRow, ROW, placed.field().label(), note(placed));
            y += ROW;
        }
    }

    /** Cells of a field of {@code octets} octets, in as many rows as it takes, at most three of them drawn. */
    private void addFixed(Placement.Placed placed, long octets, String label, String note) {
        String kind = placed.field().isIgnored() ? "reserved" : "plain";
        if (column == 0 && octets > perRow && octets % perRow == 0) {
            int rows = (int) Math.min(3, octets / perRow);
            cell(placed, kind, 0, perRow, rows * ROW, label, octets + " octets");
            y += rows * ROW;
            return;
        }
        long left = octets;
        boolean first = true;
        for (int rows = 0; left > 0 && rows < 4; rows++) {
            int part = (int) Math.min(left, perRow - column);
            cell(placed, kind, column, part, ROW, first ? label : "…", first ? note : "");
            advance(part);
            left -= part;
            first = false;
        }
    }

    private void addArray(Placement.Placed placed, FieldType.Array array) {
        endRow();
        List<String> indexes = placed.field().indexes();
        String first = indexes.isEmpty() ? "0" : indexes.get(0);
        String last = indexes.isEmpty() ? lastIndex(array) : indexes.get(indexes.size() - 1);
        addElement(placed, array, first);
        cell(placed, "gap", 0, perRow, GAP, "⋮", "");
        y += GAP;
        addElement(placed, array, last);
    }

    private static String lastIndex(FieldType.Array array) {
        return array.extent() instanceof Extent.Fixed fixed ? Long.toString(fixed.count() - 1) : "last";
    }

    private void addElement(Placement.Placed placed, FieldType.Array array, String index) {
        String label = placed.field().label() + "[" + index + "]";
        if (array.element() instanceof FieldType.Composite composite) {
            for (Placement.Placed member : placement.fields(specification.structure(composite.structure()))) {
                String name = label + "." + member.field().label();
                if (member.size().isPresent()) {
                    addFixed(placed, member.size().getAsLong(), member.field().isIgnored() ? "reserved" : name, "");
                } else {
                    addOpen(placed, name);
                }
            }
            endRow();
            return;
        }
        OptionalLong size = placement.size(array.element());
        if (size.isPresent()) {
            addFixed(placed, size.getAsLong(), label, size.getAsLong() + " octets");
            endRow();
        } else {
            addOpen(placed, label);
        }
    }

    private void addOpen(Placement.Placed placed, String label) {
        endRow();
        cell(placed, "open", 0, perRow, ROW, label, "");
        y += ROW;
    }

    private String note(Placement.Placed placed) {
        return FieldWords.shortType(placed.field(), structure.name(), specification);
    }

    private void cell(
            Placement.Placed placed, String kind, int column, int octets, int height, String label, String note) {
        Field field = placed.field();
        int width = octets * pitch();
        boolean narrow = width < label.length() * 8;
        cells.add(new Diagram.Cell(
                field.name(),
                placed.offset().isPresent() ? Long.toString(placed.offset().getAsLong()) : "",
                placed.size().isPresent() ? Long.toString(placed.size().getAsLong()) : "",
                kind,
                x(column),
                y,
                width,
                height,
                narrow ? field.symbol().orElse(label) : label,
                width < note.length() * 7 ? "" : note,
                field.isIgnored() ? "" : structure.name() + "." + field.name()));
    }

    private void advance(int octets) {
        column += octets;
        if (column == perRow) {
            endRow();
        }
    }

    private void endRow() {
        if (column > 0) {
            column = 0;
            y += ROW;
        }
    }

    private int x(int octet) {
        return MARGIN + octet * pitch();
    }

    private int pitch() {
        return WIDTH / perRow;
    }

    private String description() {
        List<String> parts = placement.fields(structure).stream()
                .map(placed -> placed.field().label()
                        + (placed.offset().isPresent()
                                ? " at octet " + placed.offset().getAsLong()
                                : "")
                        + (placed.size().isPresent()
                                ? ", " + placed.size().getAsLong() + " octets"
                                : ", of variable size"))
                .toList();
        return parts.isEmpty() ? "An empty body." : String.join("; ", parts) + ".";
    }
}
