package io.streamspec.lint;

import io.streamspec.model.Field;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Section;
import io.streamspec.model.Structure;
import io.streamspec.read.Block;
import io.streamspec.read.Drawing;
import io.streamspec.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A section as it is written and as it is meant.
 *
 * @param heading where its title stands
 * @param blocks what stands under the title, in the document itself
 * @param section what that means; content of a supplement included
 * @param structures those that its diagram draws
 * @param records the kinds of records that have these as bodies
 * @param drawings its diagrams
 * @param fieldRows the rows of its tables of fields
 * @param sentences those of its prose
 * @param cells the paragraphs in the cells of its tables
 * @param fields those of the structure, by name
 */
record Part(
        Span heading,
        List<Block> blocks,
        Section section,
        List<Structure> structures,
        List<RecordKind> records,
        List<Drawing> drawings,
        List<FieldRow> fieldRows,
        List<RunningText> sentences,
        List<RunningText> cells,
        Map<String, Field> fields) {

    Part {
        blocks = List.copyOf(blocks);
        structures = List.copyOf(structures);
        records = List.copyOf(records);
        drawings = List.copyOf(drawings);
        fieldRows = List.copyOf(fieldRows);
        sentences = List.copyOf(sentences);
        cells = List.copyOf(cells);
        fields = Map.copyOf(fields);
    }

    static Part of(
            Span heading, List<Block> blocks, Section section, List<Structure> structures, List<RecordKind> records) {
        List<Block.Table> tables = blocks(blocks, Block.Table.class);
        List<Block.Row> rows =
                tables.stream().flatMap(table -> table.rows().stream()).toList();
        return new Part(
                heading,
                blocks,
                section,
                structures,
                records,
                blocks(blocks, Block.Diagram.class).stream().map(Drawing::of).toList(),
                tables.stream()
                        .filter(table -> table.header().get(0).text().equalsIgnoreCase("Field"))
                        .flatMap(table -> table.rows().stream().map(row -> FieldRow.of(row, table)))
                        .toList(),
                prose(section, heading)
                        .flatMap(prose -> RunningText.sentences(prose).stream())
                        .toList(),
                rows.stream()
                        .flatMap(row -> row.cells().stream())
                        .flatMap(cell -> cell.paragraphs().stream())
                        .map(RunningText::of)
                        .toList(),
                structures.stream()
                        .limit(1)
                        .flatMap(structure -> structure.fields().stream())
                        .collect(Collectors.toMap(Field::name, field -> field, (first, second) -> first)));
    }

    private static <T extends Block> List<T> blocks(List<Block> blocks, Class<T> kind) {
        return blocks.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Stream<Section.Content.Prose> prose(Section section, Span heading) {
        return section.contents().stream()
                .filter(content -> content instanceof Section.Content.Prose prose
                        && prose.span().source().equals(heading.source()))
                .map(Section.Content.Prose.class::cast);
    }

    String title() {
        return section.title();
    }

    /** Its tables. */
    List<Block.Table> tables() {
        return blocks(blocks, Block.Table.class);
    }

    /** Its pieces of prose. */
    Stream<Section.Content.Prose> prose() {
        return prose(section, heading);
    }

    /** Whether it draws a structure in the document itself. */
    boolean isDrawn() {
        return !drawings.isEmpty() && !structures.isEmpty();
    }

    /** The structure that is drawn; where several records share the drawing, the first one's. */
    Optional<Structure> structure() {
        return structures.stream().findFirst();
    }

    /** The field of the structure that is drawn that a row describes, if there is one of that name. */
    Optional<Field> field(FieldRow row) {
        return Optional.ofNullable(fields.get(row.name()));
    }

    /** All its words: sentences, and what stands in tables. */
    List<RunningText> texts() {
        return Stream.concat(sentences.stream(), cells.stream()).toList();
    }
}
