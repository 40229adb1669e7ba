package io.streamspec.model;

import io.streamspec.model.StreamGrammar.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The deterministic finite automaton of a stream's pattern, by Brzozowski's derivatives: a state is what is left of the
 * pattern, and a header or record leads to what is left behind it.
 *
 * @param states the first one is where a stream begins
 */
public record Automaton(List<State> states) {

    private static final int MOST_STATES = 1000;

    public Automaton {
        states = List.copyOf(states);
    }

    /** Whether a stream may end here, and where each header or record leads that may come here, by name. */
    public record State(boolean accepting, SortedMap<String, Integer> next) {}

    /** The automaton of {@code pattern}; absent if it would have too many states. */
    public static Optional<Automaton> of(Pattern pattern) {
        Map<Pattern, Integer> numbers = new LinkedHashMap<>();
        List<Pattern> open = new ArrayList<>();
        Pattern first = Derivative.simplified(pattern);
        numbers.put(first, 0);
        open.add(first);
        List<State> states = new ArrayList<>();
        for (int at = 0; at < open.size(); at++) {
            Pattern state = open.get(at);
            SortedMap<String, Integer> next = new TreeMap<>();
            for (String name : new TreeSet<>(Derivative.names(state))) {
                Pattern rest = Derivative.of(state, name);
                if (!Derivative.isNothing(rest)) {
                    next.put(name, numbers.computeIfAbsent(rest, unseen -> {
                        open.add(unseen);
                        return open.size() - 1;
                    }));
                }
            }
            states.add(new State(Derivative.mayBeEmpty(state), next));
            if (open.size() > MOST_STATES) {
                return Optional.empty();
            }
        }
        return Optional.of(new Automaton(states));
    }
}
