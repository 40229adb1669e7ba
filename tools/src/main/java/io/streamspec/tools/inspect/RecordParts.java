package io.streamspec.tools.inspect;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a decoded header or record is made of, by the names that its document uses. */
final class RecordParts {

    private static final Set<String> NO_RANGES = Set.of("bits", "hashCode", "toString");

    private RecordParts() {}

    /** A field, or some bits of one. */
    record Part(String name, Object value) {}

    /** Whether it is a value that may have a name. */
    static boolean isSymbol(Record part) {
        return onlyComponent(part).equals("value");
    }

    /** Whether it is bits, each range of which has a name. */
    static boolean isBits(Record part) {
        return onlyComponent(part).equals("bits");
    }

    private static String onlyComponent(Record part) {
        RecordComponent[] components = part.getClass().getRecordComponents();
        return components.length == 1 ? components[0].getName() : "";
    }

    /** The fields, in order; of bits, the ranges. */
    static List<Part> of(Record content) {
        List<Part> parts = new ArrayList<>();
        if (isBits(content)) {
            Stream.of(content.getClass().getDeclaredMethods())
                    .filter(method -> method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers()))
                    .filter(method -> !NO_RANGES.contains(method.getName()))
                    .sorted(Comparator.comparing(Method::getName))
                    .forEach(range -> parts.add(new Part(documentName(range.getName()), valueOf(range, content))));
            return parts;
        }
        for (RecordComponent component : content.getClass().getRecordComponents()) {
            Object value = valueOf(component.getAccessor(), content);
            if (value instanceof Optional<?> optional) {
                optional.ifPresent(there -> parts.add(new Part(documentName(component.getName()), there)));
            } else {
                parts.add(new Part(documentName(component.getName()), value));
            }
        }
        return parts;
    }

    /** The number of a value, or all bits. */
    static long number(Record part) {
        Object value = valueOf(part.getClass().getRecordComponents()[0].getAccessor(), part);
        return ((Number) value).longValue();
    }

    /** {@code pageShift} as the document writes it: {@code page_shift}. */
    private static String documentName(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static Object valueOf(Method accessor, Record content) {
        try {
            return accessor.invoke(content);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e); // accessors of public records are public
        }
    }
}
