package io.streamspec.diff;

import io.streamspec.diff.Judgement.Effect;
import io.streamspec.model.Automaton;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Specification;
import io.streamspec.model.StreamGrammar;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What it means that headers and records stand in another order: which streams of one revision the other one has too. */
final class StreamJudge {

    private final Revisions revisions;

    StreamJudge(Revisions revisions) {
        this.revisions = revisions;
    }

    static Judgement limit(long before, long after) {
        return after > before
                ? new Judgement(Effect.REFUSED, Effect.READ, "a body may be longer now")
                : new Judgement(Effect.READ, Effect.REFUSED, "a body could be longer before");
    }

    Judgement added(StreamGrammar come) {
        if (revisions.old().streams().isEmpty()) {
            return new Judgement(Effect.READ, Effect.REFUSED, "records could stand in any order before");
        } else if (!When.of(come.when(), UnaryOperator.identity()).isWrittenBy(revisions.now())) {
            return Judgement.read("nobody writes streams of this kind any more");
        }
        return new Judgement(Effect.REFUSED, Effect.READ, "streams of this kind are new");
    }

    Judgement removed(StreamGrammar gone) {
        if (revisions.now().streams().isEmpty()) {
            return new Judgement(Effect.REFUSED, Effect.READ, "records may stand in any order now");
        } else if (!When.of(gone.when(), UnaryOperator.identity()).isWrittenBy(revisions.old())) {
            return Judgement.read("nobody wrote streams of this kind");
        }
        return new Judgement(Effect.READ, Effect.REFUSED, "streams of this kind are gone");
    }

    Judgement changed(Pairing.Pair<StreamGrammar> pair) {
        Optional<Automaton> before = Automaton.of(pair.before().pattern());
        Optional<Automaton> after = Automaton.of(pair.after().pattern());
        if (before.isEmpty() || after.isEmpty()) {
            return Judgement.refused("the order is too involved to be compared");
        }
        Language old = new Language(before.get(), revisions.names()::of, skipped(revisions.old()));
        Language now = new Language(after.get(), UnaryOperator.identity(), skipped(revisions.now()));
        When was = When.of(pair.before().when(), revisions.names()::in);
        When is = When.of(pair.after().when(), UnaryOperator.identity());
        Optional<String> unknownToOld = unexpected(revisions.now(), now, is, old, was);
        Optional<String> unknownToNew = unexpected(revisions.old(), old, was, now, is);
        return new Judgement(
                unknownToOld.isPresent() ? Effect.REFUSED : unknownToNew.isPresent() ? Effect.READ : Effect.SAME,
                unknownToNew.isPresent() ? Effect.REFUSED : unknownToOld.isPresent() ? Effect.READ : Effect.SAME,
                unknownToOld
                        .map(why -> why + " was not expected before")
                        .or(() -> unknownToNew.map(why -> why + " is no longer expected"))
                        .orElse("the same streams, told otherwise"));
    }

    /** What streams of one kind have that readers of the other do not expect, in words; nothing if there is nothing. */
    private static Optional<String> unexpected(
            Specification writers, Language written, When theirs, Language read, When ours) {
        if (!theirs.isWrittenBy(writers)) {
            return Optional.empty();
        }
        return ours.holdsWhere(theirs, writers)
                ? written.firstOutside(read)
                : Optional.of("a stream of this kind with such headers");
    }

    /** Which records readers of {@code specification} pass over: those that they do not know and may skip. */
    private Predicate<String> skipped(Specification specification) {
        Specification other = specification == revisions.old() ? revisions.now() : revisions.old();
        Set<String> known =
                specification.records().stream().map(RecordKind::name).collect(Collectors.toSet());
        Set<String> skipped = other.records().stream()
                .filter(kind -> !known.contains(kind.name()) && RecordType.isOptional(specification, kind))
                .map(RecordKind::name)
                .collect(Collectors.toSet());
        return skipped::contains;
    }

    /**
     * The streams of a kind.
     *
     * @param names what the new revision calls a header or record
     * @param skipped the records that its readers pass over
     */
    private record Language(Automaton automaton, UnaryOperator<String> names, Predicate<String> skipped) {

        /** A step in both: where this language stands, where the other does, and what led there. */
        private record Step(int here, int there, String behind) {}

        /** What this language has where the other has not, in words: {@code A behind B}; nothing if there is none. */
        Optional<String> firstOutside(Language other) {
            Deque<Step> open = new ArrayDeque<>();
            Set<Long> seen = new HashSet<>();
            open.add(new Step(0, 0, "at the beginning"));
            while (!open.isEmpty()) {
                Step step = open.remove();
                if (!seen.add((long) step.here << 32 | step.there)) {
                    continue;
                }
                Automaton.State here = automaton.states().get(step.here);
                Automaton.State there = other.automaton.states().get(step.there);
                if (here.accepting() && !there.accepting()) {
                    return Optional.of("the end " + step.behind);
                }
                Map<String, Integer> ways = there.next().entrySet().stream()
                        .collect(Collectors.toMap(
                                way -> other.names.apply(way.getKey()), Map.Entry::getValue, (first, second) -> first));
                for (Map.Entry<String, Integer> way : here.next().entrySet()) {
                    String name = names.apply(way.getKey());
                    Integer next = ways.get(name);
                    if (next == null && !other.skipped.test(name)) {
                        return Optional.of(name + " " + step.behind);
                    }
                    open.add(new Step(way.getValue(), next == null ? step.there : next, "behind " + name));
                }
            }
            return Optional.empty();
        }
    }
}
