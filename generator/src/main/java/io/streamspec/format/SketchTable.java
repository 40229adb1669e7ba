package io.streamspec.format;

import io.streamspec.read.Sketch;
import io.streamspec.read.Sketch.Amount;
import io.streamspec.read.Sketch.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What goes below the drawing of a sketch: the table of its fields, and rules for what a drawing cannot say. */
final class SketchTable {

    private static final Set<Long> INTEGERS = Set.of(1L, 2L, 4L, 8L);

    private final List<List<CellText>> rows = new ArrayList<>();
    private final List<String> rules = new ArrayList<>();

    private SketchTable(Sketch sketch) {
        sketch.items().forEach(this::add);
    }

    /** The lines below the drawing of {@code sketch}; none if it has no field to describe. */
    static List<String> lines(Sketch sketch) {
        SketchTable table = new SketchTable(sketch);
        List<String> lines = new ArrayList<>();
        if (!table.rows.isEmpty()) {
            List<CellText> header = List.of(CellText.of("Field"), CellText.of("Description"));
            List<Grid.Alignment> left = List.of(Grid.Alignment.LEFT, Grid.Alignment.LEFT);
            lines.addAll(RuledTable.lines(new Grid(Grid.Form.MULTILINE, left, header, table.rows)));
        }
        if (!table.rules.isEmpty()) {
            lines.addAll(List.of("", "``` {.layout}"));
            lines.addAll(table.rules);
            lines.add("```");
        }
        return lines;
    }

    private void add(Item item) {
        if (item instanceof Item.Field field) {
            addRow(
                    field.name(),
                    (field.constant().map(value -> value.spelling() + ". ").orElse("") + field.text()));
            if (field.octets() instanceof Amount.Counted counted) {
                rules.add(field.name() + ": octets[" + counted.field() + "]");
            }
        } else if (item instanceof Item.Padding padding) {
            addRow("padding", padding.text());
        } else if (item instanceof Item.Array array) {
            addArray(array);
        }
    }

    private void addArray(Item.Array array) {
        Sketch.Member element = array.members().get(0);
        if (!element.name().isEmpty()) {
            array.members().forEach(member -> addRow(array.name() + " " + member.name(), member.text()));
            return;
        }
        addRow(array.name(), array.text());
        if (array.count() instanceof Amount.ToEnd && INTEGERS.contains(element.octets())) {
            rules.add(array.name() + ": u" + 8 * element.octets() + "[to end]");
        }
    }

    private void addRow(String name, String description) {
        rows.add(List.of(CellText.of(name), CellText.of(description)));
    }
}
