package io.streamspec.write.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.streamspec.model.ByteOrder;
import io.streamspec.model.Extent;
import java.util.Optional;
import java.util.OptionalLong;

/** How values of a field type look in Java, and how they lie in octets. */
sealed interface Shape {

    /** The Java type. */
    TypeName type();

    /** The octets of a value, if always the same. */
    OptionalLong size();

    /** An unsigned integer: {@code int} up to two octets, else {@code long}. */
    record Number(int octets, ByteOrder order) implements Shape {
        @Override
        public TypeName type() {
            return octets <= Short.BYTES ? TypeName.INT : TypeName.LONG;
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.of(octets);
        }
    }

    /** An unsigned integer with a type of its own: an enumeration, or flags. */
    record Wrapped(Number number, ClassName type, boolean flags) implements Shape {
        @Override
        public OptionalLong size() {
            return number.size();
        }

        /** The accessor of the number. */
        String unwrap() {
            return flags ? "bits" : "value";
        }
    }

    /** Another structure. */
    record Nested(String structure, ClassName type, OptionalLong size, boolean needsContext) implements Shape {}

    /** Octets, or text that is not terminated. */
    record Bytes(boolean text, Extent extent) implements Shape {
        @Override
        public TypeName type() {
            return text ? Types.STRING : Types.OCTETS;
        }

        @Override
        public OptionalLong size() {
            return extent instanceof Extent.Fixed fixed ? OptionalLong.of(fixed.count()) : OptionalLong.empty();
        }

        /** The method that counts a value's octets. */
        String count() {
            return text ? "length" : "size";
        }
    }

    /** Text up to a terminator. */
    record Terminated(int terminator) implements Shape {
        @Override
        public TypeName type() {
            return Types.STRING;
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.empty();
        }
    }

    /** Elements of one shape, in the order that the structure's integers have. */
    record Many(Shape element, Extent extent, ByteOrder order) implements Shape {
        /** The class that holds such elements in memory; those that have none are kept in lists. */
        Optional<ClassName> array() {
            if (element instanceof Wrapped wrapped && wrapped.flags()) {
                return Optional.of(ArrayType.name(wrapped.type()));
            } else if (element instanceof Nested nested && nested.size().isPresent() && !nested.needsContext()) {
                return Optional.of(ArrayType.name(nested.type()));
            }
            return element instanceof Bytes bytes && !bytes.text() ? Optional.of(Types.OCTETS_ARRAY) : Optional.empty();
        }

        @Override
        public TypeName type() {
            return element instanceof Number
                    ? Types.SCALARS
                    : array().map(TypeName.class::cast).orElseGet(() -> Types.list(element.type()));
        }

        @Override
        public OptionalLong size() {
            return extent instanceof Extent.Fixed fixed && element.size().isPresent()
                    ? OptionalLong.of(fixed.count() * element.size().getAsLong())
                    : OptionalLong.empty();
        }
    }

    /** Octets without a value: constant, reserved, or padding up to a multiple of {@code alignment} if that is not 0. */
    record Blank(OptionalLong size, long alignment) implements Shape {
        @Override
        public TypeName type() {
            return TypeName.VOID;
        }
    }
}
