package io.streamspec.runtime;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * How far a stream has come in the order that its specification gives. A reader or a writer steps it with every header
 * and record. A record that may not come is reported and otherwise passed over, and so is what follows, unreported, until
 * something may come again: one mistake is told once. What has to stand before what is reported in any case.
 */
public final class StreamState {

    private static final int[] NOTHING = {};
    private static final int UNSETTLED = -2;

    private final StreamGrammar grammar;
    private final int[] states;
    private final BitSet seen = new BitSet();
    private int[] implied = NOTHING;
    private boolean isLost;
    private int settled = UNSETTLED;

    StreamState(StreamGrammar grammar, boolean... kinds) {
        this.grammar = grammar;
        this.states = new int[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
            states[i] = kinds[i] ? 0 : StreamGrammar.NONE;
        }
    }

    /** Goes on over a header or record, by its place in the grammar's list; reports it if it may not come here. */
    void step(int symbol, Validation validation) {
        check(symbol, validation);
        pass(symbol);
    }

    /** Reports a header or record that may not come here, and goes nowhere. */
    void check(int symbol, Validation validation) {
        if (!isNext(symbol)) {
            misplaced(
                    grammar.name(symbol),
                    isSecondOfOne(symbol) ? "at most one " + grammar.name(symbol) : "",
                    validation);
        }
        if (!seen.get(symbol)) {
            checkPrecedences(symbol, validation);
        }
    }

    /** Reports a record that has no place in the order if nothing may come here. */
    void checkOther(String name, Validation validation) {
        if (!isAnyPossible()) {
            misplaced(name, "", validation);
        }
    }

    /** Goes on over a header or record. */
    void pass(int symbol) {
        isLost = !isNext(symbol);
        imply(symbol);
        boolean isSame = !isLost && seen.get(symbol) && implied.length == 0;
        seen.set(symbol);
        for (int i = 0; !isLost && i < states.length; i++) {
            int next = next(i, symbol);
            isSame &= next == states[i];
            states[i] = next;
        }
        settled = isSame ? symbol : UNSETTLED;
    }

    /** Whether another one of the kind of the latest record may come and would change nothing. */
    boolean isSettled(int symbol) {
        return symbol == settled;
    }

    /** Goes on over a record that has no place in the order. */
    void passOther() {
        isLost |= !isAnyPossible();
        settled = UNSETTLED;
    }

    private boolean isAnyPossible() {
        boolean isAny = false;
        for (int symbol = 0; symbol < grammar.size(); symbol++) {
            isAny |= isNext(symbol);
        }
        return isAny;
    }

    /** @param reason why what was found may not be there, if more can be said than what may */
    private void misplaced(String found, String reason, Validation validation) {
        if (!isLost) {
            String expected = reason.isEmpty() ? expected() : reason + "; here, " + expected();
            validation.report(rule(), true, 0, "order", expected, found);
        }
    }

    /** Whether a header or record that has been there may be there once and no more. */
    private boolean isSecondOfOne(int symbol) {
        boolean isOnce = false;
        for (int i = 0; i < states.length; i++) {
            if (states[i] >= 0) {
                StreamGrammar.Automaton automaton = grammar.automata().get(i);
                isOnce |= automaton.has(symbol) && seen.get(symbol);
                if (automaton.mayRepeat(symbol)) {
                    return false;
                }
            }
        }
        return isOnce;
    }

    /** Reports it if the stream may not end here. */
    public void end(Validation validation) {
        if (!mayEnd()) {
            misplaced("the end of the stream", "", validation);
        }
    }

    /** Whether the stream may end here. */
    public boolean mayEnd() {
        boolean isAny = false;
        for (int i = 0; i < states.length; i++) {
            isAny |= states[i] >= 0 && grammar.automata().get(i).accepting()[states[i]];
        }
        return isAny;
    }

    /** Whether a header or record may come next. */
    boolean isNext(int symbol) {
        boolean isAny = false;
        for (int i = 0; i < states.length; i++) {
            isAny |= next(i, symbol) >= 0;
        }
        return isAny;
    }

    /** Whether a record of this type may come next; one without a place in the order, wherever any record may. */
    public boolean isPossible(long recordType) {
        int symbol = grammar.symbolOf(recordType);
        return symbol >= 0 ? isNext(symbol) : isAnyPossible();
    }

    /** Whether a record of this type, which has a place in the order, has been there or goes without saying. */
    public boolean hasSeen(long recordType) {
        int symbol = grammar.symbolOf(recordType);
        return symbol >= 0 && seen.get(symbol);
    }

    /** Whether it went without saying that a record of this type stood before the latest one. */
    public boolean isImplied(long recordType) {
        int symbol = grammar.symbolOf(recordType);
        for (int one : implied) {
            if (one == symbol) {
                return true;
            }
        }
        return false;
    }

    /** The headers and records that may come next, by name. */
    public List<String> possible() {
        List<String> names = new ArrayList<>();
        for (int symbol = 0; symbol < grammar.size(); symbol++) {
            if (isNext(symbol)) {
                names.add(grammar.name(symbol));
            }
        }
        return names;
    }

    /** What may come next, for a message, which says how many more if they are many. */
    public String expected() {
        List<String> names = possible();
        if (mayEnd()) {
            names.add("the end of the stream");
        }
        return Choice.of(names);
    }

    /** The rule with the order of the first kind that the stream may be of. */
    private String rule() {
        int kind = 0;
        while (kind + 1 < states.length && states[kind] < 0) {
            kind++;
        }
        return "order." + grammar.automata().get(kind).name();
    }

    private int next(int automaton, int symbol) {
        int state = states[automaton];
        return state < 0
                ? StreamGrammar.NONE
                : grammar.automata().get(automaton).next()[state][symbol];
    }

    private void imply(int symbol) {
        implied = NOTHING;
        for (StreamGrammar.Implication one : grammar.implications()) {
            if (one.before() == symbol && states[one.stream()] >= 0 && !seen.get(one.symbol())) {
                implied = java.util.Arrays.copyOf(implied, implied.length + 1);
                implied[implied.length - 1] = one.symbol();
                seen.set(one.symbol());
            }
        }
    }

    private void checkPrecedences(int symbol, Validation validation) {
        for (StreamGrammar.Precedence rule : grammar.precedences()) {
            if (rule.before() == symbol && seen.get(rule.after())) {
                String first = "the first " + grammar.name(rule.after());
                validation.report(
                        rule.id(),
                        rule.must(),
                        0,
                        "order",
                        grammar.name(symbol) + " before " + first,
                        grammar.name(symbol) + " behind " + first);
            }
        }
    }
}
