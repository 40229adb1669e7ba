package io.streamspec.lint;

import io.streamspec.read.Drawing;
import io.streamspec.read.Drawing.Kind;
import io.streamspec.read.Drawing.Line;
import io.streamspec.read.Drawing.Sign;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule of a diagram, and the bars that meet it.
 *
 * @param bars those of the rows of cells right above and right below
 * @param isBetweenCells whether nothing but rows of cells stands above and below
 */
record RuleLine(Line rule, List<Sign> bars, boolean isBetweenCells) {

    RuleLine {
        bars = List.copyOf(bars);
    }

    /** The rules of {@code drawing}. */
    static List<RuleLine> of(Drawing drawing) {
        List<Line> lines = drawing.lines();
        List<RuleLine> rules = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).kind() == Kind.RULE) {
                List<Sign> bars = new ArrayList<>();
                boolean cells = false;
                for (int at : new int[] {i - 1, i + 1}) {
                    if (at >= 0 && at < lines.size() && lines.get(at).kind() == Kind.CELLS) {
                        bars.addAll(lines.get(at).signs());
                        cells = true;
                    }
                }
                rules.add(new RuleLine(lines.get(i), bars, cells));
            }
        }
        return rules;
    }

    /** Whether a bar leads to {@code column}. */
    boolean meets(int column) {
        return bars.stream().anyMatch(bar -> bar.column() == column);
    }

    boolean hasCorner(int column) {
        return rule.signs().stream().anyMatch(corner -> corner.column() == column);
    }
}
