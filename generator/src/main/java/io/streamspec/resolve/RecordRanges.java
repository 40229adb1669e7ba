package io.streamspec.resolve;

import io.streamspec.model.Enumeration;
import io.streamspec.model.Enumeration.ReservedRange;
import io.streamspec.model.Enumeration.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ranges in the table of record types that are no reserved ones, but the numbers of one kind of records. */
final class RecordRanges {

    private RecordRanges() {}

    /** {@code types} under another name, in which a range that is called as records are is a value. */
    static Enumeration named(String name, Enumeration types) {
        List<Value> values = new ArrayList<>(types.values());
        List<ReservedRange> reserved = new ArrayList<>();
        for (ReservedRange range : types.reserved()) {
            if (isKind(range)) {
                values.add(value(range));
            } else {
                reserved.add(range);
            }
        }
        values.sort(Comparator.comparingInt(value -> value.span().start()));
        return new Enumeration(name, types.anchor(), values, reserved, types.span());
    }

    /** Java's numbers are compared as signed ones, so that a range must not reach beyond them. */
    private static boolean isKind(ReservedRange range) {
        if (range.to().bitLength() >= Long.SIZE) {
            return false;
        }
        String name = Words.labelName(range.label());
        return Words.isConstantName(name) && !name.equalsIgnoreCase("reserved");
    }

    private static Value value(ReservedRange range) {
        return new Value(
                range.from(),
                range.to(),
                Words.labelName(range.label()),
                range.spelling(),
                range.label(),
                Words.remark(range.label()),
                "",
                range.span());
    }
}
