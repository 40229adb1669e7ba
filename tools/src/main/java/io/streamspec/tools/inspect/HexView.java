package io.streamspec.tools.inspect;

import io.streamspec.example.Dissection;
import io.streamspec.example.SpecificationExamples.Part;
import io.streamspec.model.Structure;
import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.RecordReader;
import io.streamspec.tools.stream.Level;
import io.streamspec.tools.stream.Printable;
import io.streamspec.tools.stream.StreamVisitor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The octets of what is selected, field by field: where each stands, its octets, what it is and what it says. Made of the
 * specification itself, without its codecs.
 */
final class HexView implements StreamVisitor {

    private static final int ROW = 16;

    private final PrintWriter out;
    private final Selection selection;
    private final int mostRows;
    private final Dissector dissector = new Dissector();
    private @Nullable Level latest;

    /** @param mostRows of one field, the rows of octets that are shown */
    HexView(PrintWriter out, Selection selection, int mostRows) {
        this.out = out;
        this.selection = selection;
        this.mostRows = mostRows;
    }

    @Override
    public void begin(Level level) {
        latest = level;
    }

    @Override
    public void header(String path, String name, long offset, long size, Record header) throws IOException {
        Level level = Objects.requireNonNull(latest);
        Structure structure = dissector.specification(level).structure(name);
        show(level, structure, level.headerOctets(name), offset, selection.includes(path, -1, name), name);
    }

    @Override
    public void record(Level level) throws IOException {
        RecordReader<?> reader = level.reader();
        boolean isShown = selection.includes(level.path(), reader.index(), reader.typeName());
        Optional<Structure> layout = dissector.layout(level);
        if (layout.isPresent() && (isShown || dissector.mayMatter(reader.length()))) {
            Structure structure = layout.get();
            show(level, structure, reader.load(), reader.bodyOffset(), isShown, title(reader));
        } else if (isShown) {
            out.println(level.path() + "/" + title(reader));
            rows(reader.load(), reader.bodyOffset(), "body");
        }
    }

    @Override
    public void end(Level level) {
        dissector.endOf(level);
    }

    @Override
    public void fault(FormatException fault) {
        out.println(Printable.of(String.valueOf(fault.getMessage())));
    }

    private static String title(RecordReader<?> reader) {
        return "record " + reader.index() + " " + reader.typeName();
    }

    private void show(Level level, Structure structure, ByteBuffer octets, long offset, boolean isShown, String title) {
        ByteBuffer body = octets.slice();
        Dissection dissection = dissector.dissect(level, structure, body);
        if (isShown) {
            out.println(level.path() + "/" + title);
            for (Part part : dissection.parts()) {
                part(part, body, offset);
            }
            dissection.fault().ifPresent(fault -> out.println("    " + Printable.of(fault)));
        }
    }

    /** A field, of which some octets or all may be left out at the end of a short body. */
    private void part(Part part, ByteBuffer body, long offset) {
        int size = part.octets().length() / 2;
        int at = Math.min((int) part.offset(), body.limit());
        int stored = Math.min(size, body.limit() - at);
        String words = part.path() + " = " + part.shown();
        if (stored < size) {
            words += stored == 0
                    ? " (left out, reads as zero)"
                    : " (the last " + (size - stored) + " octets left out, read as zero)";
        }
        rows(body.slice(at, stored), offset + at, words);
    }

    /** The octets, and what they are beside the first row. */
    private void rows(ByteBuffer octets, long offset, String words) {
        int size = octets.remaining();
        int shown = Math.min(size, mostRows * ROW);
        for (int at = 0; at < shown || at == 0; at += ROW) {
            String row = row(octets, at, Math.min(ROW, shown - at));
            String line = String.format("0x%08x  %-48s %s", offset + at, row, at == 0 ? words : "");
            out.println(Printable.of(line.stripTrailing()));
        }
        if (size > shown) {
            out.println("            and " + (size - shown) + " octets more, which --elements shows");
        }
    }

    private static String row(ByteBuffer octets, int at, int count) {
        StringBuilder row = new StringBuilder();
        for (int i = at; i < at + count; i++) {
            row.append(HexFormat.of().toHexDigits(octets.get(i))).append(' ');
        }
        return row.toString();
    }
}
