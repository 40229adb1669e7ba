package io.streamspec.diff;

import io.streamspec.model.Evolution.Place;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.SourceText;
import io.streamspec.source.Span;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number that a rule of evolution wants raised, in both revisions.
 *
 * @param before its value; empty if the old revision has none
 * @param after its value; empty if the new revision has none
 * @param was where it stands, or should, in the old document
 * @param is where it stands, or should, in the new document
 */
record Raised(String name, String before, String after, boolean isHigher, Span was, Span is, String cure) {

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** Whether the old revision had no such number, so that it could not be raised. */
    boolean isNew() {
        return before.isEmpty() && !after.isEmpty();
    }

    /** The revision that the title blocks tell. */
    static Raised revision(Revisions revisions) {
        String before = revisions.old().revision().orElse("");
        String after = revisions.now().revision().orElse("");
        return new Raised(
                "the revision",
                before.isEmpty() ? "" : before,
                after.isEmpty() ? "missing" : after,
                isHigher(before, after),
                title(revisions.old(), before),
                title(revisions.now(), after),
                "raise it in the title block");
    }

    private static boolean isHigher(String before, String after) {
        return !after.isEmpty() && padded(after).compareTo(padded(before)) > 0;
    }

    /** Revisions count as people count: 10 comes after 9. */
    private static String padded(String revision) {
        return DIGITS.matcher(revision)
                .replaceAll(digits -> "0".repeat(Math.max(0, 20 - digits.group().length())) + digits.group());
    }

    /** The line of the title block that tells the revision, or the title. */
    private static Span title(Specification specification, String revision) {
        SourceText source = specification.span().source();
        Matcher line = Pattern.compile("(?m)^%.*\\b" + Pattern.quote(revision) + "\\s*$")
                .matcher(source.text());
        return !revision.isEmpty() && line.find() ? source.lineSpan(source.lineOf(line.start())) : specification.span();
    }

    /** The constant of a field, by its name in the new revision. */
    static Raised field(Revisions revisions, Place place) {
        Optional<Pairing.Pair<Structure>> pair = revisions.structures().pairs().stream()
                .filter(structure -> structure.after().name().equals(place.structure()))
                .findFirst();
        Optional<Field> now = pair.flatMap(found -> found.after().field(place.field()));
        Optional<Field> old = pair.flatMap(found -> found.before().fields().stream()
                .filter(field -> revisions
                        .names()
                        .of(found.before().name() + "." + field.name())
                        .equals(place.toString()))
                .findFirst());
        Optional<BigInteger> before = old.flatMap(Raised::value);
        Optional<BigInteger> after = now.flatMap(Raised::value);
        Span nowhere = revisions.now().span();
        return new Raised(
                place.toString(),
                before.map(BigInteger::toString).orElse(""),
                after.map(BigInteger::toString).orElse("missing"),
                before.isPresent() && after.isPresent() && after.get().compareTo(before.get()) > 0,
                old.map(Field::span).orElse(revisions.old().span()),
                now.map(Field::span).orElse(nowhere),
                "raise it, and let readers accept the value before where they can");
    }

    private static Optional<BigInteger> value(Field field) {
        return field.type() instanceof FieldType.Constant constant ? Optional.of(constant.value()) : Optional.empty();
    }
}
