package io.streamspec.format;

import io.streamspec.read.Sketch;
import io.streamspec.read.SketchReader;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Draws structures from short descriptions, for pasting into a document. */
public final class Sketches {

    /** The octets of a row, if the author does not say: the first of these in which all fields fit. */
    private static final List<Integer> ROWS = List.of(8, 4);

    private static final int INDENT = 4;
    private static final int LARGEST = 4 << 20;

    private Sketches() {}

    /**
     * The diagram that {@code description} asks for; nothing if it is at fault, which {@code diagnostics} then say.
     *
     * @param octetsPerRow how many octets a row has, at least 2
     * @param hasTable whether a table of the fields follows, with room for what they mean
     */
    public static Optional<String> draw(
            SourceText description, OptionalInt octetsPerRow, boolean hasTable, Diagnostics diagnostics) {
        Optional<Sketch> sketch = SketchReader.read(description, diagnostics);
        if (sketch.isEmpty()) {
            return Optional.empty();
        }
        IntStream widths = octetsPerRow.isPresent() ? IntStream.of(octetsPerRow.getAsInt()) : rows(sketch.get());
        List<SketchDrawing.Result> results =
                widths.mapToObj(width -> SketchDrawing.of(sketch.get(), width)).toList();
        Optional<SketchDrawing.Result> drawn =
                results.stream().filter(result -> result.fault().isEmpty()).findFirst();
        if (drawn.isEmpty()) {
            results.get(0).fault().ifPresent(diagnostics::report);
            return Optional.empty();
        }
        Drawing drawing = drawn.get().drawing();
        if (drawing.lines() * DrawingText.width(drawing, INDENT) > LARGEST) {
            diagnostics.report(Faults.SKETCH_ROW
                    .at(description.span(0, 0), "this would be too large to read")
                    .hint("shorten the names, or give the number of octets as a remark"));
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(DrawingText.lines(drawing, INDENT));
        List<String> table = hasTable ? SketchTable.lines(sketch.get()) : List.of();
        if (!table.isEmpty()) {
            lines.add("");
            lines.addAll(table);
        }
        return Optional.of(String.join("\n", lines) + "\n");
    }

    /** What is smaller than a row, is a row of its own. */
    private static IntStream rows(Sketch sketch) {
        long octets = SketchDrawing.octets(sketch.items());
        IntStream rows = ROWS.stream().mapToInt(Integer::intValue);
        return octets >= 2 && octets < ROWS.get(0) ? IntStream.concat(rows, IntStream.of((int) octets)) : rows;
    }
}
