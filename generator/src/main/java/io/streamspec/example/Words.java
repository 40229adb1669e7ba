package io.streamspec.example;

import io.streamspec.model.Automaton;
import io.streamspec.model.Precedence;
import io.streamspec.model.Specification;
import io.streamspec.model.StreamGrammar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Streams as the names of their headers and records in order, and whether a specification takes them. */
final class Words {

    private static final int MOST_TRIED = 100_000;

    private final List<Precedence> precedences;

    Words(Specification specification) {
        this.precedences =
                specification.precedences().stream().filter(Precedence::must).toList();
    }

    /**
     * What a word shall be like.
     *
     * @param inOrder names that it has, the first of each in this order
     * @param observesAll whether the rules that say what stands before what hold
     * @param endsForGood whether nothing can follow it
     */
    record Wish(List<String> inOrder, boolean observesAll, boolean endsForGood) {
        static Wish any() {
            return new Wish(List.of(), true, false);
        }
    }

    private record Node(int state, Set<String> seen, List<String> word) {}

    private record Key(int state, Set<String> seen) {}

    /**
     * A shortest word of {@code stream} in which the names first occur in the order wished for. One that nothing can follow
     * comes before all others, since that is what readers expect of a stream that has ended.
     */
    Optional<List<String>> shortest(StreamGrammar stream, Wish wish) {
        return search(stream, new Wish(wish.inOrder(), wish.observesAll(), true))
                .or(() -> search(stream, wish));
    }

    private Optional<List<String>> search(StreamGrammar stream, Wish wish) {
        Optional<Automaton> automaton = Automaton.of(stream.pattern());
        if (automaton.isEmpty()) {
            return Optional.empty();
        }
        Set<String> counted = new HashSet<>(wish.inOrder());
        precedences.forEach(rule -> counted.addAll(rule.order()));
        Deque<Node> open = new ArrayDeque<>(List.of(new Node(0, Set.of(), List.of())));
        Set<Key> known = new HashSet<>();
        while (!open.isEmpty() && known.size() < MOST_TRIED) {
            Node node = open.remove();
            Automaton.State state = automaton.get().states().get(node.state());
            if (state.accepting()
                    && (!wish.endsForGood() || state.next().isEmpty())
                    && node.seen().containsAll(wish.inOrder())) {
                return Optional.of(node.word());
            }
            state.next().forEach((name, next) -> {
                Set<String> seen = with(node.seen(), name, counted);
                boolean isFine = node.seen().contains(name)
                        || isInOrder(node.seen(), name, wish.inOrder())
                                && (!wish.observesAll() || mayFollow(node.seen(), name));
                if (isFine && known.add(new Key(next, seen))) {
                    List<String> word = new ArrayList<>(node.word());
                    word.add(name);
                    open.add(new Node(next, seen, word));
                }
            });
        }
        return Optional.empty();
    }

    private static Set<String> with(Set<String> seen, String name, Set<String> counted) {
        if (!counted.contains(name) || seen.contains(name)) {
            return seen;
        }
        Set<String> more = new TreeSet<>(seen);
        more.add(name);
        return more;
    }

    private static boolean isInOrder(Set<String> seen, String name, List<String> order) {
        int place = order.indexOf(name);
        return place < 0 || seen.containsAll(order.subList(0, place));
    }

    /** Whether no rule wants {@code name} before something that has been there. */
    private boolean mayFollow(Set<String> seen, String name) {
        return precedences.stream().allMatch(rule -> {
            int place = rule.order().indexOf(name);
            return place < 0
                    || rule.order().subList(place + 1, rule.order().size()).stream()
                            .noneMatch(seen::contains);
        });
    }

    /** Whether {@code stream} has this word. */
    static boolean accepts(StreamGrammar stream, List<String> word) {
        return stateBehind(stream, word).filter(Automaton.State::accepting).isPresent();
    }

    /** Where the automaton of {@code stream} is behind {@code word}; absent if it is stuck. */
    static Optional<Automaton.State> stateBehind(StreamGrammar stream, List<String> word) {
        return Automaton.of(stream.pattern()).flatMap(automaton -> {
            int state = 0;
            for (String name : word) {
                Integer next = automaton.states().get(state).next().get(name);
                if (next == null) {
                    return Optional.empty();
                }
                state = next;
            }
            return Optional.of(automaton.states().get(state));
        });
    }

    /** Whether the first {@code before} stands before the first {@code after}, where both are. */
    static boolean observes(List<String> word, String before, String after) {
        int first = word.indexOf(before);
        int second = word.indexOf(after);
        return first < 0 || second < 0 || first < second;
    }
}
