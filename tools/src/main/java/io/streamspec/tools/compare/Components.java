package io.streamspec.tools.compare;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The components of decoded records, by the names that they have in the specification. */
final class Components {

    private static final String BITS = "bits";
    private static final Set<String> NO_RANGES = Set.of(BITS, "hashCode", "toString");

    /** From here on, numbers are shown in hexadecimal too. */
    private static final long LARGE = 4096;

    private Components() {}

    /** A component and its name. */
    record Named(String name, Object value) {}

    /** All of {@code record}; of one that is bits, its ranges of bits. */
    static List<Named> of(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        List<Named> all = new ArrayList<>();
        if (components.length == 1 && components[0].getName().equals(BITS)) {
            for (Method range : ranges(record)) {
                all.add(new Named(documentName(range.getName()), valueOf(range, record)));
            }
            return all;
        }
        for (RecordComponent component : components) {
            all.add(new Named(documentName(component.getName()), valueOf(component.getAccessor(), record)));
        }
        return all;
    }

    private static List<Method> ranges(Record bits) {
        return Stream.of(bits.getClass().getMethods())
                .filter(method -> method.getDeclaringClass() == bits.getClass())
                .filter(method -> method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !NO_RANGES.contains(method.getName()))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    /** Whether {@code record} is one of the values that its specification names, which knows its own text. */
    static boolean isValue(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        return components.length == 1 && components[0].getName().equals("value");
    }

    /** A number or flag for readers; numbers are unsigned. */
    static String text(Object value) {
        if (value instanceof Long number) {
            String decimal = Long.toUnsignedString(number);
            return number >= 0 && number < LARGE ? decimal : decimal + " (0x" + Long.toHexString(number) + ")";
        }
        return String.valueOf(value);
    }

    /** {@code pageShift} as the document writes it: {@code page_shift}. */
    private static String documentName(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static Object valueOf(Method accessor, Record record) {
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e); // accessors of public records are public
        }
    }
}
