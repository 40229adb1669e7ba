package io.streamspec.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of a layout says what would have been right, in few words. */
class WhatIsRightTest {

    private static final ByteBuffer FOUR = ByteBuffer.allocate(4);

    static Stream<Arguments> faults() {
        Framing framing = new Framing(new FrameRules("frames", "t", "l", "p"), 8, 8, 100);
        return Stream.of(
                fault("8 octets", () -> Room.need("a", 0, 8, 4)),
                fault("8 octets", () -> Room.need("a", FOUR, 0, 8)),
                fault("1 octet", () -> Room.need("a", FOUR, 4, 1)),
                fault("a size of 0 or more", () -> Room.need("a", 0, -1, 4)),
                fault("a size of 0 or more", () -> Room.forAll("a", 0, -1, 1, 4)),
                fault("6 octets", () -> Room.forAll("a", 0, 3, 2, 4)),
                fault("at most 2147483647 elements", () -> Room.forAll("a", 0, 1L << 32, 0, 4)),
                fault("a multiple of 3 octets", () -> Room.elements("a", 0, 3, 4)),
                fault("8 octets", () -> Room.all("a", 0, 4, 8, 0)),
                fault("2 octets", () -> Room.all("a", 0, 4, 2, 0)),
                fault("2 to 3 octets", () -> Room.all("a", 0, 4, 2, 1)),
                fault("0x2", () -> Room.constant("a.b", 0, 1, 2)),
                fault("2 or 3", () -> Room.oneOf("a.b", 0, 1, 2, 3)),
                fault("numbers below 2^63", () -> Arithmetic.shiftedLeft(1, 64)),
                fault("numbers below 2^63", () -> Arithmetic.small(-1)),
                fault("a divisor other than 0", () -> Arithmetic.divided(1, 0)),
                fault("text up to an octet of 0x7", () -> Text.lengthUntil("a", FOUR, 0, 7, 4)),
                fault("A before it", () -> {
                    throw FormatException.absent("A");
                }),
                fault("8 octets", () -> framing.requireHead(0, 4)),
                fault("8 octets", () -> framing.next(0, 5, 8)),
                fault("at most 100 octets", () -> framing.next(0, 101, 1000)),
                fault("0 elements or more", () -> Elements.counted("a", FOUR, 0, 4, -1, (b, at, most) -> b, b -> 1)),
                fault("5 elements", () -> Elements.counted("a", FOUR, 0, 4, 5, (b, at, most) -> b, b -> 1)),
                fault("1 octet or more", () -> Elements.upTo("a", FOUR, 0, 4, (b, at, most) -> b, b -> 0)));
    }

    private static Arguments fault(String expected, ThrowingCallable call) {
        return Arguments.of(expected, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void a_fault_says_what_would_be_right(String expected, ThrowingCallable call) {
        FormatException fault = catchThrowableOfType(FormatException.class, call);
        assertThat(fault.expected()).isEqualTo(expected);
        assertThat(fault.in("record 3", 8).breaking("a.rule").expected()).isEqualTo(expected);
    }

    @Test
    void a_violation_of_a_constant_says_once_what_is_right() {
        Validation validation = Validation.strict();
        validation.enter("frames", "a", 3, 8);
        validation.fault(catchThrowableOfType(FormatException.class, () -> Room.constant("a.b", 0, 1, 2)));
        assertThat(validation.violations())
                .extracting(Violation::toString)
                .containsExactly("octet 8: record 3 (a): b: 0x1 instead of 0x2 [frames#a.b.constant]");
    }

    @Test
    void of_very_many_records_that_may_come_some_are_told_and_how_many_more() {
        StreamGrammar grammar = new StreamGrammar();
        StringBuilder state = new StringBuilder("*");
        for (int i = 0; i < 300; i++) {
            grammar.record("RECORD_" + i, i);
            state.append(" RECORD_").append(i).append(">0");
        }
        StreamState begin = new StreamState(grammar.stream("all", state.toString()), true);
        assertThat(begin.possible()).hasSize(300).contains("RECORD_299");
        assertThat(begin.expected())
                .startsWith("RECORD_0 or RECORD_1 or ")
                .endsWith(" others")
                .hasSizeLessThan(230);
        int told = begin.expected().split("RECORD_", -1).length - 1;
        assertThat(begin.expected()).endsWith(" or " + (301 - told) + " others");
    }

    @Test
    void who_comes_twice_is_told_so_only_if_there_may_be_no_second() {
        StreamGrammar grammar =
                new StreamGrammar().record("A", 1).record("B", 2).record("C", 3);
        grammar.stream("s", "A>1", "A>2 B>3", "B>3", "C>0 *"); // (A A? B C)* up to a B
        Validation validation = Validation.strict();
        StreamState state = new StreamState(grammar, true);
        IntStream.of(0, 1, 1).forEach(symbol -> state.step(symbol, validation));
        assertThat(validation.violations())
                .extracting(Violation::expected)
                .containsExactly("C or the end of the stream");

        StreamGrammar once = new StreamGrammar().record("A", 1).record("B", 2);
        once.stream("s", "A>1", "B>1 *");
        StreamState second = new StreamState(once, true);
        Validation told = Validation.strict();
        IntStream.of(0, 1, 0).forEach(symbol -> second.step(symbol, told));
        assertThat(told.violations())
                .extracting(Violation::expected)
                .containsExactly("at most one A; here, B or the end of the stream");
    }

    /** All sequences of six of three kinds and of records without a place, with what goes without saying and what must precede. */
    @Test
    void records_like_the_one_before_that_are_passed_by_change_nothing_that_is_reported() {
        StreamGrammar grammar =
                new StreamGrammar().record("A", 1).record("B", 2).record("C", 3);
        grammar.stream("s", "A>1 B>0", "A>1 B>2", "C>2 *").stream("t", "A>1", "C>1 B>0 *");
        grammar.precedence(true, "A", "C").implication("t", "C", "B");
        int settled = 0;
        for (int sequence = 0; sequence < 1 << 12; sequence++) {
            StreamState each = new StreamState(grammar, true, true);
            StreamState some = new StreamState(grammar, true, true);
            Validation ofEach = Validation.strict();
            Validation ofSome = Validation.strict();
            for (int left = sequence, i = 0; i < 6; left >>= 2, i++) {
                int symbol = (left & 3) - 1;
                go(each, symbol, ofEach);
                if (some.isSettled(symbol)) {
                    settled++;
                } else {
                    go(some, symbol, ofSome);
                }
                assertThat(some.possible()).isEqualTo(each.possible());
                assertThat(some.isImplied(3)).isEqualTo(each.isImplied(3));
            }
            assertThat(ofSome.violations()).isEqualTo(ofEach.violations());
        }
        assertThat(settled).isGreaterThan(500);
    }

    private static void go(StreamState state, int symbol, Validation validation) {
        if (symbol < 0) {
            state.checkOther("OTHER", validation);
            state.passOther();
        } else {
            state.step(symbol, validation);
        }
    }
}
