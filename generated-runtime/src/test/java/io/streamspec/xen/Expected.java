package io.streamspec.xen;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.runtime.Octets;
import io.streamspec.runtime.Scalars;
import java.lang.reflect.Method;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A header or record that a golden stream holds, and what its fields hold. */
record Expected(long offset, String name, Optional<Long> length, List<String> fields) {

    /** Fields with one value each, which a decoder checks and does not hand out. */
    private static final Set<String> CONSTANTS = Set.of("marker", "id", "ident", "magic", "byteorder");

    /** Those of {@code NAME.expected}, inner streams included. */
    static List<Expected> read(String name) {
        List<Expected> all = new ArrayList<>();
        for (String line : HexStream.lines(name)) {
            String[] words = line.strip().split("\\s+");
            if (line.startsWith(" ")) {
                all.get(all.size() - 1).fields().add(line.strip());
            } else if (words.length > 2 && words[1].equals("stream")) {
                long start = Long.decode(words[0]);
                read(words[2])
                        .forEach(inner ->
                                all.add(new Expected(start + inner.offset, inner.name, inner.length, inner.fields)));
            } else if (words.length > 1 && !Set.of("stream", "back").contains(words[1])) {
                Optional<Long> length = words.length > 2 ? Optional.of(Long.decode(words[2])) : Optional.empty();
                all.add(new Expected(Long.decode(words[0]), words[1], length, new ArrayList<>()));
            }
        }
        return all;
    }

    /** Compares each listed field with the decoded one. */
    void check(Object decoded) {
        for (String field : fields) {
            int gap = field.indexOf(' ');
            String path = field.substring(0, gap);
            if (name.equals("unknown") && path.equals("type")) {
                path = "recordType";
            }
            boolean constant = CONSTANTS.contains(path) || (name.equals("header") && path.equals("version"));
            if (!constant) {
                compare(path, value(decoded, path), field.substring(gap + 1).strip());
            }
        }
    }

    private void compare(String path, Object found, String text) {
        String where = name + "." + path;
        if (found instanceof Octets octets) {
            assertThat(octets.toByteArray()).as(where).isEqualTo(HexStream.value(text));
        } else if (found instanceof Boolean bit) {
            assertThat(bit ? "1" : "0").as(where).isEqualTo(text);
        } else if (found instanceof Number number) {
            BigInteger unsigned = new BigInteger(Long.toUnsignedString(number.longValue()));
            assertThat(unsigned).as(where).isEqualTo(number(text));
        } else if (text.startsWith("\"")) {
            assertThat("\"" + found + "\"").as(where).isEqualTo(text);
        } else {
            assertThat(found.toString().toLowerCase(Locale.ROOT)).as(where).isEqualTo(text.toLowerCase(Locale.ROOT));
        }
    }

    private static BigInteger number(String text) {
        return text.startsWith("0x") ? new BigInteger(text.substring(2), 16) : new BigInteger(text);
    }

    private static Object value(Object root, String path) {
        Object value = root;
        for (String step : path.split("\\.")) {
            int bracket = step.indexOf('[');
            value = call(value, bracket < 0 ? step : step.substring(0, bracket));
            if (bracket >= 0) {
                int index = Integer.parseInt(step.substring(bracket + 1, step.length() - 1));
                value = value instanceof Scalars scalars ? (Object) scalars.get(index) : ((List<?>) value).get(index);
            }
        }
        return value;
    }

    private static Object call(Object target, String name) {
        String wanted = name.replace("_", "").toLowerCase(Locale.ROOT);
        for (Method method : target.getClass().getMethods()) {
            if (method.getParameterCount() == 0
                    && method.getName().toLowerCase(Locale.ROOT).equals(wanted)) {
                try {
                    Object value = method.invoke(target);
                    return value instanceof Optional<?> one && one.isPresent() ? one.get() : value;
                } catch (ReflectiveOperationException e) {
                    throw new AssertionError(e);
                }
            }
        }
        throw new AssertionError("no " + name + " in " + target.getClass());
    }
}
