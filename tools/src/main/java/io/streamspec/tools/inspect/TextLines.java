package io.streamspec.tools.inspect;

import io.streamspec.tools.stream.Printable;
import java.io.PrintWriter;

/** A line of text each, indented by the streams around: {@code 0x00000028  X86_PV_INFO  8  guestWidth=8, ptLevels=4}. */
final class TextLines implements RecordPrinter {

    /** Longer ones are for {@code --fields}. */
    private static final int MOST_CHARACTERS = 400;

    private final PrintWriter out;

    TextLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void print(Shown shown) {
        String fields = Printable.of(shown.content().toString());
        int open = fields.indexOf('[');
        String inner = open < 0 ? fields : fields.substring(open + 1, fields.length() - 1);
        String line = inner.length() <= MOST_CHARACTERS ? inner : inner.substring(0, MOST_CHARACTERS) + "...";
        out.printf("%s  %s%n", head(shown), line);
    }

    /** {@code 0x00000040     2  X86_PV_INFO      8}: offset, number, name, length. */
    static String head(Shown shown) {
        String number = shown.index() < 0 ? "" : String.valueOf(shown.index());
        String instance = shown.instance() < 0 ? "" : "[" + shown.instance() + "]";
        String name = "  ".repeat(shown.depth()) + shown.type() + instance;
        return String.format("0x%08x %7s  %-30s %10d", shown.offset(), number, name, shown.length());
    }
}
