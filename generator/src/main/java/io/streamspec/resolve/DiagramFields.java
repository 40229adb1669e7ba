package io.streamspec.resolve;

import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.read.Block;
import io.streamspec.read.Block.Box;
import io.streamspec.read.Block.BoxLabel;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes fields of a diagram's boxes and of the rows that describe them. */
final class DiagramFields {

    private final String owner;
    private final RowIndex rows;
    private final boolean described;
    private final FieldTypes types;
    private final Diagnostics diagnostics;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final List<Element> elements = new ArrayList<>();
    private int reserved;

    /** The fields of an array's element that is drawn member by member. */
    record Element(String name, List<Field> fields, Span span) {}

    /** All that a diagram and its table say. */
    record Drawn(List<Field> fields, List<Element> elements) {}

    private DiagramFields(
            String owner, Optional<List<Tables.FieldRow>> rows, FieldTypes types, Diagnostics diagnostics) {
        this.owner = owner;
        this.rows = new RowIndex(rows.orElse(List.of()));
        this.described = rows.isPresent();
        this.types = types;
        this.diagnostics = diagnostics;
    }

    /** The fields of the structure {@code owner}; {@code rows} is absent if the section has no table of fields. */
    static Drawn read(
            String owner,
            Block.Diagram diagram,
            Optional<List<Tables.FieldRow>> rows,
            FieldTypes types,
            Diagnostics diagnostics) {
        DiagramFields reader = new DiagramFields(owner, rows, types, diagnostics);
        reader.addAll(diagram.boxes());
        reader.reportLeftovers(diagram);
        return new Drawn(List.copyOf(reader.fields.values()), reader.elements);
    }

    private void addAll(List<Box> boxes) {
        int at = 0;
        while (at < boxes.size()) {
            Box box = boxes.get(at);
            int next = at + 1;
            if (box.label() instanceof BoxLabel.Named named) {
                reportOddName(box, named);
                if (named.index().isPresent()) {
                    next = DrawnArray.end(boxes, at);
                    addArray(boxes.subList(at, next));
                } else {
                    addNamed(box, named);
                }
            } else if (box.label() instanceof BoxLabel.Padding padding) {
                Optional<Tables.FieldRow> row = row("padding", Optional.empty());
                add(new Field(
                        "padding",
                        Optional.empty(),
                        new FieldType.Padding(padding.least(), padding.most()),
                        Optional.empty(),
                        row.map(r -> Tables.paragraphs(r.description())).orElse(""),
                        box.span()));
            } else if (box.label() instanceof BoxLabel.Reserved) {
                addReserved(box);
            }
            at = next;
        }
    }

    private void reportOddName(Box box, BoxLabel.Named named) {
        if (!Words.isName(named.name()) || !named.member().map(Words::isName).orElse(true)) {
            diagnostics.report(Faults.FIELD_NAME
                    .at(
                            box.span(),
                            "'%s' is not the name of a field",
                            box.span().text())
                    .hint("names are words of letters, digits and underscores"));
        }
    }

    private void addReserved(Box box) {
        reserved++;
        Optional<Tables.FieldRow> row = row("reserved", Optional.empty());
        String name = reserved == 1 ? "reserved" : "reserved_" + reserved;
        add(new Field(
                name,
                Optional.empty(),
                new FieldType.Reserved(box.octets()),
                Optional.empty(),
                row.map(r -> Tables.paragraphs(r.description())).orElse(""),
                box.span()));
    }

    private void addNamed(Box box, BoxLabel.Named named) {
        Optional<Tables.FieldRow> row = row(named.name(), named.alias());
        if (row.isEmpty() && !box.openEnded() && named.name().matches("(?i)padding|reserved|pad|rsvd")) {
            diagnostics.report(Faults.RESERVED_UNMARKED
                    .at(box.span(), "'%s' is not in the table and is read as reserved octets", named.name())
                    .hint("write it as (reserved)"));
            addReserved(box);
            return;
        }
        if (row.isEmpty() && described && !box.openEnded()) {
            diagnostics.report(Faults.FIELD_NOT_IN_TABLE
                    .at(box.span(), "the diagram's field '%s' is not in the table", named.name())
                    .hint("add a row '%s' to the table of fields", named.name()));
        }
        String name = name(named, row);
        FieldTypes.Described what = box.openEnded()
                ? new FieldTypes.Described(
                        new FieldType.Octets(new Extent.ToEnd()),
                        row.map(r -> Tables.paragraphs(r.description())).orElse(""))
                : types.describe(
                        owner,
                        name,
                        named.octets().orElse(box.octets()),
                        row.map(Tables.FieldRow::description),
                        box.span());
        Optional<String> symbol = named.alias().or(() -> row.flatMap(Tables.FieldRow::alias));
        add(new Field(
                name,
                isAbbreviated(named, row) ? row.orElseThrow().name() : named.name(),
                symbol,
                what.type(),
                Optional.empty(),
                List.of(),
                what.description(),
                box.span()));
    }

    /** The table spells a field out that the diagram only has room to abbreviate. */
    private static String name(BoxLabel.Named named, Optional<Tables.FieldRow> row) {
        return Words.snake(isAbbreviated(named, row) ? row.orElseThrow().name() : named.name());
    }

    private static boolean isAbbreviated(BoxLabel.Named named, Optional<Tables.FieldRow> row) {
        return row.flatMap(Tables.FieldRow::alias).filter(named.name()::equals).isPresent();
    }

    private void addArray(List<Box> boxes) {
        DrawnArray array = DrawnArray.of(boxes);
        array.reportOddShape(diagnostics);
        Box box = boxes.get(0);
        Optional<Tables.FieldRow> row = row(array.name(), Optional.empty());
        if (row.isEmpty() && described && !array.hasMembers()) {
            diagnostics.report(Faults.FIELD_NOT_IN_TABLE
                    .at(box.span(), "the diagram's array '%s' is not in the table", array.name())
                    .hint("add a row '%s' to the table of fields", array.name()));
        }
        FieldTypes.Described what = describe(array, box, row);
        add(new Field(
                Words.snake(array.name()),
                array.name(),
                Optional.empty(),
                what.type(),
                Optional.empty(),
                array.indexes(),
                what.description(),
                box.span()));
    }

    private FieldTypes.Described describe(DrawnArray array, Box box, Optional<Tables.FieldRow> row) {
        String description = row.map(r -> Tables.paragraphs(r.description())).orElse("");
        if (array.hasMembers()) {
            FieldType element = composite(Words.snake(array.name()), array.element(), box.span());
            return new FieldTypes.Described(
                    new FieldType.Array(element, array.extent(owner, fields.values())), description);
        } else if (box.openEnded()) {
            return new FieldTypes.Described(new FieldType.Octets(new Extent.ToEnd()), description);
        }
        FieldTypes.Described element = types.describe(
                owner,
                Words.snake(array.name()),
                array.octetsOfElement(),
                row.map(Tables.FieldRow::description),
                box.span());
        return new FieldTypes.Described(
                new FieldType.Array(element.type(), array.extent(owner, fields.values())), element.description());
    }

    private FieldType composite(String name, List<Box> boxes, Span span) {
        String structure = owner + "." + name;
        List<Field> members = new ArrayList<>();
        for (Box box : boxes) {
            BoxLabel.Named named = (BoxLabel.Named) box.label();
            String member = named.member().orElse(named.name());
            Optional<Tables.FieldRow> row = row(named.name() + " " + member, Optional.empty());
            if (row.isEmpty() && described) {
                diagnostics.report(Faults.FIELD_NOT_IN_TABLE
                        .at(box.span(), "the diagram's field '%s.%s' is not in the table", named.name(), member)
                        .hint("add a row '%s %s' to the table of fields", named.name(), member));
            }
            FieldTypes.Described what = types.describe(
                    structure, Words.snake(member), box.octets(), row.map(Tables.FieldRow::description), box.span());
            members.add(new Field(
                    Words.snake(member),
                    member,
                    Optional.empty(),
                    what.type(),
                    Optional.empty(),
                    List.of(),
                    what.description(),
                    box.span()));
        }
        elements.add(new Element(structure, members, span));
        return new FieldType.Composite(structure);
    }

    private Optional<Tables.FieldRow> row(String label, Optional<String> symbol) {
        Optional<Tables.FieldRow> row = rows.find(label, symbol);
        row.ifPresent(found -> reportSpelling(found, label));
        return row;
    }

    private void reportSpelling(Tables.FieldRow row, String label) {
        if (!row.name().equals(label) && !row.alias().filter(label::equals).isPresent()) {
            diagnostics.report(Faults.FIELD_SPELLING
                    .at(row.span(), "the diagram calls '%s' '%s'", row.name(), label)
                    .hint("write the name in the same way"));
        }
    }

    private void add(Field field) {
        Field same = fields.putIfAbsent(field.name(), field);
        if (same != null) {
            diagnostics.report(Faults.FIELD_DUPLICATE
                    .at(field.span(), "a second field is called '%s'", field.name())
                    .hint("give one of them another name")
                    .seeAlso(same.span(), "the other is here"));
        }
    }

    private void reportLeftovers(Block.Diagram diagram) {
        for (Tables.FieldRow row : rows.repeated()) {
            diagnostics.report(Faults.FIELD_DUPLICATE
                    .at(row.span(), "the table has two rows '%s'", row.name())
                    .hint("take one of them out"));
        }
        for (Tables.FieldRow row : rows.leftOver()) {
            diagnostics.report(Faults.FIELD_NOT_IN_DIAGRAM
                    .at(row.span(), "the table's field '%s' is not in the diagram", row.name())
                    .hint("draw it, or take the row out"));
        }
        boolean named = fields.values().stream().anyMatch(field -> !field.isIgnored());
        if (!described && named) {
            diagnostics.report(Faults.FIELDS_NOT_DESCRIBED
                    .at(
                            diagram.span(),
                            "the fields of '%s' are drawn, but no table of this section describes them",
                            owner)
                    .hint("add a table with the columns Field and Description"));
        }
    }
}
