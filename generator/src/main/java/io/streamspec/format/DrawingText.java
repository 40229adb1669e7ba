package io.streamspec.format;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Draws: a tick over each octet, a bar on each edge, a rule between rows with a corner wherever a bar meets it. An
 * octet is as wide as the longest label demands, and a row at least {@value #ROW} columns if that leaves octets between
 * {@value #NARROWEST} and {@value #WIDEST} columns.
 */
final class DrawingText {

    private static final int ROW = 48;
    private static final int NARROWEST = 4;
    private static final int WIDEST = 12;

    private final Drawing drawing;
    private final String indent;
    private final int pitch;
    private final List<String> lines = new ArrayList<>();

    private DrawingText(Drawing drawing, int indent) {
        this.drawing = drawing;
        this.indent = " ".repeat(indent);
        this.pitch = pitch(drawing);
    }

    /** The lines of {@code drawing}, its left edge in column {@code indent} (from 0). */
    static List<String> lines(Drawing drawing, int indent) {
        DrawingText text = new DrawingText(drawing, indent);
        text.draw();
        return text.lines;
    }

    /** How many columns the lines have. */
    static long width(Drawing drawing, int indent) {
        return indent + 1 + (long) pitch(drawing) * drawing.octetsPerRow();
    }

    private static int pitch(Drawing drawing) {
        int octets = drawing.octetsPerRow();
        int digits = Integer.toString(octets - 1).length();
        int pitch = Math.max(digits + 1, Math.max(NARROWEST, Math.min(WIDEST, ROW / octets)));
        for (Drawing.Band band : drawing.bands()) {
            if (band instanceof Drawing.Row row) {
                for (Drawing.Cell cell : row.cells()) {
                    int needed = length(cell.label()) + 2; // the bar, and a space before the label
                    pitch = Math.max(pitch, (needed + cell.octets() - 1) / cell.octets());
                }
            }
        }
        return pitch;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private void draw() {
        lines.add(ruler());
        TreeSet<Integer> above = new TreeSet<>();
        for (Drawing.Band band : drawing.bands()) {
            if (band instanceof Drawing.Row row) {
                TreeSet<Integer> bars = bars(row);
                if (row.lead() == 0) {
                    above.addAll(bars);
                    lines.add(rule(above));
                }
                addRow(row);
                above = row.isOpen() ? new TreeSet<>() : bars;
            } else {
                lines.add(rule(above));
                lines.add(indent + "...");
                above = new TreeSet<>();
            }
        }
        lines.add(rule(above));
    }

    private String ruler() {
        StringBuilder ruler = new StringBuilder(indent);
        for (int octet = 0; octet < drawing.octetsPerRow(); octet++) {
            ruler.append(" ".repeat(indent.length() + 1 + octet * pitch - ruler.length()))
                    .append(octet);
        }
        return ruler.append(' ').append(drawing.unit()).toString();
    }

    /** The octets before which {@code row} has bars, the outer ones left out. */
    private TreeSet<Integer> bars(Drawing.Row row) {
        TreeSet<Integer> bars = new TreeSet<>();
        int octet = row.lead();
        for (Drawing.Cell cell : row.cells()) {
            bars.add(octet);
            octet += cell.octets();
        }
        bars.remove(0);
        return bars;
    }

    private String rule(TreeSet<Integer> bars) {
        StringBuilder rule = new StringBuilder(indent).append('+');
        int from = 0;
        for (int bar : bars) {
            rule.append("-".repeat((bar - from) * pitch - 1)).append('+');
            from = bar;
        }
        return rule.append("-".repeat((drawing.octetsPerRow() - from) * pitch - 1))
                .append('+')
                .toString();
    }

    private void addRow(Drawing.Row row) {
        StringBuilder line = new StringBuilder(indent).append('|');
        if (row.lead() > 0) {
            line.append(" ".repeat(row.lead() * pitch - 1)).append('|');
        }
        for (Drawing.Cell cell : row.cells()) {
            String label = " " + cell.label();
            line.append(label)
                    .append(" ".repeat(cell.octets() * pitch - 1 - length(label)))
                    .append('|');
        }
        lines.add(line.toString());
        String empty = indent + "|" + " ".repeat(drawing.octetsPerRow() * pitch - 1) + "|";
        for (long more = 1; more < row.height(); more++) {
            lines.add(empty);
        }
        if (row.isOpen()) {
            lines.add(indent + "...");
        }
    }
}
