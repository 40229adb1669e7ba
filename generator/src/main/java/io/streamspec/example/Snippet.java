package io.streamspec.example;

import io.streamspec.model.BitRange;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.write.java.JavaApi;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The Java that makes a value with the generated API, in the package of the generated code. */
final class Snippet {

    private static final int INT_BITS = 31;
    private static final int MOST_SPELLED = 16;

    private final Specification specification;
    private final JavaApi api;

    Snippet(Specification specification, JavaApi api) {
        this.specification = specification;
        this.api = api;
    }

    /** {@code new X86TscInfo(1, 2_000, 3_000_000, 4)}. */
    JavaTerm of(Value.Group group) {
        Structure structure = specification.structure(group.structure());
        List<JavaTerm> arguments = new ArrayList<>();
        for (String name : api.components(structure.name())) {
            Field field = structure.field(name).orElseThrow();
            Optional<Value> value = Optional.ofNullable(group.fields().get(name));
            arguments.add(argument(structure, field, value));
        }
        return JavaTerm.call("new " + api.type(structure.name()), arguments);
    }

    private JavaTerm argument(Structure structure, Field field, Optional<Value> value) {
        if (field.when().isEmpty()) {
            return of(structure, field, field.type(), value.orElseThrow(), false);
        }
        return value.map(there ->
                        JavaTerm.call("Optional.of", of(structure, field, field.type(), there, isLong(field.type()))))
                .orElseGet(() -> JavaTerm.call("Optional.empty", List.of()));
    }

    private JavaTerm of(Structure structure, Field field, FieldType type, Value value, boolean boxed) {
        if (value instanceof Value.Group group) {
            return of(group);
        } else if (value instanceof Value.Many many && type instanceof FieldType.Array array) {
            List<JavaTerm> elements = many.elements().stream()
                    .map(element -> of(structure, field, array.element(), element, false))
                    .toList();
            return JavaTerm.call(isPlain(array.element()) ? "Scalars.of" : "List.of", elements);
        } else if (value instanceof Value.Octets octets) {
            return octets(octets);
        } else if (value instanceof Value.Text text) {
            return JavaTerm.of(JavaApi.literal(text.text()));
        }
        return number(structure, field, type, ((Value.Number) value).number(), boxed);
    }

    private static boolean isPlain(FieldType type) {
        return type instanceof FieldType.Scalar || type instanceof FieldType.Constant;
    }

    private static boolean isLong(FieldType type) {
        return type instanceof FieldType.Scalar scalar && scalar.octets() > Short.BYTES
                || type instanceof FieldType.Constant constant && constant.octets() > Short.BYTES;
    }

    private JavaTerm number(Structure structure, Field field, FieldType type, BigInteger number, boolean boxed) {
        if (type instanceof FieldType.Enumerated enumerated) {
            return named(enumerated.enumeration(), number);
        } else if (type instanceof FieldType.Flags flags) {
            return flags(api.flags(structure.name(), field.name()), flags, number);
        }
        String literal = literal(number);
        return JavaTerm.of(boxed && !literal.endsWith("L") ? literal + "L" : literal);
    }

    private JavaTerm named(String name, BigInteger number) {
        Enumeration enumeration = specification.enumeration(name);
        String type = api.enumeration(enumeration);
        return enumeration.values().stream()
                .filter(value -> value.value().equals(number))
                .findFirst()
                .map(value -> JavaTerm.of(type + "." + api.constant(value)))
                .orElseGet(() -> JavaTerm.call(type + ".of", JavaTerm.of(literal(number))));
    }

    private JavaTerm flags(String type, FieldType.Flags flags, BigInteger number) {
        List<JavaTerm> arguments = new ArrayList<>();
        BigInteger reserved = BigInteger.ZERO;
        for (BitRange range : flags.bits()) {
            BigInteger bits = Evaluation.bits(number, range);
            if (range.reserved()) {
                reserved = reserved.or(bits);
            } else {
                arguments.add(bits(range, bits));
            }
        }
        return arguments.isEmpty() || reserved.signum() != 0
                ? JavaTerm.call("new " + type, JavaTerm.of(literal(number)))
                : JavaTerm.call(type + ".of", arguments);
    }

    private JavaTerm bits(BitRange range, BigInteger bits) {
        if (range.enumeration().isPresent()) {
            return named(range.enumeration().get(), bits);
        }
        return JavaTerm.of(range.width() == 1 ? Boolean.toString(bits.signum() != 0) : literal(bits));
    }

    /** Octets spelled out, or so many zeroes. */
    private static JavaTerm octets(Value.Octets value) {
        byte[] octets = new byte[value.octets().remaining()];
        value.octets().duplicate().get(octets);
        if (octets.length == 0) {
            return JavaTerm.of("Octets.EMPTY");
        } else if (octets.length > MOST_SPELLED) {
            return JavaTerm.call("Octets.zeroes", JavaTerm.of(literal(BigInteger.valueOf(octets.length))));
        }
        List<String> numbers = new ArrayList<>();
        for (byte octet : octets) {
            numbers.add(Byte.toString(octet));
        }
        return JavaTerm.call(
                "Octets.of", JavaTerm.of(numbers.stream().collect(Collectors.joining(", ", "new byte[] {", "}"))));
    }

    /** Decimal, with the thousands told apart; what does not fit a signed number is hexadecimal. */
    static String literal(BigInteger number) {
        if (number.bitLength() > Long.SIZE - 1) {
            return Meanings.hexadecimal(number) + "L";
        }
        String plain = number.toString().replaceAll("\\B(?=(\\d{3})+$)", "_");
        String digits = number.bitLength() < 14 ? number.toString() : plain;
        return number.bitLength() > INT_BITS ? plain + "L" : digits;
    }
}
