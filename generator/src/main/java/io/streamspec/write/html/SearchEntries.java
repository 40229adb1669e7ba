package io.streamspec.write.html;

import io.streamspec.model.Enumeration;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Rule;
import io.streamspec.model.Rules;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be searched for on a document's page: of the model, as far as the page has a place for it. */
final class SearchEntries {

    private final Specification specification;
    private final Anchors anchors;
    private final List<SearchEntry> entries = new ArrayList<>();

    private SearchEntries(Specification specification, Anchors anchors) {
        this.specification = specification;
        this.anchors = anchors;
    }

    /** The entries of {@code specification}, whose page has {@code anchors}. */
    static List<SearchEntry> of(Specification specification, List<Page.Part> parts, Anchors anchors) {
        SearchEntries all = new SearchEntries(specification, anchors);
        parts.stream()
                .filter(part -> part.level() > 0)
                .forEach(part -> all.add("section", part.title(), "", part.id(), Optional.empty()));
        specification.records().forEach(all::record);
        specification.structures().forEach(all::structure);
        specification.enumerations().forEach(all::enumeration);
        Rules.of(specification).forEach(all::rule);
        return all.entries;
    }

    private void record(RecordKind kind) {
        kind.structure()
                .map(specification::structure)
                .ifPresent(structure -> add(
                        "record",
                        kind.name(),
                        "type " + spelling(kind),
                        structure.anchor(),
                        Optional.of(BigInteger.valueOf(kind.type()))));
    }

    /** The number of a type as the document writes it. */
    private String spelling(RecordKind kind) {
        return specification.enumerations().stream()
                .flatMap(enumeration -> enumeration.values().stream())
                .filter(value ->
                        value.name().equals(kind.name()) && value.value().equals(BigInteger.valueOf(kind.type())))
                .map(Enumeration.Value::spelling)
                .findFirst()
                .orElseGet(() -> String.valueOf(kind.type()));
    }

    private void structure(Structure structure) {
        for (Field field : structure.fields()) {
            String id = structure.name() + "." + field.name();
            FieldType type = field.type().element();
            if (type instanceof FieldType.Constant constant) {
                String value = FieldWords.hexadecimal(constant);
                add("constant", field.label() + " " + value, structure.section(), id, Optional.of(constant.value()));
            } else if (!field.isIgnored()) {
                String symbol =
                        field.symbol().map(letters -> " (" + letters + ")").orElse("");
                add("field", field.label() + symbol, structure.section(), id, Optional.empty());
            }
            if (type instanceof FieldType.Flags flags) {
                flags.bits().stream()
                        .filter(range -> !range.reserved())
                        .forEach(range -> add(
                                "bit",
                                range.name(),
                                structure.section() + ", " + field.label() + ", " + FieldRows.numbers(range),
                                id + "." + FieldRows.name(range),
                                Optional.empty()));
            }
        }
    }

    private void enumeration(Enumeration enumeration) {
        for (Enumeration.Value value : enumeration.values()) {
            add(
                    "value",
                    value.name(),
                    enumeration.name() + " " + value.spelling(),
                    enumeration.name() + "." + value.name(),
                    Optional.of(value.value()));
        }
    }

    private void rule(Rule rule) {
        String anchor = RuleAnchors.id(rule.id()); // where it is said, or in the list of all rules: never nowhere
        entries.add(new SearchEntry("rule", rule.id(), rule.text().strip(), anchor, Optional.empty()));
    }

    private void add(String kind, String name, String where, String anchor, Optional<BigInteger> number) {
        if (anchors.has(anchor)) {
            entries.add(new SearchEntry(kind, name, where, anchor, number.map(SearchEntries::decimal)));
        }
    }

    private static String decimal(BigInteger number) {
        return String.format(Locale.ROOT, "%d", number);
    }
}
