package io.streamspec.diff;

import io.streamspec.diff.Change.Kind;
import io.streamspec.model.BitRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Changes of the bits of a field. */
final class BitChanges {

    private final String field;
    private final List<Change> changes = new ArrayList<>();

    private BitChanges(String field) {
        this.field = field;
    }

    /** The changes of the bits of {@code field}, which is also its anchor. */
    static List<Change> of(String field, List<BitRange> before, List<BitRange> after) {
        BitChanges changes = new BitChanges(field);
        Pairing<BitRange> bits = Pairing.of(before, after)
                .by(range -> range.reserved() ? place(range) : range.name())
                .by(range -> range.reserved() ? "" : place(range))
                .by(range -> range.reserved() ? "reserved" : "");
        bits.removed().forEach(gone -> changes.add(Kind.REMOVED, gone, place(gone) + meanings(gone), ""));
        bits.added().forEach(come -> changes.add(Kind.ADDED, come, "", place(come) + meanings(come)));
        bits.pairs().forEach(changes::compare);
        return changes.changes;
    }

    private void compare(Pairing.Pair<BitRange> pair) {
        BitRange before = pair.before();
        BitRange after = pair.after();
        if (!before.name().equals(after.name())) {
            add(Kind.RENAMED, after, before.name(), after.name());
        }
        if (!place(before).equals(place(after))) {
            add(Kind.MOVED, after, place(before), place(after));
        }
        if (!meanings(before).equals(meanings(after))) {
            add(Kind.CHANGED, after, meanings(before).strip(), meanings(after).strip());
        } else if (!words(before).equals(words(after))) {
            add(Kind.REWORDED, after, words(before), words(after));
        }
    }

    private void add(Kind kind, BitRange range, String before, String after) {
        String path = field + "." + (range.reserved() ? "reserved_" + range.low() : range.name());
        changes.add(new Change(kind, Change.Subject.BIT, path, path, before, after, range.span()));
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
        String named = range.enumeration().map(name -> " " + name).orElse("");
        return named + (values.isEmpty() ? "" : " " + values);
    }
}
