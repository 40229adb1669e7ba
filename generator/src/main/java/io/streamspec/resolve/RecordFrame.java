package io.streamspec.resolve;

import io.streamspec.model.Enumeration;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Structure;
import io.streamspec.read.Block;
import io.streamspec.read.LayoutRule;
import io.streamspec.source.Diagnostics;
import java.util.List;
import java.util.Optional;

/** The section that frames records, its fields, and all sections with the type field's values as record types. */
record RecordFrame(String structure, List<String> fields, Optional<Enumeration> types, List<DrawnSection> sections) {

    private static final String TYPES = "record_type";

    static Optional<RecordFrame> find(List<DrawnSection> sections, Diagnostics diagnostics) {
        List<DrawnSection> candidates =
                sections.stream().filter(section -> ruled(section).isPresent()).toList();
        if (candidates.isEmpty()) {
            candidates = sections.stream()
                    .filter(section -> section.frameFields().isPresent())
                    .toList();
        }
        if (candidates.size() > 1) {
            diagnostics.report(Faults.FRAME_UNCLEAR
                    .at(
                            candidates.get(1).structure().orElseThrow().span(),
                            "a second structure looks like the frame of records")
                    .hint("add the layout rule 'frame type, length, body, padding' to the one that is")
                    .seeAlso(candidates.get(0).structure().orElseThrow().span(), "the first is here"));
        }
        return candidates.stream().findFirst().map(section -> of(section, sections));
    }

    private static Optional<LayoutRule.Frame> ruled(DrawnSection section) {
        return section.structure().isEmpty()
                ? Optional.empty()
                : section.part().blocks(Block.Rules.class).stream()
                        .flatMap(block -> block.rules().stream())
                        .filter(LayoutRule.Frame.class::isInstance)
                        .map(LayoutRule.Frame.class::cast)
                        .findFirst();
    }

    private static RecordFrame of(DrawnSection frame, List<DrawnSection> sections) {
        List<String> fields = ruled(frame)
                .map(rule -> rule.fields().stream()
                        .map(name -> Words.snake(name.text()))
                        .toList())
                .or(frame::frameFields)
                .orElseThrow();
        Structure structure = frame.structure().orElseThrow();
        Optional<FieldType.Enumerated> type = structure
                .field(fields.get(0))
                .map(Field::type)
                .filter(FieldType.Enumerated.class::isInstance)
                .map(FieldType.Enumerated.class::cast);
        if (type.isEmpty()) {
            return new RecordFrame(structure.name(), fields, Optional.empty(), sections);
        }
        DrawnSection named = withTypes(frame, structure, fields.get(0), type.get());
        Optional<Enumeration> types = named.enumerations().stream()
                .filter(enumeration -> enumeration.name().equals(TYPES))
                .findFirst();
        return new RecordFrame(
                structure.name(),
                fields,
                types,
                sections.stream()
                        .map(section -> section == frame ? named : section)
                        .toList());
    }

    private static DrawnSection withTypes(
            DrawnSection frame, Structure structure, String field, FieldType.Enumerated type) {
        Structure renamed = structure.withFields(structure.fields().stream()
                .map(other -> other.name().equals(field)
                        ? other.withType(new FieldType.Enumerated(type.octets(), TYPES))
                        : other)
                .toList());
        List<Enumeration> enumerations = frame.enumerations().stream()
                .map(enumeration -> enumeration.name().equals(type.enumeration())
                        ? RecordRanges.named(TYPES, enumeration)
                        : enumeration)
                .toList();
        return new DrawnSection(frame.part(), Optional.of(renamed), frame.elements(), enumerations);
    }
}
