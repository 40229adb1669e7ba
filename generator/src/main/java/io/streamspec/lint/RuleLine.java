package io.streamspec.lint;

import io.streamspec.read.Drawing;
import io.streamspec.read.Drawing.Kind;
import io.streamspec.read.Drawing.Line;
import io.streamspec.read.Drawing.Sign;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A rule of a diagram, and the bars that meet it.
 *
 * @param bars those of the rows of cells right above and right below
 * @param announced those of the last row of an open box right below
 * @param isBetweenCells whether a row of cells stands above or below, and nothing that is not drawn
 */
record RuleLine(Line rule, List<Sign> bars, List<Sign> announced, boolean isBetweenCells) {

    RuleLine {
        bars = List.copyOf(bars);
        announced = List.copyOf(announced);
    }

    /** The rules of {@code drawing}. */
    static List<RuleLine> of(Drawing drawing) {
        List<Line> lines = drawing.lines();
        List<RuleLine> rules = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).kind() == Kind.RULE) {
                List<Line> around = new ArrayList<>(lines.subList(Math.max(0, i - 1), i));
                around.addAll(lines.subList(i + 1, Math.min(lines.size(), i + 2)));
                List<Line> cells = around.stream()
                        .filter(line -> line.kind() == Kind.CELLS)
                        .toList();
                boolean elided = around.stream().anyMatch(line -> line.kind() == Kind.OTHER);
                List<Sign> bars =
                        cells.stream().flatMap(line -> line.signs().stream()).toList();
                rules.add(new RuleLine(lines.get(i), bars, announced(lines, i), !cells.isEmpty() && !elided));
            }
        }
        return rules;
    }

    /** A row, dots and the end of the row: the rule above may show what the end is divided into. */
    private static List<Sign> announced(List<Line> lines, int rule) {
        boolean isOpen = rule + 3 < lines.size()
                && lines.get(rule + 1).kind() == Kind.CELLS
                && lines.get(rule + 2).kind() == Kind.OTHER
                && lines.get(rule + 3).kind() == Kind.CELLS;
        return isOpen ? lines.get(rule + 3).signs() : List.of();
    }

    /** The corners between the borders that no bar meets, though nothing hides one. */
    List<Sign> strayCorners() {
        Set<Integer> met = columns(bars);
        met.addAll(columns(announced));
        return Columns.inner(rule.signs()).stream()
                .filter(corner -> isBetweenCells && !met.contains(corner.column()))
                .toList();
    }

    /** The other corners between the borders. */
    List<Sign> meantCorners() {
        Set<Integer> met = columns(bars);
        met.addAll(columns(announced));
        return Columns.inner(rule.signs()).stream()
                .filter(corner -> !isBetweenCells || met.contains(corner.column()))
                .toList();
    }

    /** The bars that end at the rule where it has no corner. */
    List<Sign> barsWithoutCorner() {
        Set<Integer> corners = columns(rule.signs());
        return bars.stream().filter(bar -> !corners.contains(bar.column())).toList();
    }

    private static Set<Integer> columns(List<Sign> signs) {
        return signs.stream().map(Sign::column).collect(Collectors.toCollection(HashSet::new));
    }
}
