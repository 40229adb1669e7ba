package io.streamspec.resolve;

import io.streamspec.model.ByteOrder;
import io.streamspec.model.Enumeration;
import io.streamspec.model.FieldType;
import io.streamspec.model.MarkedText;
import io.streamspec.model.Structure;
import io.streamspec.read.Block;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the diagram and the tables of one section make: a structure (after which others may be made, if several
 * records share the section), the elements drawn within it, and enumerations.
 */
record DrawnSection(
        Outline.Part part, Optional<Structure> structure, List<Structure> elements, List<Enumeration> enumerations) {

    private static final Pattern BYTE_ORDER = Pattern.compile(
            "(\\b(?:not|never) (?:\\w+ )?)?\\bin (big|little)-endian (?:byte )?order\\b", Pattern.CASE_INSENSITIVE);

    DrawnSection {
        elements = List.copyOf(elements);
        enumerations = List.copyOf(enumerations);
    }

    static DrawnSection read(Outline.Part part, Diagnostics diagnostics) {
        List<Enumeration> enumerations = new ArrayList<>();
        for (Block.Table table : part.blocks(Block.Table.class)) {
            if (Tables.isValueTable(table)) {
                Enumeration enumeration = Tables.enumeration(table, part.anchor(), diagnostics);
                Values.check(enumeration, 64, diagnostics);
                enumerations.add(enumeration);
            }
        }
        List<Block.Diagram> diagrams = part.blocks(Block.Diagram.class);
        Optional<Block.Table> fieldTable = fieldTable(part, diagrams, diagnostics);
        if (diagrams.isEmpty()) {
            return new DrawnSection(part, Optional.empty(), List.of(), enumerations);
        }
        String name = structureName(part.title());
        FieldTypes types = new FieldTypes(part.anchor(), diagnostics);
        DiagramFields.Drawn drawn = DiagramFields.read(
                name,
                diagrams.get(0),
                fieldTable.map(table -> Tables.fieldRows(table, diagnostics)),
                types,
                diagnostics);
        enumerations.addAll(0, types.enumerations());
        Structure structure = structure(part, name, diagrams.get(0).span(), drawn, diagnostics);
        List<Structure> elements = drawn.elements().stream()
                .map(element -> new Structure(
                        element.name(),
                        part.title(),
                        part.anchor(),
                        "",
                        structure.byteOrder(),
                        element.fields(),
                        List.of(),
                        List.of(),
                        element.span()))
                .toList();
        return new DrawnSection(part, Optional.of(structure), elements, enumerations);
    }

    private static Structure structure(
            Outline.Part part, String name, Span span, DiagramFields.Drawn drawn, Diagnostics diagnostics) {
        String prose = String.join(
                "\n\n",
                part.blocks(Block.Prose.class).stream()
                        .map(block -> MarkedText.bare(block.span().text()).strip())
                        .toList());
        String first = prose.split("\\R\\s*\\R", 2)[0].replaceAll("\\s+", " ");
        return new Structure(
                name,
                part.title(),
                part.anchor(),
                first,
                byteOrder(part, prose, diagnostics),
                drawn.fields(),
                List.of(),
                List.of(),
                span);
    }

    /** A section's own sentence, such as "always in big-endian byte order", settles the order of its structure. */
    private static ByteOrder byteOrder(Outline.Part part, String prose, Diagnostics diagnostics) {
        Matcher sentence = BYTE_ORDER.matcher(prose.replaceAll("[_*]", "").replaceAll("\\s+", " "));
        Set<ByteOrder> orders = EnumSet.noneOf(ByteOrder.class);
        boolean isNegated = false;
        while (sentence.find()) {
            orders.add(sentence.group(2).equalsIgnoreCase("big") ? ByteOrder.BIG : ByteOrder.LITTLE);
            isNegated |= sentence.group(1) != null;
        }
        if (orders.size() > 1 || isNegated) {
            diagnostics.report(Faults.BYTE_ORDER_UNCLEAR
                    .at(part.heading(), "the section '%s' says two things about its byte order", part.title())
                    .hint("say it once, as in 'always in big-endian byte order', or by a rule: byte order big"));
        }
        return orders.stream().findFirst().orElse(ByteOrder.STREAM);
    }

    private static Optional<Block.Table> fieldTable(
            Outline.Part part, List<Block.Diagram> diagrams, Diagnostics diagnostics) {
        List<Block.Table> tables = part.blocks(Block.Table.class).stream()
                .filter(Tables::isFieldTable)
                .toList();
        if (diagrams.size() > 1) {
            diagnostics.report(Faults.SECTION_TWO_DIAGRAMS
                    .at(diagrams.get(1).span(), "the section '%s' draws a second structure", part.title())
                    .hint("give it a heading of its own"));
        }
        if (tables.size() > 1) {
            diagnostics.report(Faults.SECTION_TWO_TABLES
                    .at(tables.get(1).span(), "the section '%s' has a second table of fields", part.title())
                    .hint("put all fields into one table, in the order of the diagram"));
        }
        if (diagrams.isEmpty() && !tables.isEmpty()) {
            diagnostics.report(Faults.TABLE_WITHOUT_DIAGRAM
                    .at(
                            tables.get(0).span(),
                            "the table describes fields, but the section '%s' draws none",
                            part.title())
                    .hint("draw the structure above the table"));
        }
        return tables.stream().findFirst();
    }

    /** Snake case of the title, without a remark in parentheses. */
    static String structureName(String title) {
        return Words.snake(Words.withoutRemark(title));
    }

    /** The type field with named values, the length, the body and the padding, if this draws a record's frame. */
    Optional<List<String>> frameFields() {
        if (structure.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> type =
                name(field -> field.name().equals("type") && field.type() instanceof FieldType.Enumerated);
        Optional<String> length = name(field -> field.name().endsWith("length"));
        Optional<String> body = name(field -> field.name().equals("body") && field.type() instanceof FieldType.Octets);
        Optional<String> padding = name(field -> field.type() instanceof FieldType.Padding);
        return type.isPresent() && length.isPresent() && body.isPresent() && padding.isPresent()
                ? Optional.of(List.of(type.get(), length.get(), body.get(), padding.get()))
                : Optional.empty();
    }

    private Optional<String> name(java.util.function.Predicate<io.streamspec.model.Field> wanted) {
        return structure.orElseThrow().fields().stream()
                .filter(wanted)
                .map(io.streamspec.model.Field::name)
                .findFirst();
    }
}
