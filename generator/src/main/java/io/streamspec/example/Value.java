package io.streamspec.example;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a field holds. Fields that are ignored or absent have no value. */
public sealed interface Value {

    /** An unsigned number: of a scalar, a constant, an enumeration or flags. */
    record Number(BigInteger number) implements Value {
        static Number of(long number) {
            return new Number(BigInteger.valueOf(number));
        }
    }

    /** Octets without inner structure, from the buffer's position to its limit; nobody changes them. */
    record Octets(ByteBuffer octets) implements Value {}

    /** Text without what ends it. */
    record Text(String text) implements Value {}

    /** Elements of an array. */
    record Many(List<Value> elements) implements Value {
        public Many {
            elements = List.copyOf(elements);
        }
    }

    /** The values of a structure's fields by name, in order. */
    record Group(String structure, Map<String, Value> fields) implements Value {
        public Group {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }
}
