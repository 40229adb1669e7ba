package io.streamspec.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where octets begin, by a diagram's row of ticks: one column left of each tick. Diagrams are drawn by hand, so a bar
 * belongs to the nearest edge, if it is clearly nearer to that than to any other.
 */
final class OctetRuler {

    private static final int STANDARD_INDENT = 4;
    private static final int STANDARD_PITCH = 6;

    private final List<Integer> edges;
    private final int pitch;

    private OctetRuler(List<Integer> edges, int pitch) {
        this.edges = List.copyOf(edges);
        this.pitch = pitch;
    }

    /** The edge before octet {@code octet}, and whether the bar stands near enough to it. */
    record Edge(int octet, boolean isClear) {}

    /** The ruler most documents use: eight octets of six columns. */
    static OctetRuler standard() {
        List<Integer> ticks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            ticks.add(STANDARD_INDENT + 1 + i * STANDARD_PITCH);
        }
        return of(ticks);
    }

    /** The ruler with ticks in these columns, counted from 0. */
    static OctetRuler of(List<Integer> ticks) {
        int last = ticks.size() - 1;
        int pitch = ticks.get(last) - ticks.get(last - 1);
        List<Integer> edges =
                new ArrayList<>(ticks.stream().map(tick -> tick - 1).toList());
        edges.add(edges.get(last) + pitch);
        return new OctetRuler(edges, pitch);
    }

    /** Whether neighbouring ticks are about equally far apart. */
    static boolean isEven(List<Integer> ticks) {
        for (int i = 2; i < ticks.size(); i++) {
            int first = ticks.get(1) - ticks.get(0);
            if (Math.abs(ticks.get(i) - ticks.get(i - 1) - first) > 1 + first / 6) {
                return false;
            }
        }
        return ticks.size() > 1;
    }

    /** How many octets a row has. */
    int octets() {
        return edges.size() - 1;
    }

    /** How many columns an octet is wide. */
    int pitch() {
        return pitch;
    }

    /** The column (from 0) of the edge before octet {@code octet}. */
    int column(int octet) {
        return edges.get(octet);
    }

    /** The octet in which {@code column} lies. */
    int octetAt(int column) {
        return Math.max(0, Math.min(edgesUpTo(column), octets()) - 1);
    }

    /** The edge a bar in {@code column} means; the outer bars may stand a little further out than others. */
    Edge edge(int column, boolean first, boolean last) {
        int behind = Math.min(edgesUpTo(column), octets());
        int before = Math.max(0, behind - 1);
        int nearest = column - edges.get(before) <= edges.get(behind) - column ? before : behind;
        int distance = column - edges.get(nearest);
        boolean outside = (first && nearest == 0 && distance < 0) || (last && nearest == octets() && distance > 0);
        int tolerance = outside ? pitch - 1 : (pitch - 1) / 2;
        return new Edge(nearest, Math.abs(distance) <= tolerance);
    }

    /** How many edges do not stand behind {@code column}; halving, for a row may have thousands of bars. */
    private int edgesUpTo(int column) {
        int found = Collections.binarySearch(edges, column);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
