package io.streamspec.tools.compare;

import io.streamspec.runtime.Octets;
import io.streamspec.runtime.Scalars;
import java.util.HexFormat;
import java.util.StringJoiner;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A value in which streams differ.
 *
 * @param name where it is: {@code libxc/X86_TSC_INFO.khz}
 * @param a what the first stream says; null if nothing
 * @param b what the second one says
 * @param where which parts of long values differ; else empty
 */
record Difference(String name, @Nullable String a, @Nullable String b, String where) {

    private static final int SHOWN = 16;
    private static final int RANGES = 8;

    static Difference of(String name, @Nullable Object a, @Nullable Object b) {
        return new Difference(name, text(a), text(b), where(a, b));
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof Octets octets) {
            if (octets.size() > SHOWN) {
                return octets.size() + " octets";
            }
            byte[] all = new byte[octets.size()];
            octets.asByteBuffer().get(0, all);
            return HexFormat.of().formatHex(all);
        } else if (value instanceof Scalars scalars && scalars.size() > SHOWN) {
            return scalars.size() + " numbers";
        }
        return value == null ? null : value.toString();
    }

    private static String where(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Octets first && b instanceof Octets second && Math.max(first.size(), second.size()) > SHOWN) {
            var left = first.asByteBuffer();
            var right = second.asByteBuffer();
            int common = Math.min(first.size(), second.size());
            return ranges("octets ", common, i -> left.get(i) != right.get(i));
        } else if (a instanceof Scalars first
                && b instanceof Scalars second
                && Math.max(first.size(), second.size()) > SHOWN) {
            return ranges("numbers ", Math.min(first.size(), second.size()), i -> first.get(i) != second.get(i));
        }
        return "";
    }

    /** {@code octets 16-23, 40}: those of the first {@code size} that differ. */
    private static String ranges(String what, int size, IntPredicate differs) {
        StringJoiner ranges = new StringJoiner(", ", what, "").setEmptyValue("");
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (differs.test(i)) {
                int first = i;
                while (i + 1 < size && differs.test(i + 1)) {
                    i++;
                }
                if (++count > RANGES) {
                    return ranges.add("and more").toString();
                }
                ranges.add(first == i ? String.valueOf(first) : first + "-" + i);
            }
        }
        return ranges.toString();
    }
}
