package io.streamspec.tools.inspect;

import java.io.PrintWriter;

/** A line of text each: {@code 0x00000028  X86_PV_INFO  8  guestWidth=8, ptLevels=4}. */
final class TextLines implements RecordPrinter {

    private final PrintWriter out;

    TextLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void print(long offset, String path, String type, long length, Record content) {
        // text from a stream must not reach a terminal as anything but text
        String fields = content.toString().replaceAll("\\p{Cntrl}|\\p{Cc}|\\p{Cf}", "\uFFFD");
        int open = fields.indexOf('[');
        out.printf(
                "0x%08x  %-28s %10d  %s%n",
                offset, path + type, length, open < 0 ? fields : fields.substring(open + 1, fields.length() - 1));
    }
}
