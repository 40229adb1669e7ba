package io.streamspec.write.markdown;

import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Placement;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The octet diagram of a structure in characters, drawn from the model: a cell a field, edges between octets. */
final class TextDiagram {

    private static final int NARROWEST = 6;
    private static final int WIDE = 9;
    private static final int WIDEST = 24;
    private static final String MARGIN = "    ";

    private final Specification specification;
    private final Placement placement;
    private final int perRow;
    private final List<Row> rows = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private int column;

    private TextDiagram(Specification specification, int perRow) {
        this.specification = specification;
        this.placement = Placement.of(specification);
        this.perRow = perRow;
    }

    /** A cell from one octet of its row to another, not included. */
    private record Cell(String label, int from, int to) {}

    /** Cells beside each other; {@code isTorn} if the row stands for any number of rows. */
    private record Row(List<Cell> cells, boolean isTorn) {}

    /** The diagram of {@code structure}, {@code perRow} octets a row. */
    static String of(Specification specification, Structure structure, int perRow) {
        TextDiagram diagram = new TextDiagram(specification, perRow);
        diagram.placement.fields(structure).forEach(placed -> diagram.add(placed.field()));
        diagram.endRow();
        return diagram.draw();
    }

    private void add(Field field) {
        String label = field.isIgnored() ? "(reserved)" : field.label() + symbol(field);
        OptionalLong size = placement.size(field.type());
        if (field.type() instanceof FieldType.Array array && (size.isEmpty() || size.getAsLong() > perRow)) {
            addArray(field, array);
        } else if (field.when().isPresent() || size.isEmpty()) {
            String open = field.type() instanceof FieldType.Padding padding
                    ? "padding (" + padding.least() + " to " + padding.most() + " octets)"
                    : label + "...";
            addOpen(open);
        } else {
            addFixed(isTooLong(label, size.getAsLong()) ? field.symbol().orElse(label) : label, size.getAsLong());
        }
    }

    private static String symbol(Field field) {
        return field.symbol().map(letter -> " (" + letter + ")").orElse("");
    }

    private boolean isTooLong(String label, long octets) {
        return label.length() + 3 > Math.min(octets, perRow) * WIDE;
    }

    private void addArray(Field field, FieldType.Array array) {
        List<String> drawn = field.indexes();
        String last = array.extent() instanceof Extent.Fixed fixed ? Long.toString(fixed.count() - 1) : "last";
        addElement(field, array, drawn.isEmpty() ? "0" : drawn.get(0));
        if (array.extent() instanceof Extent.Fixed fixed && fixed.count() < 2) {
            return;
        }
        tear();
        addElement(field, array, drawn.isEmpty() ? last : drawn.get(drawn.size() - 1));
    }

    private void addElement(Field field, FieldType.Array array, String index) {
        endRow();
        String label = field.label() + "[" + index + "]";
        if (array.element() instanceof FieldType.Composite composite) {
            for (Field member : specification.structure(composite.structure()).fields()) {
                addPart(label + "." + member.label(), member.type());
            }
        } else {
            addPart(label, array.element());
        }
        endRow();
    }

    private void addPart(String label, FieldType type) {
        OptionalLong size = placement.size(type);
        if (size.isPresent()) {
            addFixed(label, size.getAsLong());
        } else {
            addOpen(label + "...");
        }
    }

    /** Cells over as many rows as it takes; what is between the first and the last is left out. */
    private void addFixed(String label, long octets) {
        long left = octets;
        String next = label;
        while (left > 0) {
            int here = (int) Math.min(left, perRow - column);
            cells.add(new Cell(next, column, column + here));
            column += here;
            left -= here;
            if (column == perRow) {
                endRow();
            }
            if (left > 2L * perRow) {
                tear();
                left = (left - 1) % perRow + 1;
            }
            next = "";
        }
    }

    private void addOpen(String label) {
        endRow();
        rows.add(new Row(List.of(new Cell(label, 0, perRow)), false));
        tear();
    }

    private void tear() {
        endRow();
        rows.add(new Row(List.of(), true));
    }

    private void endRow() {
        if (!cells.isEmpty()) {
            rows.add(new Row(List.copyOf(cells), false));
            cells.clear();
        }
        column = 0;
    }

    /** How many characters an octet takes, so that labels fit. */
    private int pitch() {
        int pitch = NARROWEST;
        for (Row row : rows) {
            for (Cell cell : row.cells) {
                int octets = cell.to - cell.from;
                pitch = Math.max(pitch, (cell.label.length() + 3 + octets - 1) / octets);
            }
        }
        return Math.min(pitch, WIDEST);
    }

    private String draw() {
        int pitch = pitch();
        StringBuilder out = new StringBuilder(MARGIN);
        for (int octet = 0; octet < perRow; octet++) {
            String number = Integer.toString(octet);
            out.append(" ").append(number).append(" ".repeat(Math.max(1, pitch - 1 - number.length())));
        }
        out.setLength(out.toString().stripTrailing().length());
        out.append(" octet\n");
        List<Cell> above = List.of();
        boolean isTorn = false;
        for (Row row : rows) {
            if (row.isTorn) {
                out.append(isTorn ? "" : MARGIN + "...\n");
                isTorn = true;
                continue;
            }
            isTorn = false;
            edge(out, above, row.cells, pitch);
            row(out, row.cells, pitch);
            above = row.cells;
        }
        edge(out, above, rows.isEmpty() ? List.of(new Cell("", 0, perRow)) : List.of(), pitch);
        return out.toString();
    }

    /** The line between two rows: a corner where an edge of one of them ends. */
    private static void edge(StringBuilder out, List<Cell> above, List<Cell> below, int pitch) {
        List<Cell> both = new ArrayList<>(above);
        both.addAll(below);
        int end = both.stream().mapToInt(Cell::to).max().orElse(0);
        char[] line = "-".repeat(end * pitch + 1).toCharArray();
        for (Cell cell : both) {
            line[cell.from * pitch] = '+';
            line[cell.to * pitch] = '+';
        }
        out.append(MARGIN).append(line).append('\n');
    }

    private static void row(StringBuilder out, List<Cell> cells, int pitch) {
        out.append(MARGIN).append('|');
        for (Cell cell : cells) {
            int width = (cell.to - cell.from) * pitch - 1;
            String label = cell.label.replaceAll("\\s", " ");
            String text = label.length() + 2 > width ? label.substring(0, Math.max(0, width - 3)) + "…" : label;
            out.append((" " + text + " ".repeat(width)), 0, width).append('|');
        }
        out.append('\n');
    }
}
