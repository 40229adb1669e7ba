package io.streamspec.write.java;

import com.palantir.javapoet.TypeName;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A field as a generated type has it.
 *
 * @param name the accessor, and the component if it is one
 * @param path structure and field, for messages
 * @param offset where it lies, if always there
 */
record Member(Field field, String name, String path, Role role, Shape shape, OptionalLong offset) {

    /** Local variables and parameters of generated methods; a component of such a name is told apart. */
    private static final Set<String> LOCALS = Set.of(
            "b",
            "at",
            "length",
            "context",
            "position",
            "end",
            "element",
            "slice",
            "start",
            "room",
            "violations",
            "part",
            "size",
            "extent",
            "i");

    /** What becomes of a field. */
    enum Role {
        /** A component of the record. */
        COMPONENT,
        /** The count of an array: computed from it. */
        DERIVED,
        /** One value, always: written and checked. */
        FIXED,
        /** Zero octets, skipped when read. */
        IGNORED
    }

    boolean isComponent() {
        return role == Role.COMPONENT;
    }

    boolean isConditional() {
        return field.when().isPresent();
    }

    FieldType type() {
        return field.type();
    }

    /** The local variable that holds the field while it is decoded. */
    String local() {
        return LOCALS.contains(name) ? name + "Field" : name;
    }

    /** The type of the component. */
    TypeName javaType() {
        return isConditional() ? Types.optional(shape.type()) : shape.type();
    }

    /** Whether it is a constant that is no integer. */
    boolean isOctetConstant() {
        return type() instanceof FieldType.Constant constant && constant.isOctets();
    }

    /** The constant for the octets of such a field: {@code MAGIC_VALUE}. */
    String valueConstant() {
        return JavaNames.constant(field.name()) + "_VALUE";
    }

    /** The constant for the offset: {@code PAGE_SHIFT_OFFSET}. */
    String offsetConstant() {
        return JavaNames.constant(field.name()) + "_OFFSET";
    }
}
