package io.streamspec.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which record a stream of each kind has, may have or must not have: an index derived from the patterns of streams. */
public final class RecordMatrix {

    private RecordMatrix() {}

    /** What a kind of stream says of a record. */
    public enum Presence {
        /** Each such stream has exactly one. */
        ONCE,
        /** Each such stream has one or more. */
        REQUIRED,
        /** Such a stream may have one. */
        AT_MOST_ONCE,
        /** Such a stream may have any number. */
        ALLOWED,
        /** No such stream has one, and readers act as if it had. */
        IMPLIED,
        /** No such stream has one. */
        FORBIDDEN,
        /** The pattern is too large to tell. */
        UNKNOWN
    }

    /** For each record, in order, what each kind of stream says of it, by the stream's name and in order. */
    public static Map<RecordKind, Map<String, Presence>> of(Specification specification) {
        Map<String, Optional<Automaton>> automata = new LinkedHashMap<>();
        specification.streams().forEach(stream -> automata.put(stream.name(), Automaton.of(stream.pattern())));
        Map<RecordKind, Map<String, Presence>> matrix = new LinkedHashMap<>();
        for (RecordKind kind : specification.records()) {
            Map<String, Presence> row = new LinkedHashMap<>();
            automata.forEach((stream, automaton) -> row.put(
                    stream,
                    automaton
                            .map(known -> presence(specification, stream, kind.name(), known))
                            .orElse(Presence.UNKNOWN)));
            matrix.put(kind, row);
        }
        return matrix;
    }

    private static Presence presence(Specification specification, String stream, String record, Automaton automaton) {
        Presence presence = presence(automaton, record);
        boolean implied = specification.implications().stream()
                .anyMatch(rule -> rule.stream().equals(stream) && rule.record().equals(record));
        return presence == Presence.FORBIDDEN && implied ? Presence.IMPLIED : presence;
    }

    /** What the streams that {@code automaton} accepts say of {@code record}. */
    static Presence presence(Automaton automaton, String record) {
        boolean[] ending = ending(automaton);
        Set<Integer> behindOne = new HashSet<>();
        for (int state : reachable(automaton, Set.of(0), Optional.empty())) {
            Integer next = automaton.states().get(state).next().get(record);
            if (next != null && ending[next]) {
                behindOne.add(next);
            }
        }
        if (behindOne.isEmpty()) {
            return Presence.FORBIDDEN;
        }
        boolean again = reachable(automaton, behindOne, Optional.empty()).stream()
                .map(state -> automaton.states().get(state).next().get(record))
                .anyMatch(next -> next != null && ending[next]);
        boolean required = reachable(automaton, Set.of(0), Optional.of(record)).stream()
                .noneMatch(state -> automaton.states().get(state).accepting());
        if (required) {
            return again ? Presence.REQUIRED : Presence.ONCE;
        }
        return again ? Presence.ALLOWED : Presence.AT_MOST_ONCE;
    }

    /** The states that can be come to from {@code from}, those included, without passing {@code record}. */
    private static Set<Integer> reachable(Automaton automaton, Set<Integer> from, Optional<String> without) {
        Set<Integer> seen = new HashSet<>(from);
        List<Integer> open = new ArrayList<>(from);
        for (int at = 0; at < open.size(); at++) {
            automaton.states().get(open.get(at)).next().forEach((name, next) -> {
                if (!without.filter(name::equals).isPresent() && seen.add(next)) {
                    open.add(next);
                }
            });
        }
        return seen;
    }

    /** Which states a stream can be in and still come to an end. */
    private static boolean[] ending(Automaton automaton) {
        boolean[] ending = new boolean[automaton.states().size()];
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int state = 0; state < ending.length; state++) {
                boolean ends = automaton.states().get(state).accepting()
                        || automaton.states().get(state).next().values().stream()
                                .anyMatch(next -> ending[next]);
                changed |= ends && !ending[state];
                ending[state] |= ends;
            }
        }
        return ending;
    }
}
