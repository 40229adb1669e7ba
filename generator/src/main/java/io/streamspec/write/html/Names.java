package io.streamspec.write.html;

import io.streamspec.model.BitRange;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Section;
import io.streamspec.model.Section.Content;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the names in a document's text lead to: a name that means one thing leads there, any other nowhere. */
final class Names {

    private final Specification specification;
    private final Set<String> tabled = new HashSet<>();
    private final Map<String, Set<Target>> records = new HashMap<>();
    private final Map<String, Set<Target>> everywhere = new HashMap<>();
    private final Map<String, Map<String, Target>> own = new HashMap<>();
    private final Map<String, Map<String, String>> foreign = new HashMap<>();

    /** A place: its address, and the section of this page that it lies in, or empty. */
    record Target(String address, String section) {}

    Names(Site site, Specification specification) {
        this.specification = specification;
        specification.sections().forEach(this::addTabled);
        specification.structures().forEach(this::addStructure);
        for (RecordKind kind : specification.records()) {
            kind.structure()
                    .map(specification::structure)
                    .ifPresent(structure -> add(records, kind.name(), section(structure)));
        }
        specification.enumerations().forEach(this::addValues);
        specification.enumerations().forEach(this::addEnumeration);
        for (Specification other : site.singleFile() ? List.<Specification>of() : site.specifications()) {
            if (!other.name().equals(specification.name())) {
                addForeign(other);
            }
        }
    }

    /** Where {@code name}, in the section that draws {@code structures}, leads to. */
    Optional<Target> find(String name, List<String> structures) {
        return inside(name, structures)
                .or(() -> only(records.get(name)))
                .or(() -> records.containsKey(name) ? Optional.empty() : only(everywhere.get(name)));
    }

    /** Where the name of a field, bit or definition of {@code structures} leads to. */
    Optional<Target> inside(String name, List<String> structures) {
        return structures.stream()
                .map(structure -> own.getOrDefault(structure, Map.of()).get(name))
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    private static Optional<Target> only(@org.jspecify.annotations.Nullable Set<Target> found) {
        return found != null && found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private static void add(Map<String, Set<Target>> names, String name, Target target) {
        names.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(target);
    }

    /** The structures whose fields have rows on the page. */
    private void addTabled(Section section) {
        for (Content content : section.contents()) {
            List<String> drawn = content instanceof Content.Diagram diagram
                    ? diagram.structures()
                    : content instanceof Content.FieldTable table ? table.structures() : List.of();
            drawn.stream().findFirst().ifPresent(tabled::add);
        }
    }

    private boolean isTabled(Structure structure) {
        return tabled.contains(structure.owner().orElse(structure.name()));
    }

    private Target section(Structure structure) {
        return new Target("#" + structure.anchor(), structure.anchor());
    }

    private void addStructure(Structure structure) {
        add(everywhere, structure.name(), section(structure));
        for (Structure.Definition definition : structure.definitions()) {
            addOwn(structure, definition.name(), structure.name() + "." + definition.name());
        }
        for (Field field : structure.fields()) {
            if (!field.isIgnored()) {
                addField(structure, field);
            }
        }
    }

    private void addField(Structure structure, Field field) {
        String id = structure.name() + "." + field.name();
        addOwn(structure, field.name(), id);
        if (!field.label().equals(field.name())) {
            addOwn(structure, field.label(), id);
        }
        FieldType type = field.type().element();
        if (type instanceof FieldType.Flags flags) {
            for (BitRange range : flags.bits()) {
                if (!range.reserved()) {
                    addOwn(structure, field.name() + "." + range.name(), id + "." + range.name());
                }
            }
        }
    }

    private void addOwn(Structure structure, String name, String id) {
        Target target = isTabled(structure) ? new Target("#" + id, structure.anchor()) : section(structure);
        own.computeIfAbsent(structure.name(), key -> new HashMap<>()).putIfAbsent(name, target);
        add(everywhere, name, target);
        add(everywhere, structure.name() + "." + name, target);
        specification.recordsOf(structure.name()).forEach(kind -> add(everywhere, kind.name() + "." + name, target));
    }

    private void addValues(Enumeration enumeration) {
        for (Enumeration.Value value : enumeration.values()) {
            add(
                    everywhere,
                    value.name(),
                    new Target("#" + enumeration.name() + "." + value.name(), enumeration.anchor()));
        }
    }

    /** An enumeration is no common word in text, so its name gives way to any other. */
    private void addEnumeration(Enumeration enumeration) {
        everywhere.computeIfAbsent(
                enumeration.name(), name -> Set.of(new Target("#" + enumeration.anchor(), enumeration.anchor())));
    }

    private void addForeign(Specification other) {
        Map<String, String> places = foreign.computeIfAbsent(other.name(), key -> new HashMap<>());
        places.put("", other.pageName() + ".html");
        for (RecordKind kind : other.records()) {
            kind.structure().map(other::structure).ifPresent(structure -> {
                String address = other.pageName() + ".html#" + structure.anchor();
                places.put(kind.name(), address);
                add(everywhere, kind.name(), new Target(address, ""));
            });
        }
    }

    /** The page of another document, or empty if it is not published with this. */
    String page(String document) {
        return in(document, "");
    }

    /** The place of a record of another document, or empty. */
    String in(String document, String record) {
        return foreign.getOrDefault(document, Map.of()).getOrDefault(record, "");
    }
}
