package io.streamspec.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** What constructors and encoders of generated values demand of their caller: {@link IllegalArgumentException}s. */
public final class Require {

    private Require() {}

    /** Requires that {@code value}, unsigned, fits {@code bits} bits (1 to 64). */
    public static void bits(String field, long value, int bits) {
        if (bits < Long.SIZE && value >>> bits != 0) {
            throw new IllegalArgumentException(field + ": " + value + " does not fit " + bits + " bits unsigned");
        }
    }

    /** Requires that every one of {@code values} fits {@code bits} bits. */
    public static void bits(String field, Scalars values, int bits) {
        if (values.width() * Byte.SIZE > bits) {
            for (int i = 0; i < values.size(); i++) {
                bits(field, values.get(i), bits);
            }
        }
    }

    /** Requires that a field has the {@code expected} number of elements. */
    public static void elements(String field, long found, long expected) {
        if (found != expected) {
            throw misfit(field, found, "element", expected);
        }
    }

    /** Requires that a field has the {@code expected} number of octets. */
    public static void octets(String field, long found, long expected) {
        if (found != expected) {
            throw misfit(field, found, "octet", expected);
        }
    }

    private static IllegalArgumentException misfit(String field, long found, String unit, long expected) {
        String has = found + " " + unit + (found == 1 ? "" : "s");
        return new IllegalArgumentException(field + ": has " + has + " where " + expected + " must be");
    }

    /**
     * Requires that what a reader or writer is told of its stream keeps the rules of the specification.
     *
     * @param size the octets of the structure that it is told as
     */
    public static void told(String structure, int size, RecordOutput.Encoder encoder, HeaderCheck check)
            throws IOException {
        ByteBuffer octets = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        encoder.encode(octets, 0);
        try {
            check.check(Body.of(octets, 0, size), Validation.lenient().failing());
        } catch (FormatException e) {
            throw new IllegalArgumentException(
                    structure + ": " + e.field() + ": found " + e.found() + ", expected " + e.expected(), e);
        }
    }

    /** Requires that a field has one of these values. */
    public static void oneOf(String field, Octets found, Octets... accepted) {
        if (!List.of(accepted).contains(found)) {
            throw new IllegalArgumentException(field + ": no accepted value: " + found);
        }
    }

    /** Requires that a conditional field is there exactly if its condition holds. */
    public static void presence(String field, boolean found, boolean expected) {
        if (found != expected) {
            throw new IllegalArgumentException(field + (expected ? ": is missing" : ": must not be there"));
        }
    }

    /** Requires {@code holds}; {@code message} and {@code value} say what was wrong, put together only then. */
    public static void that(boolean holds, String message, long value) {
        if (!holds) {
            throw new IllegalArgumentException(message + value);
        }
    }

    /** Requires {@code holds}; {@code message} says what was wrong. */
    public static void that(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
