package io.streamspec.write.kaitai;

import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Structure;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The type of one structure: an item for each field, an instance for each definition, checks for what its rules require.
 * From a field on that cannot be expressed, the rest is octets, and a note says so.
 */
final class StructureType {

    private final Plan plan;
    private final Structure structure;
    private final Optional<String> docs;
    private final Diagnostics diagnostics;
    private final Scope scope;
    private final KsyExpression expressions;
    private final Items items;
    private final List<Map<String, Object>> seq = new ArrayList<>();
    private final Map<String, Object> instances = new LinkedHashMap<>();
    private final Map<String, Object> parts = new LinkedHashMap<>();

    StructureType(Plan plan, Structure structure, Optional<String> docs, Diagnostics diagnostics) {
        this.plan = plan;
        this.structure = structure;
        this.docs = docs;
        this.diagnostics = diagnostics;
        this.scope = plan.scope(structure.name());
        this.expressions = KsyExpression.of(plan, structure);
        this.items = new Items(plan, structure, scope, this::amount);
    }

    /** Adds the type to {@code types}, and behind it those that only it uses. */
    void addTo(Map<String, Object> types) {
        Map<String, Object> type = new LinkedHashMap<>();
        Docs.add(type, structure, plan.specification(), docs);
        Types.addParameters(type, plan.needs().of(structure), scope, plan);
        boolean hasNumbers = structure.fields().stream().anyMatch(field -> Needs.width(field.type()) > 1);
        Types.addOrder(type, plan, structure, scope, hasNumbers);
        addFields();
        structure.definitions().forEach(this::addDefinition);
        addRules();
        if (!seq.isEmpty()) {
            type.put("seq", seq);
        }
        if (!instances.isEmpty()) {
            type.put("instances", instances);
        }
        types.put(plan.type(structure.name()), type);
        types.putAll(parts);
    }

    /** Instances that came with items. */
    Map<String, Object> instances() {
        return instances;
    }

    /** Types that came with items. */
    Map<String, Object> parts() {
        return parts;
    }

    private void addFields() {
        if (structure.zeroExtended()) {
            note(structure.span(), "a body of '" + structure.name() + "' that lacks octets cannot be read");
        }
        for (int i = 0; i < structure.fields().size(); i++) {
            Field field = structure.fields().get(i);
            try {
                seq.add(item(field));
            } catch (Inexpressible e) {
                note(
                        field.span(),
                        "'" + field.label() + "' " + e.reason() + ", so that from there on there are octets only");
                seq.add(Yaml.map("id", scope.of(field.name()), "size-eos", true));
                structure.fields().stream().skip(i).forEach(one -> plan.setUnread(structure.name(), one.name()));
                return;
            }
        }
    }

    /** The item that reads {@code field}. */
    Map<String, Object> item(Field field) {
        String id = scope.of(field.name());
        FieldType type = field.type();
        Optional<String> number = plan.number(structure.name(), field.name());
        Map<String, Object> item = Yaml.map("id", number.orElse(id));
        Docs.addOriginal(item, id, field.label());
        Docs.add(item, field.description());
        if (type instanceof FieldType.Array array) {
            addArray(item, field, array);
        } else if (isOpenPadding(field)) {
            item.put("size-eos", true);
            item.put("valid", Yaml.map("expr", "_.length <= " + ((FieldType.Padding) type).most()));
        } else {
            items.add(item, type, field.name());
            addChecks(item, type, field);
        }
        addPart(field);
        field.when().ifPresent(when -> item.put("if", expressions.condition(when)));
        number.ifPresent(one -> moveName(item, id, one, field));
        if (type instanceof FieldType.Scalar scalar) {
            scalar.unit().ifPresent(unit -> item.put("-unit", Prose.of(unit)));
        }
        return item;
    }

    /** Leaves the number to the item, and gives the value's name to an instance that goes by the name of the field. */
    private void moveName(Map<String, Object> item, String id, String number, Field field) {
        Map<String, Object> instance = Yaml.map("value", number);
        instance.put("enum", Objects.requireNonNull(item.remove("enum")));
        field.when().ifPresent(when -> instance.put("if", expressions.condition(when)));
        instances.put(id, instance);
    }

    /** Padding that ends a record's body may be missing there, because that of the frame takes its place. */
    private boolean isOpenPadding(Field field) {
        int last = structure.fields().size() - 1;
        return field.type() instanceof FieldType.Padding
                && structure.fields().indexOf(field) == last
                && !plan.specification().recordsOf(structure.name()).isEmpty();
    }

    private void addArray(Map<String, Object> item, Field field, FieldType.Array array) {
        boolean isFiltered =
                array.extent() instanceof Extent.ForEach each && each.where().isPresent();
        if (!isFiltered && !(array.element() instanceof FieldType.Array)) {
            items.add(item, array.element(), field.name());
            addChecks(item, array.element(), field);
            items.addRepeat(item, array.extent());
            return;
        }
        ElementType element = new ElementType(plan, structure, field, array.element(), isFiltered);
        item.put("type", Types.call(element.name(), element.needs(), need -> argument(need, array)));
        items.addRepeat(item, array.extent());
        parts.put(element.name(), element.type((part, type) -> addChecks(part, type, field)));
    }

    private void addChecks(Map<String, Object> item, FieldType type, Field field) {
        try {
            items.addChecks(item, type);
        } catch (Inexpressible e) {
            unchecked(field, e.reason());
        }
    }

    private void unchecked(Field field, String reason) {
        note(field.span(), "'" + field.label() + "' " + reason + ", so that its values are not checked");
    }

    private String argument(Need need, FieldType.Array array) {
        if (need instanceof Need.Presence && array.extent() instanceof Extent.ForEach each) {
            return expressions
                    .forElementsOf(each.array())
                    .condition(each.where().orElseThrow());
        }
        return need instanceof Need.Amount
                ? amount(ElementType.computed(array.element()).orElseThrow())
                : scope.of(need);
    }

    private void addPart(Field field) {
        if (Plan.element(field.type()) instanceof FieldType.Flags flags) {
            FlagsType type = new FlagsType(plan, structure, field.name(), flags);
            parts.put(plan.partType(structure.name(), field.name()), type.type(reason -> unchecked(field, reason)));
        }
    }

    /** How much there is, of an extent that is worked out. */
    private String amount(Extent extent) {
        if (extent instanceof Extent.Computed computed) {
            return expressions.number(computed.count());
        }
        String name = ((Extent.ForEach) extent).array();
        Field array = structure.field(name).orElseThrow();
        boolean isFiltered = array.type() instanceof FieldType.Array other
                && other.extent() instanceof Extent.ForEach each
                && each.where().isPresent();
        if (isFiltered) {
            throw new Inexpressible("goes with an array that is filtered itself");
        }
        String id = scope.of(name) + ".size";
        return array.when().isEmpty()
                ? id
                : "(" + expressions.condition(array.when().get()) + " ? " + id + " : 0)";
    }

    private void addDefinition(Structure.Definition definition) {
        try {
            instances.put(
                    scope.of(List.of("definition", definition.name())),
                    Yaml.map("value", expressions.number(definition.value())));
        } catch (Inexpressible e) {
            plan.setUnread(structure.name(), definition.name());
            note(definition.span(), "'" + definition.name() + "' " + e.reason() + ", so that it is left out");
        }
    }

    /** What rules require is checked behind the last field, since a check may speak of all. */
    private void addRules() {
        List<String> conditions = new ArrayList<>();
        for (Structure.Constraint constraint : structure.constraints()) {
            if (constraint.must()) {
                try {
                    conditions.add("(" + expressions.condition(constraint.condition()) + ")");
                } catch (Inexpressible e) {
                    note(
                            constraint.span(),
                            "the rule " + constraint.id() + " " + e.reason() + ", so that it is not checked");
                }
            }
        }
        if (!conditions.isEmpty()) {
            String condition = String.join(" and ", conditions);
            seq.add(Yaml.map(
                    "id",
                    scope.claim(List.of("rules"), "rules"),
                    "doc",
                    Prose.of("No octets, but what the specification requires of the fields before it."),
                    "size",
                    0,
                    "valid",
                    Yaml.map("expr", condition)));
        }
    }

    private void note(Span span, String message) {
        diagnostics.report(Faults.KAITAI_UNSUPPORTED.at(span, "%s in Kaitai", message));
    }
}
