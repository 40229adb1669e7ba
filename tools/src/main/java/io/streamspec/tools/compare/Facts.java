package io.streamspec.tools.compare;

import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.Octets;
import io.streamspec.runtime.Scalars;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a stream says: of each record, by its name, the values under the names of its fields, which are texts,
 * {@link Octets} or {@link Scalars}.
 */
final class Facts {

    private static final int MOST = 1_000_000;

    /** Longer octets are told by their size and hash, so that they need not be kept. */
    private static final int MOST_OCTETS = 64 * 1024;

    private final Map<String, Map<String, Object>> records = new LinkedHashMap<>();
    private int size;

    /** Takes in what {@code record} says, beside what others of its name have said. */
    void add(String name, Record record) {
        add(name, Components.of(record));
    }

    /** The same of its components. */
    void add(String name, List<Components.Named> components) {
        components(name, "", components);
    }

    /** Forgets what has been said under this name. */
    void forget(String name) {
        Map<String, Object> fields = records.remove(name);
        size -= fields == null ? 0 : fields.size();
    }

    private void components(String record, String prefix, List<Components.Named> components) {
        for (Components.Named component : components) {
            value(record, prefix + component.name(), component.value());
        }
    }

    private void value(String record, String field, Object value) {
        if (value instanceof Optional<?> optional) { // what is not there says nothing
            optional.ifPresent(present -> value(record, field, present));
        } else if (value instanceof Octets octets) {
            put(record, field, octets.size() <= MOST_OCTETS ? octets.toOwned() : Hashes.describe(octets));
        } else if (value instanceof Scalars scalars) {
            put(record, field, scalars);
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                element(record, field, i, list.get(i));
            }
        } else if (value instanceof Record part && !Components.isValue(part)) {
            components(record, field + ".", Components.of(part));
        } else {
            put(record, field, Components.text(value));
        }
    }

    /** An element of a list goes by what it is about, if that can be told, and else by its place. */
    private void element(String record, String list, int index, Object element) {
        Keys.Keyed keyed = element instanceof Record part ? Keys.of(part) : null;
        if (keyed == null) {
            value(record, list + "[" + index + "]", element);
        } else {
            components(record, list + "[" + keyed.key() + "].", keyed.rest());
        }
    }

    private void put(String record, String field, Object value) {
        if (records.computeIfAbsent(record, name -> new LinkedHashMap<>()).put(field, value) == null && ++size > MOST) {
            throw FormatException.of(record, -1, "more than " + MOST + " values are too many to compare", "fewer");
        }
    }

    /** The names of all records. */
    Set<String> records() {
        return records.keySet();
    }

    /** The names of the fields of a record. */
    Set<String> fields(String record) {
        return records.getOrDefault(record, Map.of()).keySet();
    }

    /** The value of a field; null if there is none. */
    @Nullable
    Object get(String record, String field) {
        return records.getOrDefault(record, Map.of()).get(field);
    }

    /** In the order of {@code first}, then what only {@code second} has. */
    static Set<String> union(Set<String> first, Set<String> second) {
        Set<String> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return all;
    }
}
