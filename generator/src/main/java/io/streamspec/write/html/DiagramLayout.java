package io.streamspec.write.html;

import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Placement;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.Count;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/** Lays a structure's fields out in rows of octets, from the model alone. */
final class DiagramLayout {

    /** A field that takes more rows is drawn by its first and its last. */
    private static final int MOST_ROWS = 4;

    private final Specification specification;
    private final Placement placement;
    private final Structure structure;
    private final Canvas canvas;
    private final int perRow;
    private final DiagramRows rows;
    private final Callouts callouts = new Callouts();
    private final Set<String> magnified = new HashSet<>();

    private DiagramLayout(Specification specification, Structure structure, Canvas canvas, int perRow) {
        this.specification = specification;
        this.placement = Placement.of(specification);
        this.structure = structure;
        this.canvas = canvas;
        this.perRow = perRow;
        this.rows = new DiagramRows(canvas, perRow);
    }

    /** The diagram of a structure that its document draws with {@code perRow} octets in a row. */
    static Diagram of(Specification specification, Structure structure, int perRow) {
        List<Placement.Placed> fields = Placement.of(specification).fields(structure);
        int few = Math.min(perRow, Canvas.FEW_OCTETS);
        boolean isNarrow = few == perRow || fields.isEmpty();
        Diagram.Drawing narrow =
                new DiagramLayout(specification, structure, Canvas.NARROW, few).draw(isNarrow ? "" : "narrow");
        List<Diagram.Drawing> drawings = isNarrow
                ? List.of(narrow)
                : List.of(new DiagramLayout(specification, structure, Canvas.WIDE, perRow).draw("wide"), narrow);
        return new Diagram(structure.name(), DiagramWords.description(fields), drawings);
    }

    private Diagram.Drawing draw(String use) {
        List<Placement.Placed> fields = placement.fields(structure);
        fields.forEach(this::add);
        if (fields.isEmpty()) {
            rows.whole(
                    "empty",
                    OptionalLong.empty(),
                    new DiagramRows.Ink("", "empty", "empty: no octets in the body", "", ""));
        }
        List<Diagram.Row> drawn = rows.rows();
        return new Diagram.Drawing(
                use,
                canvas.left() + rows.width() + 2,
                rows.height(),
                fields.isEmpty() ? Optional.empty() : Optional.of(ruler()),
                drawn,
                callouts.legend());
    }

    private Diagram.Ruler ruler() {
        return new Diagram.Ruler(
                "page:ruler-" + perRow,
                IntStream.range(0, perRow)
                        .mapToObj(octet ->
                                new Diagram.Tick(canvas.left() + octet * rows.pitch() + rows.pitch() / 2, octet))
                        .toList());
    }

    private void add(Placement.Placed placed) {
        FieldType type = placed.field().type();
        OptionalLong octets = placement.size(type);
        if (type instanceof FieldType.Array array && (octets.isEmpty() || octets.getAsLong() > perRow)) {
            addArray(placed, array);
        } else if (octets.isPresent()) {
            addFixed(part(placed), placed.offset(), octets.getAsLong());
        } else {
            addOpen(part(placed), placed.offset());
        }
    }

    /**
     * Something to draw: a field, an element, or a member of an element.
     *
     * @param href the row that explains it in the table of the structure that is drawn
     * @param bitsHref the row that its bits are explained below, which may stand in another table
     */
    private record Part(Field field, String path, String label, String href, String bitsHref, boolean sometimes) {
        String kind() {
            return field.isIgnored()
                    ? "reserved"
                    : sometimes ? "sometimes" : field.type() instanceof FieldType.Constant ? "constant" : "plain";
        }
    }

    private Part part(Placement.Placed placed) {
        Field field = placed.field();
        String href = structure.name() + "." + field.name();
        return new Part(
                field, field.name(), field.label(), href, href, field.when().isPresent());
    }

    /** Cells of {@code octets} octets, in as many rows as it takes, whole ones as one; of many, the first and the last. */
    private void addFixed(Part part, OptionalLong offset, long octets) {
        boolean isLong = rows.column() + octets > (long) MOST_ROWS * perRow;
        long done = 0;
        while (done < octets) {
            if (isLong && done > 0) {
                long last = (octets - done - 1) % perRow + 1;
                gap(part, Count.of(octets - done - last, "more octet"));
                done = octets - last;
            }
            int length = (int) rows.fitting(octets - done, isLong);
            if (done + length == octets) {
                magnify(part, octets, length);
            }
            rows.add(length, DiagramWords.plus(offset, done), ink(part, length, octets, done > 0));
            done += length;
        }
    }

    /** Draws the bits of a field, once, under its last row, where the next cell is {@code length} octets of it. */
    private void magnify(Part part, long octets, int length) {
        FieldType type = part.field().type() instanceof FieldType.Array array
                ? array.element()
                : part.field().type();
        if (type instanceof FieldType.Flags flags && flags.octets() == octets && magnified.add(part.path())) {
            String label = "bits of " + Callouts.note(rows.width() - 80, List.of(part.label(), "the field above"));
            rows.magnify(
                    rows.x(),
                    Math.min(length, perRow),
                    label,
                    DiagramBits.of(canvas, flags, part.path(), part.bitsHref(), callouts));
        }
    }

    private DiagramRows.Ink ink(Part part, int length, long octets, boolean continued) {
        int width = Math.min(length, perRow) * rows.pitch();
        String label = continued
                ? Callouts.plain(width, List.of(part.label() + " (continued)", "(continued)", "…"))
                : part.field().isIgnored()
                        ? Callouts.plain(width, List.of("reserved", "res.", "0"))
                        : callouts.label(width, DiagramWords.labels(part.field(), part.label()), part.href());
        String note = continued ? "" : Callouts.note(width, DiagramWords.notes(part.field(), structure.name(), octets));
        return new DiagramRows.Ink(part.path(), part.kind(), label, note, part.href());
    }

    private void addOpen(Part part, OptionalLong offset) {
        String label = callouts.label(rows.width(), DiagramWords.labels(part.field(), part.label()), part.href());
        String note = Callouts.note(rows.width(), DiagramWords.openNotes(part.field(), structure.name()));
        String kind = part.field().isIgnored() ? "open reserved" : "open";
        rows.endRow();
        rows.whole("octets", offset, new DiagramRows.Ink(part.path(), kind, label, note, part.href()));
    }

    private void gap(Part part, String words) {
        rows.whole("gap", OptionalLong.empty(), new DiagramRows.Ink(part.path(), "gap", "⋮ " + words, "", part.href()));
    }

    private void addArray(Placement.Placed placed, FieldType.Array array) {
        rows.endRow();
        List<String> indexes = placed.field().indexes();
        String last = indexes.isEmpty() ? DiagramWords.lastIndex(array) : indexes.get(indexes.size() - 1);
        addElement(placed, array, indexes.isEmpty() ? "0" : indexes.get(0), placed.offset());
        if (array.extent() instanceof Extent.Fixed fixed && fixed.count() == 1) {
            return;
        }
        OptionalLong size = placement.size(array.element());
        boolean isNext = array.extent() instanceof Extent.Fixed fixed && fixed.count() == 2;
        if (!isNext) {
            gap(part(placed), Callouts.note(rows.width(), List.of(DiagramWords.amount(array, structure.name()), "")));
        }
        boolean known = array.extent() instanceof Extent.Fixed && size.isPresent();
        OptionalLong lastOffset = known && array.extent() instanceof Extent.Fixed fixed
                ? DiagramWords.plus(placed.offset(), (fixed.count() - 1) * size.getAsLong())
                : OptionalLong.empty();
        addElement(placed, array, last, lastOffset);
    }

    private void addElement(Placement.Placed placed, FieldType.Array array, String index, OptionalLong offset) {
        for (Placed element : elements(placed, array, index)) {
            OptionalLong at = element.at().isPresent()
                    ? DiagramWords.plus(offset, element.at().getAsLong())
                    : OptionalLong.empty();
            if (element.octets().isPresent()) {
                addFixed(element.part(), at, element.octets().getAsLong());
            } else {
                addOpen(element.part(), at);
            }
        }
        rows.endRow();
    }

    /** A part of an element, at its offset from the element's start. */
    private record Placed(Part part, OptionalLong at, OptionalLong octets) {}

    private List<Placed> elements(Placement.Placed placed, FieldType.Array array, String index) {
        Part field = part(placed);
        String label = field.label() + "[" + index + "]";
        if (!(array.element() instanceof FieldType.Composite composite)) {
            Part element =
                    new Part(field.field(), field.path(), label, field.href(), field.bitsHref(), field.sometimes());
            return List.of(new Placed(element, OptionalLong.of(0), placement.size(array.element())));
        }
        boolean own = composite.structure().startsWith(structure.name() + ".");
        List<Placed> members = new ArrayList<>();
        for (Placement.Placed member : placement.fields(specification.structure(composite.structure()))) {
            String name = member.field().name();
            Part part = new Part(
                    member.field(),
                    field.path() + "." + name,
                    label + "." + member.field().label(),
                    own ? composite.structure() + "." + name : field.href(),
                    composite.structure() + "." + name,
                    member.field().when().isPresent());
            members.add(new Placed(
                    part, member.offset(), placement.size(member.field().type())));
        }
        return members;
    }
}
