package io.streamspec.write.html;

import io.streamspec.model.BitRange;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Section;
import io.streamspec.model.Section.Content;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts of a document that pages render as markup, each with where its characters stand in the document. */
final class PageTexts {

    private final List<Text> texts = new ArrayList<>();
    private final Map<String, CellPlaces> cells = new HashMap<>();

    private PageTexts() {}

    /** A text as the model has it. */
    record Text(String markup, Place place) {}

    /** Where in the document a text's characters from {@code start} up to, not including, {@code end} stand. */
    interface Place {
        Span of(int start, int end);
    }

    /** All texts of {@code specification}: those of sections in order, then those of its fields and values. */
    static List<Text> of(Specification specification) {
        PageTexts found = new PageTexts();
        for (Section section : specification.sections()) {
            found.cells.put(section.anchor(), new CellPlaces(tables(section)));
            section.contents().forEach(content -> found.add(section.anchor(), content));
        }
        for (Structure structure : specification.structures()) {
            structure.fields().forEach(field -> found.add(structure.anchor(), field));
        }
        specification.enumerations().forEach(found::add);
        return found.texts;
    }

    private static List<Span> tables(Section section) {
        return section.contents().stream()
                .filter(content -> content instanceof Content.FieldTable
                        || content instanceof Content.ValueTable
                        || content instanceof Content.PlainTable)
                .map(PageTexts::span)
                .toList();
    }

    private static Span span(Content content) {
        return content instanceof Content.FieldTable fields
                ? fields.span()
                : content instanceof Content.ValueTable values ? values.span() : ((Content.PlainTable) content).span();
    }

    private void add(String section, Content content) {
        if (content instanceof Content.Prose prose) {
            texts.add(new Text(prose.text(), prose::place));
        } else if (content instanceof Content.PlainTable table) {
            table.header().forEach(cell -> cell(section, cell, table.span()));
            table.rows().forEach(row -> row.forEach(cell -> cell(section, String.join("\n\n", cell), table.span())));
            table.caption().ifPresent(caption -> cell(section, caption, table.span()));
        } else if (content instanceof Content.ValueTable table) {
            table.caption().ifPresent(caption -> cell(section, caption, table.span()));
        }
    }

    private void add(String section, Field field) {
        cell(section, field.description(), field.span());
        FieldType type = field.type().element();
        if (type instanceof FieldType.Flags flags) {
            for (BitRange range : flags.bits()) {
                cell(section, range.description(), range.span());
            }
        }
    }

    private void add(Enumeration enumeration) {
        for (Enumeration.Value value : enumeration.values()) {
            String shown = value.description().isEmpty() ? value.label() : value.description();
            cell(enumeration.anchor(), shown, value.span());
        }
        enumeration.reserved().forEach(range -> cell(enumeration.anchor(), range.label(), range.span()));
    }

    private void cell(String section, String text, Span other) {
        CellPlaces places = cells.getOrDefault(section, new CellPlaces(List.of()));
        texts.add(new Text(text, (start, end) -> places.find(text.substring(start, end), other)));
    }
}
