package io.streamspec.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which things of an old revision and of a new one are the same thing: those with the same key, by one key after
 * another. An empty key pairs nothing; where several have one key, the first go with the first.
 */
final class Pairing<T> {

    private final List<Pair<T>> pairs = new ArrayList<>();
    private List<T> removed;
    private List<T> added;

    private Pairing(List<T> old, List<T> now) {
        removed = old;
        added = now;
    }

    /** A thing in both revisions. */
    record Pair<T>(T before, T after) {}

    static <T> Pairing<T> of(List<T> old, List<T> now) {
        return new Pairing<>(List.copyOf(old), List.copyOf(now));
    }

    /** Pairs, of what is left, the things with equal keys. */
    Pairing<T> by(Function<T, String> key) {
        return by(key, key);
    }

    /** Pairs, of what is left, the things whose keys, the old ones translated, are equal. */
    Pairing<T> by(Function<T, String> oldKey, Function<T, String> newKey) {
        Map<String, Deque<T>> open = new HashMap<>();
        removed.forEach(thing -> open.computeIfAbsent(oldKey.apply(thing), any -> new ArrayDeque<>())
                .add(thing));
        open.remove("");
        List<T> left = new ArrayList<>();
        List<T> gone = new ArrayList<>(removed);
        for (T thing : added) {
            Deque<T> candidates = open.get(newKey.apply(thing));
            if (candidates == null || candidates.isEmpty()) {
                left.add(thing);
            } else {
                T before = candidates.remove();
                pairs.add(new Pair<>(before, thing));
            }
        }
        Set<T> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        pairs.forEach(pair -> taken.add(pair.before()));
        gone.removeIf(taken::contains);
        removed = gone;
        added = left;
        return this;
    }

    /** What is in both, in the order in which it was found. */
    List<Pair<T>> pairs() {
        return Collections.unmodifiableList(pairs);
    }

    /** What only the old revision has, in its order. */
    List<T> removed() {
        return Collections.unmodifiableList(removed);
    }

    /** What only the new revision has, in its order. */
    List<T> added() {
        return Collections.unmodifiableList(added);
    }
}
