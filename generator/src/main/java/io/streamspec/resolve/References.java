package io.streamspec.resolve;

import io.streamspec.model.Expression;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Structure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fields and definitions that an expression speaks of, definitions followed to their fields. */
final class References {

    private record Place(String structure, String name) {}

    /** The structure that a measured field belongs to, which is the one whose expression measures it. */
    private static final String OWN = "";

    private final Symbols symbols;
    private final Set<Place> fields = new LinkedHashSet<>();
    private final Set<Place> definitions = new LinkedHashSet<>();

    private References(Symbols symbols) {
        this.symbols = symbols;
    }

    static References of(Expression expression, Symbols symbols) {
        References references = new References(symbols);
        references.follow(expression);
        return references;
    }

    /** The expressions that say how large a field is, and whether it is there. */
    static List<Expression> sizeExpressions(Field field) {
        List<Expression> expressions = new ArrayList<>();
        field.when().ifPresent(expressions::add);
        addAll(field.type(), expressions);
        return expressions;
    }

    private static void addAll(FieldType type, List<Expression> expressions) {
        if (type instanceof FieldType.Array array) {
            add(array.extent(), expressions);
            addAll(array.element(), expressions);
        } else if (type instanceof FieldType.Octets octets) {
            add(octets.extent(), expressions);
        } else if (type instanceof FieldType.Text text) {
            add(text.extent(), expressions);
        }
    }

    private static void add(Extent extent, List<Expression> expressions) {
        if (extent instanceof Extent.Computed computed) {
            expressions.add(computed.count());
        } else if (extent instanceof Extent.ForEach each) {
            each.where().ifPresent(expressions::add);
        }
    }

    /** The names of the fields of {@code structure}, whose expression this is, among them. */
    List<String> fields(String structure) {
        return fields.stream()
                .filter(place ->
                        place.structure().equals(structure) || place.structure().equals(OWN))
                .map(Place::name)
                .toList();
    }

    /** All structures whose fields or definitions are among them. */
    Set<String> structures() {
        Set<String> structures = new LinkedHashSet<>();
        fields.forEach(place -> structures.add(place.structure()));
        structures.remove(OWN);
        definitions.forEach(place -> structures.add(place.structure()));
        return structures;
    }

    boolean isCyclic(String structure, String definition) {
        return definitions.contains(new Place(structure, definition));
    }

    private void follow(Expression expression) {
        if (expression instanceof Expression.FieldValue value) {
            fields.add(new Place(value.structure(), value.field()));
        } else if (expression instanceof Expression.Measure measure) {
            fields.add(new Place(OWN, measure.field()));
        } else if (expression instanceof Expression.Defined defined) {
            if (definitions.add(new Place(defined.structure(), defined.name()))) {
                definition(defined).ifPresent(found -> follow(found.value()));
            }
        } else if (expression instanceof Expression.Binary binary) {
            follow(binary.left());
            follow(binary.right());
        } else if (expression instanceof Expression.Not not) {
            follow(not.operand());
        } else if (expression instanceof Expression.In in) {
            follow(in.value());
            in.items().forEach(item -> {
                follow(item.from());
                follow(item.to());
            });
        } else if (expression instanceof Expression.Choice choice) {
            follow(choice.condition());
            follow(choice.yes());
            follow(choice.no());
        }
    }

    private Optional<Structure.Definition> definition(Expression.Defined defined) {
        return symbols.structure(defined.structure()).stream()
                .flatMap(structure -> structure.definitions().stream())
                .filter(definition -> definition.name().equals(defined.name()))
                .findFirst();
    }
}
