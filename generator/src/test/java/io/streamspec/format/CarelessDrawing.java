package io.streamspec.format;

import java.util.Random;

/** Draws as people do: bars a little off, corners where no bar is, labels without air, rules left out. */
final class CarelessDrawing {

    private final Random random;
    private final Drawing drawing;
    private final StringBuilder out = new StringBuilder();
    private final boolean fenced;
    private final String indent;
    private final int pitch;

    CarelessDrawing(Random random, Drawing drawing) {
        this.random = random;
        this.drawing = drawing;
        this.fenced = random.nextInt(6) == 0;
        this.indent = fenced && random.nextBoolean() ? "" : " ".repeat(4 + random.nextInt(3));
        int needed = drawing.bands().stream()
                .filter(Drawing.Row.class::isInstance)
                .flatMap(band -> ((Drawing.Row) band).cells().stream())
                .mapToInt(cell -> (cell.label().length() + 6) / cell.octets() + 1)
                .max()
                .orElse(5);
        this.pitch = Math.max(5, needed) + random.nextInt(4);
    }

    String text() {
        if (fenced) {
            out.append("```\n");
        }
        addRuler();
        addRule();
        for (int i = 0; i < drawing.bands().size(); i++) {
            if (drawing.bands().get(i) instanceof Drawing.Row row) {
                addRow(row);
                boolean goesOn = i + 1 < drawing.bands().size()
                        && drawing.bands().get(i + 1) instanceof Drawing.Row next
                        && (next.lead() > 0 || random.nextInt(8) == 0);
                if (!goesOn) {
                    addRule();
                }
            } else {
                addLine(indent + "...");
                if (random.nextInt(4) > 0) {
                    addRule();
                }
            }
        }
        if (fenced) {
            out.append("```\n");
        }
        return out.toString();
    }

    private void addLine(String line) {
        boolean tab = !fenced && line.startsWith("    ") && random.nextInt(6) == 0;
        out.append(tab ? "\t" + line.substring(4) : line)
                .append(" ".repeat(random.nextInt(6) == 0 ? 2 : 0))
                .append('\n');
        if (fenced && random.nextInt(12) == 0) {
            out.append('\n');
        }
    }

    private void addRuler() {
        StringBuilder ruler = new StringBuilder(indent).append(' ');
        for (int octet = 0; octet < drawing.octetsPerRow(); octet++) {
            int column = indent.length() + 1 + octet * pitch;
            ruler.append(" ".repeat(Math.max(octet == 0 ? 0 : 1, column - ruler.length())))
                    .append(octet);
        }
        addLine(ruler + " " + drawing.unit() + (random.nextBoolean() ? "s" : ""));
    }

    private void addRule() {
        StringBuilder rule = new StringBuilder(indent).append("+-");
        while (rule.length() < indent.length() + drawing.octetsPerRow() * pitch - 1) {
            rule.append(random.nextInt(pitch) == 0 ? '+' : '-');
        }
        addLine(rule.append('+').toString());
    }

    private void addRow(Drawing.Row row) {
        StringBuilder line = new StringBuilder(indent).append('|');
        int octet = row.lead();
        if (octet > 0) {
            bar(line, octet);
        }
        boolean dots = random.nextBoolean();
        for (Drawing.Cell cell : row.cells()) {
            octet += cell.octets();
            String label = row.isOpen() && dots ? cell.label().replaceFirst("\\.\\.\\.$", "") : cell.label();
            line.append(" ".repeat(random.nextInt(3)))
                    .append(random.nextInt(6) == 0 ? label.replaceFirst(" \\(", "(") : label);
            bar(line, octet);
        }
        addLine(line.toString());
        for (long more = 1; more < row.height(); more++) {
            addLine(indent + "|" + " ".repeat(drawing.octetsPerRow() * pitch - 1) + "|");
        }
        if (row.isOpen() && (dots || random.nextBoolean() || isLast(row))) {
            addLine(indent + "...");
        }
    }

    /** What is drawn behind an open end needs the dots before it. */
    private boolean isLast(Drawing.Row row) {
        int index = drawing.bands().indexOf(row);
        return index + 1 < drawing.bands().size();
    }

    private void bar(StringBuilder line, int octet) {
        boolean outer = octet == drawing.octetsPerRow();
        int off = random.nextInt(3) > 0 ? 0 : outer ? random.nextInt(3) : random.nextInt(3) - 1;
        int column = indent.length() + octet * pitch + off;
        line.append(" ".repeat(Math.max(0, column - line.length()))).append('|');
    }
}
