package io.streamspec.tools.inspect;

import io.streamspec.tools.stream.Printable;
import java.io.PrintWriter;

/** A line of text each, indented by the streams around: {@code 0x00000028  X86_PV_INFO  8  guestWidth=8, ptLevels=4}. */
final class TextLines implements RecordPrinter {

    private final PrintWriter out;

    TextLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void print(Shown shown) {
        String fields = Printable.of(shown.content().toString());
        int open = fields.indexOf('[');
        out.printf("%s  %s%n", head(shown), open < 0 ? fields : fields.substring(open + 1, fields.length() - 1));
    }

    /** {@code 0x00000040     2  X86_PV_INFO      8}: offset, number, name, length. */
    static String head(Shown shown) {
        String number = shown.index() < 0 ? "" : String.valueOf(shown.index());
        String name = "  ".repeat(shown.depth()) + shown.type();
        return String.format("0x%08x %7s  %-30s %10d", shown.offset(), number, name, shown.length());
    }
}
