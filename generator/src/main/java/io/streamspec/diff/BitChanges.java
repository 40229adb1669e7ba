package io.streamspec.diff;

import io.streamspec.diff.Change.Kind;
import io.streamspec.diff.Judgement.Effect;
import io.streamspec.model.BitRange;
import io.streamspec.model.Enumeration.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Changes of the bits of a field. */
final class BitChanges {

    private static final Judgement RESERVED = Judgement.same("what the bits mean now, or meant, is told of them");

    private final Revisions revisions;
    private final String field;
    private final boolean onWire;
    private final List<BitRange> old;
    private final List<BitRange> now;
    private final List<Change> changes = new ArrayList<>();

    private BitChanges(Revisions revisions, String field, boolean onWire, List<BitRange> old, List<BitRange> now) {
        this.revisions = revisions;
        this.field = field;
        this.onWire = onWire;
        this.old = List.copyOf(old);
        this.now = List.copyOf(now);
    }

    /** The changes of the bits of {@code field}, which is also its anchor. */
    static List<Change> of(
            Revisions revisions, String field, boolean onWire, List<BitRange> before, List<BitRange> after) {
        BitChanges changes = new BitChanges(revisions, field, onWire, before, after);
        Pairing<BitRange> bits = Pairing.of(before, after)
                .by(range -> range.reserved() ? place(range) : range.name())
                .by(range -> range.reserved() ? "" : place(range))
                .by(range -> range.reserved() ? "reserved" : "");
        bits.removed().forEach(changes::addRemoved);
        bits.added().forEach(changes::addAdded);
        bits.pairs().forEach(changes::compare);
        return changes.changes;
    }

    private void addRemoved(BitRange gone) {
        boolean taken = now.stream().anyMatch(range -> !range.reserved() && overlaps(range, gone));
        Judgement judgement = taken
                ? Judgement.misread("the bits mean something else now")
                : Judgement.read("new writers leave the bits zero, new readers ignore them");
        String path = path(gone);
        changes.add(Change.removed(
                Change.Subject.BIT, path, path, place(gone) + meanings(gone), gone.span(), judged(gone, judgement)));
    }

    private void addAdded(BitRange come) {
        boolean taken = old.stream().anyMatch(range -> !range.reserved() && overlaps(range, come));
        Judgement judgement = taken
                ? Judgement.misread("the bits meant something else before")
                : new Judgement(
                        Effect.READ,
                        takesZero(come) ? Effect.READ : Effect.REFUSED,
                        takesZero(come)
                                ? "the bits were unused: old writers left them zero, old readers ignore them"
                                : "the bits were unused, and zero, which old writers wrote, has no meaning in them");
        String path = path(come);
        changes.add(Change.added(
                Change.Subject.BIT, path, path, place(come) + meanings(come), come.span(), judged(come, judgement)));
    }

    private boolean takesZero(BitRange range) {
        return range.enumeration()
                .map(name -> revisions.now().enumeration(name).values().stream()
                        .anyMatch(value -> value.value().signum() == 0))
                .orElse(true);
    }

    private Judgement judged(BitRange range, Judgement judgement) {
        return !onWire ? Revisions.OFF_WIRE : range.reserved() ? RESERVED : judgement;
    }

    private void compare(Pairing.Pair<BitRange> pair) {
        BitRange before = pair.before();
        BitRange after = pair.after();
        if (!before.name().equals(after.name())) {
            add(Kind.RENAMED, pair, before.name(), after.name(), Revisions.NAMES);
        }
        if (!place(before).equals(place(after))) {
            add(Kind.MOVED, pair, place(before), place(after), Judgement.misread("readers look at other bits"));
        }
        String was = meanings(before).strip();
        String is = meanings(after).strip();
        if (!was.equals(is)) {
            boolean named = revisions.names().in(was).equals(is);
            add(Kind.CHANGED, pair, was, is, named ? Revisions.NAMES : meaning(before, after));
        } else if (!words(before).equals(words(after))) {
            add(Kind.REWORDED, pair, words(before), words(after), Revisions.WORDS);
        }
    }

    private static Judgement meaning(BitRange before, BitRange after) {
        Set<String> kept = numbers(after.meanings());
        boolean same = before.enumeration().equals(after.enumeration()) && kept.containsAll(numbers(before.meanings()));
        return same
                ? Judgement.read("values that had a meaning keep it")
                : Judgement.misread("values of the bits mean something else");
    }

    private static Set<String> numbers(List<Value> values) {
        return values.stream()
                .map(value -> value.value() + " " + value.name())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void add(Kind kind, Pairing.Pair<BitRange> pair, String before, String after, Judgement judgement) {
        String path = path(pair.after());
        changes.add(Change.of(
                kind,
                Change.Subject.BIT,
                path,
                path,
                before,
                after,
                pair.before().span(),
                pair.after().span(),
                judged(pair.after(), judgement)));
    }

    private String path(BitRange range) {
        return field + "." + (range.reserved() ? "reserved_" + range.low() : range.name());
    }

    private static boolean overlaps(BitRange one, BitRange other) {
        return one.low() <= other.high() && other.low() <= one.high();
    }

    /** The description without the numbers of the bits, which open it. */
    private static String words(BitRange range) {
        return range.description().replaceFirst("^[^:]*:\\s*", "");
    }

    private static String place(BitRange range) {
        return range.width() == 1 ? "bit " + range.low() : "bits " + range.low() + " to " + range.high();
    }

    private static String meanings(BitRange range) {
        String values = range.meanings().stream()
                .map(value -> value.spelling() + " " + value.name())
                .collect(Collectors.joining(", "));
        String named = Optional.of(range)
                .flatMap(BitRange::enumeration)
                .map(name -> " " + name)
                .orElse("");
        return named + (values.isEmpty() ? "" : " " + values);
    }
}
