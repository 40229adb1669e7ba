package io.streamspec.diff;

import io.streamspec.diff.Judgement.Effect;
import io.streamspec.model.Enumeration.Value;
import io.streamspec.model.Extent;
import io.streamspec.model.FieldType;
import io.streamspec.model.Placement;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.Count;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What it means that a field is of another type. */
final class TypeJudge {

    private static final String UNLIKE = "its octets are read as something else";

    private final Specification old;
    private final Specification now;
    private final Placement oldPlaces;
    private final Placement nowPlaces;

    TypeJudge(Revisions revisions) {
        this.old = revisions.old();
        this.now = revisions.now();
        this.oldPlaces = Placement.of(old);
        this.nowPlaces = Placement.of(now);
    }

    Judgement judge(FieldType before, FieldType after) {
        OptionalLong was = oldPlaces.size(before);
        OptionalLong is = nowPlaces.size(after);
        if (was.isPresent() && is.isPresent() && was.getAsLong() != is.getAsLong()) {
            return Judgement.misread("it takes " + octets(is.getAsLong()) + " instead of " + was.getAsLong());
        } else if (was.isPresent() && is.isPresent()) {
            return values(before, after).orElseGet(() -> contents(before, after));
        } else if (was.isPresent() || is.isPresent()) {
            return Judgement.misread("its size " + (is.isPresent() ? "no longer varies" : "varies now"));
        }
        return variable(before, after);
    }

    private static String octets(long count) {
        return Count.of(count, "octet");
    }

    /** The judgement of numbers of one width. */
    private Optional<Judgement> values(FieldType before, FieldType after) {
        Optional<Domain> was = Domain.of(old, before);
        Optional<Domain> is = Domain.of(now, after);
        if (was.isEmpty() || is.isEmpty()) {
            return Optional.empty();
        }
        if (before instanceof FieldType.Enumerated one && after instanceof FieldType.Enumerated other) {
            Optional<String> shifted = shiftedMeaning(one, other);
            if (shifted.isPresent()) {
                return Optional.of(Judgement.misread(shifted.get()));
            }
        }
        return Optional.of(is.get().insteadOf(was.get()));
    }

    /** A number that has a name in both revisions, but not the same. */
    private Optional<String> shiftedMeaning(FieldType.Enumerated before, FieldType.Enumerated after) {
        Map<BigInteger, String> names = new HashMap<>();
        old.enumeration(before.enumeration()).values().forEach(value -> names.put(value.value(), value.name()));
        for (Value value : now.enumeration(after.enumeration()).values()) {
            String name = names.getOrDefault(value.value(), value.name());
            if (!name.equals(value.name())) {
                return Optional.of(
                        "the value " + Domain.shown(value.value()) + " is " + value.name() + " instead of " + name);
            }
        }
        return Optional.empty();
    }

    /** The judgement of what is no number, of one size. */
    private Judgement contents(FieldType before, FieldType after) {
        if (!isPlain(before) && !isPlain(after)) {
            return Judgement.misread(UNLIKE);
        }
        boolean oldTakesAll = takesAll(old, before);
        boolean nowTakesAll = takesAll(now, after);
        String reason = oldTakesAll && nowTakesAll
                ? "the same octets are described otherwise"
                : "not all octets fit " + (nowTakesAll ? "what stood here before" : "what stands here now");
        return new Judgement(
                oldTakesAll ? Effect.SAME : Effect.REFUSED, nowTakesAll ? Effect.SAME : Effect.REFUSED, reason);
    }

    private Judgement variable(FieldType before, FieldType after) {
        Extent was = extent(before);
        Extent is = extent(after);
        if (was.getClass() != is.getClass()) {
            return Judgement.misread("how much there is of it is told otherwise");
        } else if (before instanceof FieldType.Array one && after instanceof FieldType.Array other) {
            Judgement elements = one.element().equals(other.element())
                    ? Judgement.same("the elements are what they were")
                    : judge(one.element(), other.element());
            boolean sameExtent = was instanceof Extent.ToEnd || was.equals(is);
            return sameExtent
                    ? elements
                    : elements.and(Judgement.misread("there are as many of it as something else says"));
        } else if (was instanceof Extent.ToEnd) {
            return contents(before, after);
        }
        return before.getClass() == after.getClass()
                ? Judgement.misread("there is as much of it as something else says")
                : Judgement.misread(UNLIKE);
    }

    private static Extent extent(FieldType type) {
        if (type instanceof FieldType.Array array) {
            return array.extent();
        } else if (type instanceof FieldType.Octets octets) {
            return octets.extent();
        } else if (type instanceof FieldType.Text text) {
            return text.extent();
        }
        return new Extent.Fixed(1); // padding, or a structure whose size varies
    }

    private static boolean isPlain(FieldType type) {
        return type instanceof FieldType.Octets || type instanceof FieldType.Text || type instanceof FieldType.Reserved;
    }

    /** Whether readers take whatever octets stand there. */
    private static boolean takesAll(Specification specification, FieldType type) {
        if (type instanceof FieldType.Array array) {
            boolean fits = array.extent() instanceof Extent.Fixed
                    || Placement.of(specification).size(array.element()).equals(OptionalLong.of(1));
            return fits && takesAll(specification, array.element());
        } else if (type instanceof FieldType.Composite composite) {
            Structure structure = specification.structure(composite.structure());
            return structure.constraints().isEmpty()
                    && structure.fields().stream()
                            .allMatch(field -> field.when().isEmpty() && takesAll(specification, field.type()));
        } else if (type instanceof FieldType.Scalar scalar) {
            return scalar.allowed().isEmpty();
        } else if (type instanceof FieldType.Enumerated enumerated) {
            return enumerated.open();
        } else if (type instanceof FieldType.Flags flags) {
            return flags.bits().stream().allMatch(range -> range.enumeration().isEmpty());
        }
        return type instanceof FieldType.Octets || type instanceof FieldType.Reserved;
    }
}
