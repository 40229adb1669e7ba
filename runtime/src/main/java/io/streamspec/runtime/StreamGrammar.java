package io.streamspec.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The order of headers and records in the streams of a specification: for each kind of stream a finite automaton, and
 * what has to stand before what. Built once by generated code, then immutable; {@link StreamState} walks through it.
 */
public final class StreamGrammar {

    static final int NONE = -1;

    private final List<String> symbols = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private long[] table = {};
    private final List<TypeRange> ranges = new ArrayList<>();
    private final List<Automaton> automata = new ArrayList<>();
    private final List<Precedence> precedences = new ArrayList<>();
    private final List<Implication> implications = new ArrayList<>();

    /** The states of one kind of stream: where each symbol leads, and whether the stream may end there. */
    record Automaton(String name, int[][] next, boolean[] accepting) {

        /** Whether there may be such a header or record. */
        boolean has(int symbol) {
            return Arrays.stream(next).anyMatch(state -> state[symbol] >= 0);
        }

        /** Whether there may be another one behind the first. */
        boolean mayRepeat(int symbol) {
            BitSet behind = new BitSet();
            Deque<Integer> open = new ArrayDeque<>();
            Arrays.stream(next).map(state -> state[symbol]).forEach(open::add);
            while (!open.isEmpty()) {
                int state = open.pop();
                if (state >= 0 && !behind.get(state)) {
                    behind.set(state);
                    Arrays.stream(next[state]).forEach(open::add);
                }
            }
            return behind.stream().anyMatch(state -> next[state][symbol] >= 0);
        }
    }

    /** Several types that mean records of one kind. */
    private record TypeRange(int symbol, long first, long last) {}

    /** The first {@code before} stands before the first {@code after}. */
    record Precedence(String id, boolean must, int before, int after) {}

    /** If {@code symbol} has not been there, it is as if it stood before the first {@code before}. */
    record Implication(int stream, int symbol, int before) {}

    /** Adds a header; headers and records go by the order in which they were added. This. */
    public StreamGrammar header(String name) {
        return record(name, -1);
    }

    /** Adds a kind of record. This. */
    public StreamGrammar record(String name, long type) {
        places.put(name, symbols.size());
        symbols.add(name);
        table = Arrays.copyOf(table, table.length + 1);
        table[table.length - 1] = type;
        return this;
    }

    /** Adds a kind of record whose types are those from {@code first} to {@code last}. This. */
    public StreamGrammar records(String name, long first, long last) {
        ranges.add(new TypeRange(symbols.size(), first, last));
        return record(name, first);
    }

    /** The place of the kind of records of this type, or -1. */
    public int symbolOf(long type) {
        for (int i = 0; i < table.length; i++) {
            if (table[i] == type) {
                return i;
            }
        }
        for (TypeRange range : ranges) {
            if (type >= range.first() && type <= range.last()) {
                return range.symbol();
            }
        }
        return NONE;
    }

    /**
     * Adds a kind of stream. Each state is text: {@code *} if the stream may end there, and for each symbol that may come
     * {@code SYMBOL>state}. The stream begins in state 0. This.
     */
    public StreamGrammar stream(String name, String... states) {
        int[][] next = new int[states.length][symbols.size()];
        boolean[] accepting = new boolean[states.length];
        for (int state = 0; state < states.length; state++) {
            Arrays.fill(next[state], NONE);
            for (String part : states[state].split(" ", -1)) {
                int arrow = part.indexOf('>');
                if (arrow > 0) {
                    next[state][symbol(part.substring(0, arrow))] = Integer.parseInt(part.substring(arrow + 1));
                } else if (part.equals("*")) {
                    accepting[state] = true;
                }
            }
        }
        automata.add(new Automaton(name, next, accepting));
        return this;
    }

    /** Adds that the first {@code before} must, or shall, stand before the first {@code after}. This. */
    public StreamGrammar precedence(boolean must, String before, String after) {
        String id = ("order." + before + "_before_" + after).toLowerCase(Locale.ROOT);
        precedences.add(new Precedence(id, must, symbol(before), symbol(after)));
        return this;
    }

    /** Adds that in a stream of the kind {@code stream} a record goes without saying before another. This. */
    public StreamGrammar implication(String stream, String record, String before) {
        for (int i = 0; i < automata.size(); i++) {
            if (automata.get(i).name().equals(stream)) {
                implications.add(new Implication(i, symbol(record), symbol(before)));
            }
        }
        return this;
    }

    /**
     * The state behind the {@code headers} of a stream that may be of these kinds, given in the order in which they were
     * added; none is reported, and leaves nothing to be said of the order of records.
     */
    public Optional<StreamState> begin(int headers, Validation validation, boolean... kinds) {
        StreamState state = new StreamState(this, kinds);
        if (!state.isNext(0) && headers > 0) {
            List<String> names = automata.stream().map(Automaton::name).toList();
            validation.report(
                    FrameRules.HEADERS,
                    true,
                    0,
                    "order",
                    "those of " + Choice.of(names),
                    "headers of no kind of stream");
            return Optional.empty();
        }
        for (int i = 0; i < headers; i++) {
            state.step(i, validation);
        }
        return Optional.of(state);
    }

    String name(int symbol) {
        return symbols.get(symbol);
    }

    int size() {
        return symbols.size();
    }

    List<Automaton> automata() {
        return automata;
    }

    List<Precedence> precedences() {
        return precedences;
    }

    List<Implication> implications() {
        return implications;
    }

    private int symbol(String name) {
        Integer symbol = places.get(name);
        if (symbol == null) {
            throw new IllegalArgumentException("no symbol " + name);
        }
        return symbol;
    }
}
