package io.streamspec.diff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a change does to those who read streams.
 *
 * @param newStreams what readers of the old revision make of streams of the new one
 * @param oldStreams what readers of the new revision make of streams of the old one
 * @param reason why, in words; a clause without a full stop
 */
public record Judgement(Effect newStreams, Effect oldStreams, String reason) {

    /** What readers make of streams, from the best to the worst. */
    public enum Effect {
        /** Nothing in them is different. */
        SAME("read as ever"),
        /** Something is different, and they get on with it. */
        READ("read"),
        /** They give up. */
        REFUSED("refuse"),
        /** They do not notice, and take it for something else. */
        MISREAD("misread");

        private final String verb;

        Effect(String verb) {
            this.verb = verb;
        }

        /** What readers do: {@code refuse}. */
        public String verb() {
            return verb;
        }

        Effect or(Effect other) {
            return compareTo(other) < 0 ? other : this;
        }
    }

    /** The judgement in one word, from the best to the worst. */
    public enum Verdict {
        /** The streams are the same, octet by octet, and mean the same. */
        WIRE_COMPATIBLE("wire-compatible"),
        /** There is something new in streams, and old readers get on with it; old streams can still be read. */
        READABLE("readable by old readers"),
        /** An old reader cannot read some new stream, or a new reader some old one. */
        BREAKING("breaking");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** As it is printed. */
        public String words() {
            return words;
        }
    }

    /** Streams are what they were. */
    static Judgement same(String reason) {
        return new Judgement(Effect.SAME, Effect.SAME, reason);
    }

    /** All readers get on with all streams. */
    static Judgement read(String reason) {
        return new Judgement(Effect.READ, Effect.READ, reason);
    }

    /** Nobody can read what the others wrote. */
    static Judgement refused(String reason) {
        return new Judgement(Effect.REFUSED, Effect.REFUSED, reason);
    }

    /** Everybody takes what the others wrote for something else. */
    static Judgement misread(String reason) {
        return new Judgement(Effect.MISREAD, Effect.MISREAD, reason);
    }

    /** This and {@code other} together. */
    Judgement and(Judgement other) {
        if (other.verdict() == Verdict.WIRE_COMPATIBLE && verdict() != Verdict.WIRE_COMPATIBLE) {
            return this;
        } else if (verdict() == Verdict.WIRE_COMPATIBLE && other.verdict() != Verdict.WIRE_COMPATIBLE) {
            return other;
        }
        Set<String> reasons = new LinkedHashSet<>(List.of(reason, other.reason));
        return new Judgement(
                newStreams.or(other.newStreams), oldStreams.or(other.oldStreams), String.join("; ", reasons));
    }

    /** The judgement in one word. */
    public Verdict verdict() {
        Effect worst = newStreams.or(oldStreams);
        return worst == Effect.SAME
                ? Verdict.WIRE_COMPATIBLE
                : worst == Effect.READ ? Verdict.READABLE : Verdict.BREAKING;
    }

    /** Who reads what how, as far as it is worth telling: {@code old readers refuse new streams}; or empty. */
    public String consequence() {
        List<String> parts = new ArrayList<>();
        if (newStreams.compareTo(Effect.READ) > 0) {
            parts.add("old readers " + newStreams.verb() + " new streams");
        }
        if (oldStreams.compareTo(Effect.READ) > 0) {
            parts.add("new readers " + oldStreams.verb() + " old streams");
        }
        return String.join(", ", parts);
    }
}
