package io.streamspec.lint;

import io.streamspec.read.Drawing;
import io.streamspec.read.Drawing.Kind;
import io.streamspec.read.Drawing.Line;
import io.streamspec.read.Drawing.Sign;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns in which the edges of a diagram's octets should stand: one left of each tick, where the ticks are equally far
 * apart; else from the left border on, as far apart as most ticks are.
 *
 * @param first the column (from 0) of the edge before octet 0
 * @param pitch how many columns an octet is wide
 * @param octets how many octets a row has
 * @param unevenTick the first tick that stands further from the one before it, or nearer, than most do
 */
record Columns(int first, int pitch, int octets, Optional<Sign> unevenTick) {

    /** The columns of {@code drawing}; none if it has no ruler of two ticks or more. */
    static Optional<Columns> of(Drawing drawing) {
        List<Sign> ticks = drawing.lines().stream()
                .filter(line -> line.kind() == Kind.TICKS)
                .map(Line::signs)
                .findFirst()
                .orElse(List.of());
        if (ticks.size() < 2) {
            return Optional.empty();
        }
        int pitch = commonGap(ticks);
        Optional<Sign> uneven = Optional.empty();
        for (int i = 1; i < ticks.size() && uneven.isEmpty(); i++) {
            if (gap(ticks, i) != pitch) {
                uneven = Optional.of(ticks.get(i));
            }
        }
        int first = uneven.isPresent() ? leftBorder(drawing) : ticks.get(0).column() - 1;
        return Optional.of(new Columns(first, pitch, ticks.size(), uneven));
    }

    private static int commonGap(List<Sign> ticks) {
        Map<Integer, Integer> counts = new HashMap<>();
        int common = gap(ticks, 1);
        for (int i = 1; i < ticks.size(); i++) {
            counts.merge(gap(ticks, i), 1, Integer::sum);
            common = counts.getOrDefault(gap(ticks, i), 0) > counts.getOrDefault(common, 0) ? gap(ticks, i) : common;
        }
        return Math.max(1, common);
    }

    private static int gap(List<Sign> ticks, int at) {
        return ticks.get(at).column() - ticks.get(at - 1).column();
    }

    private static int leftBorder(Drawing drawing) {
        return signs(drawing).stream().mapToInt(Sign::column).min().orElse(0);
    }

    /** All bars and corners. */
    static List<Sign> signs(Drawing drawing) {
        List<Sign> signs = new ArrayList<>();
        drawing.lines().stream()
                .filter(line -> line.kind() == Kind.RULE || line.kind() == Kind.CELLS)
                .forEach(line -> signs.addAll(line.signs()));
        return signs;
    }

    /** The signs of a line that stand between its borders. */
    static List<Sign> inner(List<Sign> signs) {
        return signs.size() < 3 ? List.of() : signs.subList(1, signs.size() - 1);
    }

    /** The column of the edge before octet {@code octet}. */
    int edge(int octet) {
        return first + octet * pitch;
    }

    /** The edge that is nearest to {@code column}. */
    int nearest(int column) {
        return Math.max(0, Math.min(octets, Math.round((column - first) / (float) pitch)));
    }
}
