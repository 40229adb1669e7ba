package io.streamspec.diff;

import io.streamspec.diff.Judgement.Effect;
import io.streamspec.model.Expression;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Placement;
import io.streamspec.model.Placement.Placed;
import io.streamspec.model.Structure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What it means that a field is new or gone: that depends on what stood, or stands, in its place. */
final class PlaceJudge {

    private static final Judgement TOLD =
            Judgement.same("reserved octets mean nothing; what took their place, or had it, is told of");

    private final Revisions revisions;
    private final Structure before;
    private final Structure after;
    private final List<Placed> old;
    private final List<Placed> now;
    private final OptionalLong oldSize;
    private final OptionalLong nowSize;

    PlaceJudge(Revisions revisions, Pairing.Pair<Structure> structure) {
        this.revisions = revisions;
        this.before = structure.before();
        this.after = structure.after();
        Placement oldPlaces = Placement.of(revisions.old());
        Placement nowPlaces = Placement.of(revisions.now());
        this.old = oldPlaces.fields(before);
        this.now = nowPlaces.fields(after);
        this.oldSize = oldPlaces.size(before);
        this.nowSize = nowPlaces.size(after);
    }

    /** {@code come} is new. */
    Judgement added(Field come) {
        Placed placed = placed(now, come);
        if (placed.offset().isEmpty()) {
            return resized("something new stands behind a part of variable size");
        } else if (come.type() instanceof FieldType.Padding) {
            return padded(nowSize.isEmpty() && oldSize.isPresent());
        } else if (isBehind(placed, oldSize)) {
            return grown(come);
        }
        List<Field> there = overlapping(old, placed);
        if (come.isIgnored()) {
            return TOLD;
        }
        boolean wereReserved = there.stream().allMatch(field -> field.type() instanceof FieldType.Reserved);
        return wereReserved && placed.size().isPresent() ? tookReserved(come, placed) : replaced(there, true);
    }

    /** {@code gone} is no longer there. */
    Judgement removed(Field gone) {
        Placed placed = placed(old, gone);
        if (placed.offset().isEmpty()) {
            return resized("what stood behind a part of variable size is gone");
        } else if (gone.type() instanceof FieldType.Padding) {
            return padded(false);
        } else if (isBehind(placed, nowSize)) {
            return resized("the structure is shorter");
        } else if (gone.isIgnored()) {
            return TOLD;
        }
        List<Field> here = overlapping(now, placed);
        boolean isReserved = here.stream().allMatch(field -> field.type() instanceof FieldType.Reserved);
        return isReserved && placed.size().isPresent() ? leftReserved(gone, placed) : replaced(here, false);
    }

    /** Old writers wrote zero here, and old readers do not look. */
    private Judgement tookReserved(Field come, Placed placed) {
        int octets = (int) Math.min(8, placed.size().getAsLong());
        Domain reserved = new Domain(Numbers.ZERO, Numbers.wide(octets));
        return Domain.of(revisions.now(), come.type())
                .map(domain -> domain.insteadOf(reserved))
                .map(judgement -> judgement.oldStreams() == Effect.REFUSED
                        ? new Judgement(
                                Effect.READ, Effect.REFUSED, "zero, which old writers left there, is no value of it")
                        : Judgement.read(
                                "its octets were reserved: old writers left them zero, old readers ignore them"))
                .orElse(Judgement.read("its octets were reserved: old readers ignore them"));
    }

    /** New writers write zero here, and new readers do not look. */
    private Judgement leftReserved(Field gone, Placed placed) {
        Domain reserved = new Domain(
                Numbers.ZERO, Numbers.wide((int) Math.min(8, placed.size().getAsLong())));
        return Domain.of(revisions.old(), gone.type())
                .map(reserved::insteadOf)
                .map(judgement -> judgement.newStreams() == Effect.REFUSED
                        ? new Judgement(
                                Effect.REFUSED, Effect.READ, "old readers do not take the zero that stands there now")
                        : Judgement.read("its octets are reserved now: old readers find zero, new readers ignore them"))
                .orElse(Judgement.read("its octets are reserved now: old readers find zero, new readers ignore them"));
    }

    private Judgement grown(Field come) {
        boolean mayBeNothing =
                extent(come.type()).filter(Extent.ToEnd.class::isInstance).isPresent()
                        || come.when().filter(this::wasZero).isPresent();
        Judgement resized = resized("the structure is longer");
        return mayBeNothing
                ? new Judgement(resized.newStreams(), Effect.READ, "the structure may be longer, and need not be")
                : resized;
    }

    /** Whether a condition is a bit or field that was not there before, so that it does not hold in old streams. */
    private boolean wasZero(Expression condition) {
        if (!(condition instanceof Expression.FieldValue value)
                || !value.structure().equals(after.name())) {
            return false;
        }
        Optional<Field> field = before.field(value.field());
        return field.isEmpty()
                || value.bits().isPresent()
                        && field.get().type() instanceof FieldType.Flags flags
                        && flags.bits().stream().noneMatch(bits -> bits.name()
                                .equals(value.bits().get()));
    }

    /** Bodies of records are as long as their layout says; whatever else is longer or shorter moves what is behind it. */
    private Judgement resized(String how) {
        boolean isBody = !revisions.now().recordsOf(after.name()).isEmpty();
        return isBody
                ? Judgement.refused(how + ", and readers refuse a body whose length does not fit its layout")
                : Judgement.misread(how + ", and what is behind it stands elsewhere");
    }

    private static Judgement padded(boolean isNew) {
        return isNew
                ? new Judgement(Effect.REFUSED, Effect.READ, "bodies may lack the octets now, which old readers expect")
                : new Judgement(Effect.READ, Effect.REFUSED, "bodies may no longer lack the octets");
    }

    private static Judgement replaced(List<Field> others, boolean isNew) {
        String other = others.isEmpty() ? "something else" : others.get(0).label();
        return Judgement.misread(isNew ? "it stands where " + other + " stood" : other + " stands in its place");
    }

    private static boolean isBehind(Placed placed, OptionalLong size) {
        return size.isPresent() && placed.offset().getAsLong() + placed.size().orElse(1) > size.getAsLong();
    }

    private static List<Field> overlapping(List<Placed> fields, Placed place) {
        long from = place.offset().getAsLong();
        long to = from + place.size().orElse(1);
        return fields.stream()
                .filter(other -> other.offset().isPresent()
                        && other.offset().getAsLong() < to
                        && (other.size().isEmpty()
                                || from
                                        < other.offset().getAsLong()
                                                + other.size().getAsLong()))
                .map(Placed::field)
                .toList();
    }

    private static Placed placed(List<Placed> fields, Field field) {
        return fields.stream()
                .filter(placed -> placed.field().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Extent> extent(FieldType type) {
        if (type instanceof FieldType.Array array) {
            return Optional.of(array.extent());
        } else if (type instanceof FieldType.Octets octets) {
            return Optional.of(octets.extent());
        }
        return type instanceof FieldType.Text text ? Optional.of(text.extent()) : Optional.empty();
    }
}
