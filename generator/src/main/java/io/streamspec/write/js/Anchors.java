package io.streamspec.write.js;

import io.streamspec.model.Enumeration;
import io.streamspec.model.FieldType;
import io.streamspec.model.Section;
import io.streamspec.model.Section.Content;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which fields and values have a row, and so an id, on the specification's page; and under which names. */
final class Anchors {

    private final Specification specification;
    private final Map<String, String> tables = new HashMap<>();
    private final Set<String> enumerations = new HashSet<>();

    Anchors(Specification specification) {
        this.specification = specification;
        specification.sections().forEach(this::addSection);
        specification.enumerations().stream()
                .filter(enumeration -> tables.containsKey(home(enumeration)))
                .forEach(enumeration -> enumerations.add(enumeration.name()));
    }

    /** What the ids of the structure's fields begin with: its name, or that of one it shares a table with; or empty. */
    String table(Structure structure) {
        return tables.getOrDefault(structure.name(), "");
    }

    /** Whether the values of the enumeration have ids, which begin with its name. */
    boolean isShown(Enumeration enumeration) {
        return enumerations.contains(enumeration.name());
    }

    private void addSection(Section section) {
        for (Content content : section.contents()) {
            if (content instanceof Content.FieldTable table) {
                addTable(table.structures());
            } else if (content instanceof Content.Diagram diagram) {
                addTable(diagram.structures());
            } else if (content instanceof Content.ValueTable table) {
                enumerations.add(table.enumeration());
            }
        }
    }

    private void addTable(List<String> structures) {
        for (String name : structures) {
            tables.put(name, structures.get(0));
        }
        structures.stream().limit(1).forEach(name -> addMembers(specification.structure(name)));
    }

    /** Structures that are drawn inside of another one stand in its table. */
    private void addMembers(Structure structure) {
        for (Structure inside : specification.structures()) {
            if (inside.owner().filter(structure.name()::equals).isPresent() && tables.get(inside.name()) == null) {
                tables.put(inside.name(), inside.name());
                addMembers(inside);
            }
        }
    }

    /** The structure in whose table the values stand: the first with a field of that kind. */
    private String home(Enumeration enumeration) {
        return specification.structures().stream()
                .filter(structure -> structure.fields().stream()
                        .anyMatch(field -> field.type() instanceof FieldType.Enumerated enumerated
                                && enumerated.enumeration().equals(enumeration.name())))
                .map(Structure::name)
                .findFirst()
                .orElse("");
    }
}
