package io.streamspec.write.kaitai;

import io.streamspec.model.Enumeration;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the types, enumerations and fields of one specification are called in Kaitai, and what the types need. */
final class Plan {

    /** Numbers up to here are exact in every language that Kaitai generates, JavaScript included. */
    static final int EXACT_BITS = 53;

    private final Specification specification;
    private final String id;
    private final Needs needs;
    private final Scope types = Scope.ofTypes();
    private final Map<String, Scope> fields = new HashMap<>();
    private final Map<String, Scope> labels = new HashMap<>();
    private final Set<List<String>> unread = new HashSet<>();

    private Plan(Specification specification, String id) {
        this.specification = specification;
        this.id = id;
        this.needs = new Needs(specification);
    }

    /** The plan of {@code specification}, whose file is called {@code id}. */
    static Plan of(Specification specification, String id) {
        Plan plan = new Plan(specification, id);
        plan.types.claim(List.of("file"), id);
        specification.structures().forEach(structure -> plan.types.claim(structure.name(), structure.name()));
        specification.structures().forEach(plan::nameFields);
        specification.enumerations().forEach(plan::nameValues);
        return plan;
    }

    Specification specification() {
        return specification;
    }

    /** The specification's identifier, also the name of its file. */
    String id() {
        return id;
    }

    Needs needs() {
        return needs;
    }

    /** The type that reads the structure of that name. */
    String type(String structure) {
        return types.of(structure);
    }

    /** The type of the stream's records, which has them. */
    String frameType() {
        return type(specification.framing().orElseThrow().structure());
    }

    /** A type for something inside of a structure, such as the bits of a field; its name begins with the structure's. */
    String partType(String structure, String part) {
        return types.claim(List.of("part", structure, part), structure + "_" + part);
    }

    /** A type of the file as a whole. */
    String ownType(String name) {
        return types.claim(List.of("own", name), name);
    }

    /** Remembers that a field, or a definition, of a structure cannot be expressed. */
    void setUnread(String structure, String name) {
        unread.add(List.of(structure, name));
    }

    /** Requires that a field, or a definition, is there for expressions to depend on. */
    void requireRead(String structure, String name) {
        if (!isRead(structure, name)) {
            throw new Inexpressible("depends on '" + name + "', which is not read");
        }
    }

    /** Whether a field, or a definition, of a structure can be expressed, as far as is known. */
    boolean isRead(String structure, String name) {
        return !unread.contains(List.of(structure, name));
    }

    /** How many fields and definitions cannot be expressed. */
    int unread() {
        return unread.size();
    }

    /** What the structure's fields, definitions and parameters are called. */
    Scope scope(String structure) {
        return fields.computeIfAbsent(structure, unseen -> new Scope());
    }

    /**
     * What the number of a field is called whose value may have no name, if it is such a field: some languages would keep
     * nothing of the value otherwise. The field's own name is that of an instance.
     */
    Optional<String> number(String structure, String field) {
        return scope(structure).find(List.of("number", field));
    }

    /** What the ranges of bits of a field are called. */
    Scope bits(String structure, String field) {
        return fields.computeIfAbsent(structure + " " + field, unseen -> new Scope());
    }

    /** Whether the enumeration has values, so that it can be one of Kaitai's. */
    boolean isEnum(String enumeration) {
        return specification.enumeration(enumeration).values().stream().anyMatch(Plan::isExact);
    }

    /** The enumeration of that name. */
    String enumeration(String enumeration) {
        return types.of(List.of("enumeration", enumeration));
    }

    /** {@code kind::label} for the value of an enumeration, if it can be expressed. */
    Optional<String> label(String enumeration, BigInteger value) {
        return Optional.ofNullable(labels.get(enumeration))
                .flatMap(scope -> scope.find(value))
                .map(label -> enumeration(enumeration) + "::" + label);
    }

    static boolean isExact(Enumeration.Value value) {
        return value.value().bitLength() <= EXACT_BITS;
    }

    private void nameFields(Structure structure) {
        Scope scope = scope(structure.name());
        Map<Field, String> numbers = new LinkedHashMap<>();
        for (Field field : structure.fields()) {
            String id = scope.claim(field.name(), field.name());
            if (mayBeUnnamed(structure, field)) {
                numbers.put(field, id + "_number");
            }
            if (element(field.type()) instanceof FieldType.Flags flags) {
                Scope bits = bits(structure.name(), field.name());
                flags.bits()
                        .forEach(range ->
                                bits.claim(range.low(), range.reserved() ? "reserved_" + range.low() : range.name()));
                bits.claim("value", "value");
            }
        }
        numbers.forEach((field, name) -> scope.claim(List.of("number", field.name()), name));
        structure.definitions().forEach(one -> scope.claim(List.of("definition", one.name()), one.name()));
    }

    private boolean mayBeUnnamed(Structure structure, Field field) {
        boolean isType = specification
                .framing()
                .filter(frame -> frame.structure().equals(structure.name())
                        && frame.type().equals(field.name()))
                .isPresent();
        return field.type() instanceof FieldType.Enumerated enumerated
                && isEnum(enumerated.enumeration())
                && (isType || enumerated.open());
    }

    private void nameValues(Enumeration enumeration) {
        types.claim(List.of("enumeration", enumeration.name()), enumeration.name());
        Scope scope = new Scope();
        enumeration.values().stream().filter(Plan::isExact).forEach(value -> scope.claim(value.value(), value.name()));
        labels.put(enumeration.name(), scope);
    }

    static FieldType element(FieldType type) {
        FieldType element = type;
        while (element instanceof FieldType.Array array) {
            element = array.element();
        }
        return element;
    }
}
