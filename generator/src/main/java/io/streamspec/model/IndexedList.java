package io.streamspec.model;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Function;

/** A list that does not change, in which elements are found by a key without looking at all of them. */
final class IndexedList<E> extends AbstractList<E> implements RandomAccess {

    private final List<E> elements;
    private final Map<String, List<E>> byKey = new HashMap<>();

    private IndexedList(List<E> elements, Function<E, Optional<String>> keys) {
        this.elements = List.copyOf(elements);
        for (E element : this.elements) {
            keys.apply(element).ifPresent(key -> byKey.computeIfAbsent(key, none -> new ArrayList<>(1))
                    .add(element));
        }
    }

    /** The list of {@code elements}; not all of them need to have a key. */
    static <E> List<E> of(List<E> elements, Function<E, Optional<String>> keys) {
        return elements instanceof IndexedList<E> indexed ? indexed : new IndexedList<>(elements, keys);
    }

    /** The elements of {@code list}, which {@link #of} made, that have this key. */
    static <E> List<E> find(List<E> list, String key) {
        return List.copyOf(((IndexedList<E>) list).byKey.getOrDefault(key, List.of()));
    }

    @Override
    public E get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }
}
