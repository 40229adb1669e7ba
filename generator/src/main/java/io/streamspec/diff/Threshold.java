package io.streamspec.diff;

import io.streamspec.diff.Judgement.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** From when on a comparison counts as failed. */
public enum Threshold {
    /** When anything differs, words included. */
    ANY,
    /** When streams differ. */
    WIRE,
    /** When an old reader cannot read some new stream, or a new reader some old one. */
    BREAKING,
    /** When a new reader cannot read some old stream. */
    UNREADABLE;

    /** The threshold of that name, in small letters. */
    public static Optional<Threshold> named(String name) {
        return Arrays.stream(values())
                .filter(threshold -> threshold.toString().equals(name))
                .findFirst();
    }

    /** All names. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Threshold::toString).toList();
    }

    /** Whether {@code review} reaches it. */
    public boolean isReachedBy(Review review) {
        return switch (this) {
            case ANY -> review.verdict().isPresent();
            case WIRE ->
                review.verdict()
                        .filter(worst -> worst != Verdict.WIRE_COMPATIBLE)
                        .isPresent();
            case BREAKING ->
                review.verdict().filter(worst -> worst == Verdict.BREAKING).isPresent();
            case UNREADABLE -> review.losesOldStreams();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
