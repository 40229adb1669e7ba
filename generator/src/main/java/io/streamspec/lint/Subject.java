package io.streamspec.lint;

import io.streamspec.model.RecordKind;
import io.streamspec.model.Section;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.read.Block;
import io.streamspec.read.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A document that reads without an error, as checks see it.
 *
 * @param document what is written
 * @param model what it means, with the supplement that may go with it
 * @param parts the sections of the document
 * @param names all names there are
 * @param older an earlier revision, if there is one to compare with
 */
record Subject(Document document, Specification model, List<Part> parts, Names names, Optional<Specification> older) {

    Subject {
        parts = List.copyOf(parts);
    }

    static Subject of(Document document, Specification model, Optional<Specification> older) {
        Map<Integer, Section> sections = new HashMap<>();
        for (Section section : model.sections()) {
            if (section.span().source().equals(document.source())) {
                sections.putIfAbsent(section.span().start(), section);
            }
        }
        List<Part> parts = new ArrayList<>();
        List<Block> blocks = document.blocks();
        int from = 0;
        while (from < blocks.size()) {
            int to = from + 1;
            while (to < blocks.size() && !(blocks.get(to) instanceof Block.Heading)) {
                to++;
            }
            if (blocks.get(from) instanceof Block.Heading heading) {
                Section section = sections.get(heading.text().span().start());
                if (section != null) {
                    parts.add(part(heading, blocks.subList(from + 1, to), section, model));
                }
            }
            from = to;
        }
        return new Subject(document, model, parts, Names.of(model), older);
    }

    private static Part part(Block.Heading heading, List<Block> blocks, Section section, Specification model) {
        List<String> drawn = section.contents().stream()
                .filter(Section.Content.Diagram.class::isInstance)
                .flatMap(content -> ((Section.Content.Diagram) content).structures().stream())
                .toList();
        List<Structure> structures = drawn.stream().map(model::structure).toList();
        List<RecordKind> records = drawn.stream()
                .flatMap(structure -> model.recordsOf(structure).stream())
                .toList();
        return Part.of(heading.text().span(), blocks, section, structures, records);
    }

    /** The parts that draw a structure in the document itself. */
    List<Part> drawn() {
        return parts.stream().filter(Part::isDrawn).toList();
    }
}
