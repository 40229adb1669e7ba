package io.streamspec.format;

import io.streamspec.read.Block;
import io.streamspec.read.Block.Box;
import io.streamspec.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes from a diagram what it shows: the boxes from the block, how they are arranged in rows from the text. */
final class DrawingReader {

    private final SourceText source;
    private final int octetsPerRow;
    private final Map<Integer, List<Box>> boxes = new HashMap<>();
    private final List<Drawing.Band> bands = new ArrayList<>();
    private String unit = "octet";
    private boolean ruled = true;

    private DrawingReader(Block.Diagram diagram) {
        this.source = diagram.span().source();
        this.octetsPerRow = diagram.octetsPerRow();
        for (Box box : diagram.boxes()) {
            boxes.computeIfAbsent(box.span().line(), line -> new ArrayList<>()).add(box);
        }
    }

    /** What {@code diagram} shows, which was read without an error. */
    static Drawing read(Block.Diagram diagram) {
        DrawingReader reader = new DrawingReader(diagram);
        int last = reader.source.lineOf(diagram.span().end());
        for (int line = diagram.span().line(); line <= last; line++) {
            reader.readLine(line, reader.source.line(line).strip());
        }
        return new Drawing(reader.octetsPerRow, reader.unit, reader.bands);
    }

    private void readLine(int line, String text) {
        if (text.startsWith("+")) {
            ruled = true;
        } else if (text.equals("...")) {
            if (ruled && !(bands.get(bands.size() - 1) instanceof Drawing.Elision)) {
                bands.add(new Drawing.Elision());
            }
        } else if (text.startsWith("|")) {
            addRow(boxes.getOrDefault(line, List.of()));
            ruled = false;
        } else if (!text.isEmpty()) {
            unit = text.contains("byte") ? "byte" : "octet";
        }
    }

    /** Rows without a label belong to the box above, whose octets count them. */
    private void addRow(List<Box> row) {
        if (row.isEmpty()) {
            return;
        }
        List<Drawing.Cell> cells = new ArrayList<>();
        int lead = octetsPerRow;
        for (Box box : row) {
            int octets = (int) Math.min(octetsPerRow, box.octets());
            cells.add(new Drawing.Cell(Labels.text(box), octets));
            lead -= octets;
        }
        Box last = row.get(row.size() - 1);
        long height = Math.max(1, last.octets() / octetsPerRow);
        bands.add(new Drawing.Row(lead, cells, height, last.openEnded()));
    }
}
