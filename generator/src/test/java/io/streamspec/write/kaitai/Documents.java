package io.streamspec.write.kaitai;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Small documents. */
final class Documents {

    private static final int COLUMNS = 6;
    private static final int OCTETS = 8;

    private Documents() {}

    /**
     * A document with one header. {@code diagram} has the cells of its rows, such as {@code "a 4|b 4|c... 8/"}: a name and
     * octets, a slash behind a row that goes on; {@code lines} have the rows of its table ({@code "a: What a is."}) and its
     * layout rules ({@code "rule: require a > 0"}).
     */
    static String header(String diagram, String... lines) {
        List<String> rules = Arrays.stream(lines)
                .filter(line -> line.startsWith("rule: "))
                .map(line -> line.substring(6))
                .toList();
        List<String> rows =
                Arrays.stream(lines).filter(line -> !line.startsWith("rule: ")).toList();
        return title("test")
                + "Header\n======\n\nThe only one.\n\n"
                + drawn(diagram)
                + table(rows)
                + layout("byte order big", "stream all: header", String.join("\n", rules));
    }

    /** A document with a stream of records, with these rules about the order of its octets and about the stream. */
    static String stream(String name, String order, String rules) {
        return title(name)
                + layout("short name " + name, order)
                + "Frame\n=====\n\nEach record.\n\n"
                + drawn("type 4|length 4|body... 8/")
                + table(List.of(
                        "type: 0x00000000: END/0x00000001: DATA", "length: Octets of the body.", "body: The body."))
                + layout("frame type, length, body", "stream all: DATA*, END", rules)
                + "END\n---\n\nThe end.\n\n     0     1     2     3 octet\n    +-----------------------+\n\n"
                + "DATA\n----\n\nSome data.\n\n"
                + drawn("a 4|b 4")
                + table(List.of("a: One.", "b: Two."));
    }

    private static String title(String name) {
        return "% " + name + "\n% Somebody\n% Revision 1\n\nIntroduction\n============\n\nA document.\n\n";
    }

    private static String layout(String... rules) {
        return "``` {.layout}\n" + String.join("\n", rules) + "\n```\n\n";
    }

    private static String table(List<String> rows) {
        String rule = "-".repeat(60) + "\n";
        String body = rows.stream()
                .map(row -> row.split(": ", 2))
                .map(row -> row[0] + " ".repeat(12 - row[0].length()) + row[1].replace("/", "\n\n" + " ".repeat(12)))
                .collect(Collectors.joining("\n\n"));
        return rule + "Field       Description\n----------- " + "-".repeat(40) + "\n" + body + "\n" + rule + "\n";
    }

    /** Rows that are full: the octets of the cells before a slash, or of all, are eight or a multiple. */
    private static String drawn(String diagram) {
        StringBuilder out = new StringBuilder("     0     1     2     3     4     5     6     7 octet\n");
        String edge = "    +" + "-".repeat(COLUMNS * OCTETS - 1) + "+\n";
        StringBuilder row = new StringBuilder("    |");
        int filled = 0;
        out.append(edge);
        for (String cell : diagram.split("\\|")) {
            boolean goesOn = cell.endsWith("/");
            String[] parts = (goesOn ? cell.substring(0, cell.length() - 1) : cell).split(" ");
            int octets = Integer.parseInt(parts[1]);
            row.append(' ').append(parts[0]).append(" ".repeat(COLUMNS * octets - 2 - parts[0].length()));
            row.append('|');
            filled += octets;
            if (filled == OCTETS) {
                out.append(row).append('\n').append(goesOn ? "    ...\n" : "").append(edge);
                row = new StringBuilder("    |");
                filled = 0;
            }
        }
        return out.append('\n').toString();
    }
}
