package io.streamspec.write.html;

import io.streamspec.diff.Change;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A diagram whose cells say what became of their fields: by a sign in the label and by how they are drawn. */
final class MarkedDiagram {

    private static final Map<Change.Kind, String> SIGNS =
            Map.of(Change.Kind.ADDED, "+ ", Change.Kind.REMOVED, "− ", Change.Kind.CHANGED, "± ");

    private final Map<String, Change.Kind> marks;

    private MarkedDiagram(Map<String, Change.Kind> marks) {
        this.marks = marks;
    }

    /** {@code plain} under another title, with marks at the fields of these names, and without links. */
    static Diagram of(Diagram plain, String title, Map<String, Change.Kind> marks) {
        MarkedDiagram marked = new MarkedDiagram(marks);
        return new Diagram(
                title,
                plain.description(),
                plain.drawings().stream().map(marked::drawing).toList());
    }

    private Diagram.Drawing drawing(Diagram.Drawing plain) {
        List<Diagram.Callout> legend = plain.legend().stream()
                .map(callout -> new Diagram.Callout(callout.mark(), callout.label(), ""))
                .toList();
        List<Diagram.Row> rows = plain.rows().stream().map(this::row).toList();
        return new Diagram.Drawing(plain.use(), plain.width(), plain.height(), plain.ruler(), rows, legend);
    }

    private Diagram.Row row(Diagram.Row row) {
        List<Diagram.Cell> cells = row.cells().stream().map(this::cell).toList();
        return new Diagram.Row(row.kind(), row.y(), row.height(), row.start(), row.hex(), cells, row.funnel());
    }

    private Diagram.Cell cell(Diagram.Cell cell) {
        Change.Kind mark = marks.get(cell.field().replaceFirst("\\..*", ""));
        String sign = mark == null || cell.label().isEmpty() ? "" : SIGNS.getOrDefault(mark, "");
        return new Diagram.Cell(
                cell.field(),
                cell.kind() + (mark == null ? "" : " " + mark.name().toLowerCase(Locale.ROOT)),
                cell.columns(),
                cell.x(),
                cell.width(),
                cell.height(),
                sign + cell.label(),
                cell.note(),
                "");
    }
}
