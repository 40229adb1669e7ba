package io.streamspec.diff;

import io.streamspec.diff.Judgement.Effect;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Enumeration.Value;

/** What it means that a named value comes, goes or gets another number: that depends on the fields that hold it. */
final class ValueJudge {

    private final Revisions revisions;

    ValueJudge(Revisions revisions) {
        this.revisions = revisions;
    }

    Judgement added(Pairing.Pair<Enumeration> in, Value come) {
        if (isOffWire(in)) {
            return Revisions.OFF_WIRE;
        } else if (revisions.wasOnWire().isClosed(in.before().name())) {
            return new Judgement(
                    Effect.REFUSED, Effect.READ, shown(come) + " had no meaning before, and such values are not taken");
        }
        return Judgement.read(shown(come) + " had no meaning before, and such values are taken");
    }

    Judgement removed(Pairing.Pair<Enumeration> in, Value gone) {
        if (isOffWire(in)) {
            return Revisions.OFF_WIRE;
        } else if (revisions.isOnWire().isClosed(in.after().name())) {
            return new Judgement(
                    Effect.READ, Effect.REFUSED, shown(gone) + " has no meaning now, and such values are not taken");
        }
        return Judgement.read(shown(gone) + " has no meaning now, and such values are taken");
    }

    Judgement renumbered(Pairing.Pair<Enumeration> in) {
        return isOffWire(in)
                ? Revisions.OFF_WIRE
                : Judgement.misread("the number means something else, or nothing, to the others");
    }

    /** Whether no field of streams holds the enumeration's values. */
    private boolean isOffWire(Pairing.Pair<Enumeration> in) {
        String old = in.before().name();
        String now = in.after().name();
        return !revisions.wasOnWire().isClosed(old)
                && !revisions.wasOnWire().isOpen(old)
                && !revisions.isOnWire().isClosed(now)
                && !revisions.isOnWire().isOpen(now);
    }

    private static String shown(Value value) {
        return Domain.shown(value.value());
    }
}
