package io.streamspec.lint;

import io.streamspec.model.RecordKind;
import io.streamspec.model.Section;
import io.streamspec.model.Structure;
import io.streamspec.read.Block;
import io.streamspec.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A section as it is written and as it is meant.
 *
 * @param heading where its title stands
 * @param blocks what stands under the title, in the document itself
 * @param section what that means; content of a supplement included
 * @param structures those that its diagram draws
 * @param records the kinds of records that have these as bodies
 */
record Part(
        String title,
        Span heading,
        List<Block> blocks,
        Section section,
        List<Structure> structures,
        List<RecordKind> records) {

    Part {
        blocks = List.copyOf(blocks);
        structures = List.copyOf(structures);
        records = List.copyOf(records);
    }

    <T extends Block> List<T> blocks(Class<T> kind) {
        return blocks.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Optional<Block.Diagram> diagram() {
        return blocks(Block.Diagram.class).stream().findFirst();
    }

    /** The structure that is drawn; where several records share the drawing, the first one's. */
    Optional<Structure> structure() {
        return structures.stream().findFirst();
    }

    /** The rows of its tables of fields. */
    List<FieldRow> fieldRows() {
        return blocks(Block.Table.class).stream()
                .filter(table -> table.header().get(0).text().equalsIgnoreCase("Field"))
                .flatMap(table -> table.rows().stream().map(row -> new FieldRow(row, table)))
                .toList();
    }

    /** The sentences of its prose. */
    List<RunningText> sentences() {
        return prose().flatMap(prose -> RunningText.sentences(prose).stream()).toList();
    }

    /** Its pieces of prose. */
    Stream<Section.Content.Prose> prose() {
        return section.contents().stream()
                .filter(content -> content instanceof Section.Content.Prose prose
                        && prose.span().source().equals(heading.source()))
                .map(Section.Content.Prose.class::cast);
    }

    /** The paragraphs in the cells of its tables. */
    List<RunningText> cells() {
        return blocks(Block.Table.class).stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> cell.paragraphs().stream())
                .map(RunningText::of)
                .toList();
    }

    /** All its words: sentences, and what stands in tables. */
    List<RunningText> texts() {
        return Stream.concat(sentences().stream(), cells().stream()).toList();
    }
}
