package io.streamspec.write.kaitai;

import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Structure;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A type around each element of an array, for what Kaitai cannot ask of an element itself: that it may be missing, or has
 * elements again. What the structure around knows of it comes as parameters.
 */
final class ElementType {

    private final Plan plan;
    private final Structure structure;
    private final Field field;
    private final FieldType element;
    private final boolean isFiltered;
    private final Scope scope = new Scope();

    ElementType(Plan plan, Structure structure, Field field, FieldType element, boolean isFiltered) {
        this.plan = plan;
        this.structure = structure;
        this.field = field;
        this.element = element;
        this.isFiltered = isFiltered;
        scope.claim("element", "element");
    }

    String name() {
        return plan.partType(structure.name(), field.name() + "_element");
    }

    /** What the type is to be given. */
    Set<Need> needs() {
        Set<Need> needs = new LinkedHashSet<>();
        if (isFiltered) {
            needs.add(new Need.Presence());
        }
        if (computed(element).isPresent()) {
            needs.add(new Need.Amount());
        }
        needs.addAll(plan.needs().of(element, structure));
        return needs;
    }

    /** The type; {@code checks} adds to an item what values it may have. */
    Map<String, Object> type(BiConsumer<Map<String, Object>, FieldType> checks) {
        Map<String, Object> type = new LinkedHashMap<>();
        Types.addParameters(type, needs(), scope, plan);
        Types.addOrder(type, plan, structure, scope, Needs.width(element) > 1);
        Map<String, Object> item = Yaml.map("id", scope.of("element"));
        Items items = new Items(plan, structure, scope, extent -> scope.of(new Need.Amount()));
        if (element instanceof FieldType.Array array) {
            if (array.element() instanceof FieldType.Array
                    || computed(array.element()).isPresent()) {
                throw new Inexpressible("has elements of elements of a computed size");
            }
            items.add(item, array.element(), field.name());
            checks.accept(item, array.element());
            items.addRepeat(item, array.extent());
        } else {
            items.add(item, element, field.name());
            checks.accept(item, element);
        }
        if (isFiltered) {
            item.put("if", scope.of(new Need.Presence()));
        }
        type.put("seq", List.of(item));
        return type;
    }

    /** The extent of a value of {@code type} that the structure around has to work out. */
    static Optional<Extent> computed(FieldType type) {
        Extent extent = type instanceof FieldType.Array array
                ? array.extent()
                : type instanceof FieldType.Octets octets
                        ? octets.extent()
                        : type instanceof FieldType.Text text ? text.extent() : new Extent.ToEnd();
        return Optional.of(extent)
                .filter(worked -> worked instanceof Extent.Computed || worked instanceof Extent.ForEach);
    }
}
