package io.streamspec.diff;

import io.streamspec.diff.Judgement.Effect;
import io.streamspec.model.Evolution;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Specification;
import java.util.Optional;
import java.util.stream.Stream;

/** What it means that a kind of record comes, goes or changes: that depends on whether readers may skip it. */
final class RecordJudge {

    private final Revisions revisions;

    RecordJudge(Revisions revisions) {
        this.revisions = revisions;
    }

    Judgement added(RecordKind come) {
        if (RecordType.isOptional(revisions.old(), come)) {
            return Judgement.read("the record is new, and old readers skip it" + said());
        }
        return new Judgement(Effect.REFUSED, Effect.READ, "the record is new and may not be skipped" + said());
    }

    Judgement removed(RecordKind gone) {
        if (RecordType.isOptional(revisions.now(), gone)) {
            return Judgement.read("the record is gone, and new readers skip it");
        }
        return new Judgement(Effect.READ, Effect.REFUSED, "the record is gone and may not be skipped");
    }

    Judgement renumbered(Pairing.Pair<RecordKind> pair) {
        Judgement newStreams = unknown(revisions.old(), pair.after());
        Judgement oldStreams = unknown(revisions.now(), pair.before());
        return new Judgement(
                newStreams.newStreams(),
                oldStreams.newStreams(),
                "the others know the record under the other number alone");
    }

    /** What a reader of {@code specification} makes of a number that it knows no record of, or another record. */
    private static Judgement unknown(Specification specification, RecordKind kind) {
        boolean another = specification.records().stream().anyMatch(known -> known.type() == kind.type());
        return another || RecordType.isOptional(specification, kind)
                ? Judgement.misread("it is taken for another record, or left out")
                : Judgement.refused("it is not known");
    }

    Judgement otherBody(Pairing.Pair<RecordKind> pair) {
        if (pair.before().structure().isEmpty()) {
            return new Judgement(
                    Effect.SAME, Effect.REFUSED, "a body could hold anything before; new readers expect this layout");
        } else if (pair.after().structure().isEmpty()) {
            return new Judgement(
                    Effect.REFUSED, Effect.SAME, "a body may hold anything now; old readers expect their layout");
        }
        return Judgement.misread("the body has another layout");
    }

    /** The rule by which the specification itself says so, if it does. */
    private String said() {
        Optional<Evolution> rule = Stream.of(revisions.now(), revisions.old())
                .flatMap(specification -> specification.evolution().stream())
                .filter(evolution -> evolution.demand() instanceof Evolution.Demand.BreaksOldReaders)
                .findFirst();
        return rule.map(found -> " (" + found.id() + ")").orElse("");
    }
}
