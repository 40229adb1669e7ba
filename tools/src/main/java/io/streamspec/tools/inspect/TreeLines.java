package io.streamspec.tools.inspect;

import io.streamspec.runtime.Octets;
import io.streamspec.runtime.Scalars;
import io.streamspec.source.Count;
import io.streamspec.tools.stream.Printable;
import java.io.PrintWriter;
import java.util.HexFormat;
import java.util.List;

/** A line for each header and record, and below it one for each of its fields, bits and elements. */
final class TreeLines implements RecordPrinter {

    private static final int SHOWN_OCTETS = 16;
    private static final String MARGIN = " ".repeat(20);

    private final PrintWriter out;
    private final int mostElements;

    /** @param mostElements the most elements of an array that are shown */
    TreeLines(PrintWriter out, int mostElements) {
        this.out = out;
        this.mostElements = mostElements;
    }

    @Override
    public void print(Shown shown) {
        out.println(TextLines.head(shown));
        fields(shown.content(), "  ".repeat(shown.depth() + 1));
    }

    private void fields(Record content, String indent) {
        for (RecordParts.Part part : RecordParts.of(content)) {
            if (isTold(part)) {
                continue;
            }
            field(part.name(), part.value(), indent);
        }
    }

    /** Whether a range of bits says nothing that others do not: no reserved bits are set, or the number of a type. */
    private static boolean isTold(RecordParts.Part part) {
        return part.name().equals("reserved_bits") && part.value().equals(0L)
                || part.name().endsWith("_number");
    }

    private void field(String name, Object value, String indent) {
        if (value instanceof Scalars scalars) {
            field(name, Count.of(scalars.size(), "number"), indent);
            for (int i = 0; i < Math.min(mostElements, scalars.size()); i++) {
                field("[" + i + "]", scalars.get(i), indent + "  ");
            }
            rest(scalars.size(), indent);
        } else if (value instanceof List<?> list) {
            field(name, Count.of(list.size(), "element"), indent);
            for (int i = 0; i < Math.min(mostElements, list.size()); i++) {
                field("[" + i + "]", list.get(i), indent + "  ");
            }
            rest(list.size(), indent);
        } else if (value instanceof Record part && !RecordParts.isSymbol(part)) {
            String bits = RecordParts.isBits(part) ? "0x" + Long.toHexString(RecordParts.number(part)) : "";
            line(indent, name, bits);
            fields(part, indent + "  ");
        } else {
            line(indent, name, text(value));
        }
    }

    private void rest(int size, String indent) {
        if (size > mostElements) {
            line(indent + "  ", "...", size - mostElements + " more, which --elements shows");
        }
    }

    private static String text(Object value) {
        if (value instanceof Long number) {
            return number(number);
        } else if (value instanceof Integer number) {
            return number(number.longValue());
        } else if (value instanceof Octets octets) {
            return octets(octets);
        } else if (value instanceof Record symbol) {
            return symbol + " (" + Long.toUnsignedString(RecordParts.number(symbol)) + ")";
        }
        return String.valueOf(value);
    }

    /** {@code 4096 (0x1000)}. */
    private static String number(long value) {
        String decimal = Long.toUnsignedString(value);
        return Long.compareUnsigned(value, 9) <= 0 ? decimal : decimal + " (0x" + Long.toHexString(value) + ")";
    }

    private static String octets(Octets octets) {
        byte[] start = new byte[Math.min(SHOWN_OCTETS, octets.size())];
        octets.asByteBuffer().get(0, start);
        String more = octets.size() > SHOWN_OCTETS ? "..." : "";
        return octets.size() + " octets: " + HexFormat.of().formatHex(start) + more;
    }

    private void line(String indent, String name, String value) {
        String line = MARGIN + indent + name + (value.isEmpty() ? "" : ": " + value);
        out.println(Printable.of(line));
    }
}
