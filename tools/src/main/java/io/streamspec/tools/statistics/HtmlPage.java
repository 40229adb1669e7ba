package io.streamspec.tools.statistics;

import io.streamspec.tools.stream.Printable;
import java.util.ArrayList;
import java.util.List;

/** The page for those who would rather look than read: all in one file, without scripts, and well-formed XML. */
final class HtmlPage {

    private static final int SIDE = 64;
    private static final int PARTS = 16;
    private static final String STYLE =
            """
            :root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --line: #bbb; --band: #1f5fa8;
              --l1: #5496d2; --l2: #3a7fc0; --l3: #2566a3; --l4: #144b80; --l5: #071f3f; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --paper: #16181c; --line: #555;
              --band: #7fb8f0; --l1: #3d6fa6; --l2: #4d8bce; --l3: #77aee6; --l4: #a9d0f5; --l5: #eaf5ff; } }
            body { font: 1rem/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper);
              margin: 0 auto; padding: 1rem; max-width: 64rem; }
            h1 { font-size: 1.5rem; overflow-wrap: anywhere; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            th, td { border-bottom: 1px solid var(--line); padding: .2rem .7rem .2rem 0; text-align: left; }
            .n { text-align: right; } .wide { overflow-x: auto; } .told { overflow-wrap: anywhere; white-space: pre-wrap; }
            .chart { display: block; width: 100%; border: 1px solid var(--line); box-sizing: border-box; }
            #pages { height: 20rem; } #heat { max-width: 32rem; height: auto; }
            .bands { display: grid; grid-template-columns: max-content minmax(0, 1fr); column-gap: .6rem; }
            .drawn { position: relative; } .drawn svg { position: absolute; inset: 0; height: 100%; }
            .bands .axis { grid-column: 2; margin: .3rem 0; }
            .bands ol { list-style: none; margin: 1px 0; padding: 0; font-size: .75rem; }
            .bands li { height: 1.3rem; line-height: 1.3rem; max-width: 11rem; overflow: hidden; text-overflow: ellipsis;
              white-space: nowrap; } .axis { display: flex; justify-content: space-between; font-size: .8rem; gap: 1rem; }
            .legend { display: flex; flex-wrap: wrap; gap: .3rem 1rem; list-style: none; padding: 0; font-size: .85rem; }
            .legend svg { width: 1em; height: 1em; vertical-align: -.1em; border: 1px solid var(--line); }
            .band { fill: var(--band); } .level1 { fill: var(--l1); } .level2 { fill: var(--l2); }
            .level3 { fill: var(--l3); } .level4 { fill: var(--l4); } .level5 { fill: var(--l5); }
            @media (max-width: 40rem) { .bands li { max-width: 6.5rem; } #pages { height: 14rem; }
              table { font-size: .8rem; } th, td { padding-right: .4rem; } }
            @media print { body { max-width: none; } svg, table { break-inside: avoid; }
              * { print-color-adjust: exact; } }
            """;

    private final StringBuilder page = new StringBuilder();

    private HtmlPage() {}

    /**
     * The page of a stream.
     *
     * @param identity what it is, in words
     * @param findings what verify says of it
     * @param fault why it cannot be read further; empty if it has come to its end
     */
    static String of(
            String name, Statistics statistics, long octets, String identity, List<String> findings, String fault) {
        HtmlPage html = new HtmlPage();
        html.head(name, identity, fault);
        html.findings(findings);
        Facts facts = Facts.of(statistics, octets);
        html.bands(statistics.records(), octets);
        html.table(facts.tables().get(0));
        if (statistics.pages().batches() > 0) {
            html.memory(statistics.pages(), octets);
            facts.tables().stream().skip(1).forEach(html::table);
        }
        return html.page.append("</body>\n</html>\n").toString();
    }

    private void head(String name, String identity, String fault) {
        page.append("<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n")
                .append("<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width\"/>\n<title>")
                .append(escaped(name))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(escaped(name))
                .append("</h1>\n");
        told(identity);
        if (!fault.isEmpty()) {
            told("The stream cannot be read further; what follows is of what is before: " + fault);
        }
    }

    private void told(String text) {
        page.append("<p class=\"told\">").append(escaped(text)).append("</p>\n");
    }

    private void findings(List<String> findings) {
        page.append("<h2>What verify finds</h2>\n");
        findings.forEach(this::told);
    }

    private void bands(RecordCounts records, long octets) {
        page.append("<h2>Timeline: what lies where</h2>\n<div class=\"bands\">\n<ol aria-hidden=\"true\">\n");
        for (RecordCounts.Row row : records.rows()) {
            page.append("<li>").append(escaped(label(row))).append("</li>\n");
        }
        page.append("</ol>\n<div class=\"drawn\">\n")
                .append(Charts.bands(records, octets))
                .append("</div>\n");
        axis("octet 0", "octet " + octets);
        page.append("</div>\n");
    }

    /** Its type, and the stream that it is in. */
    private static String label(RecordCounts.Row row) {
        return row.type() + " of " + row.path().substring(row.path().lastIndexOf('/') + 1);
    }

    private void axis(String left, String right) {
        page.append("<p class=\"axis\"><span>").append(left).append("</span><span>");
        page.append(right).append("</span></p>\n");
    }

    private void memory(PageCounts pages, long octets) {
        Grid plot = pages.plot();
        page.append("<h2>Timeline: page numbers</h2>\n");
        axis("page 0x" + Long.toHexString(plot.usedRows() * plot.rowHeight()) + " at the top, 0 at the bottom", "");
        page.append(Charts.plot(plot, octets));
        axis("octet 0", "octet " + octets);
        legend("contents in a cell", plot.most());
        Grid heat = pages.heat();
        page.append("<h2>Heat map of memory</h2>\n<p>Each cell is ").append(heat.columnWidth());
        page.append(heat.columnWidth() == 1 ? " page" : " pages").append("; page 0 is at the upper left, a row is ");
        page.append(SIDE * heat.columnWidth()).append(" pages.</p>\n").append(Charts.heat(heat, SIDE));
        legend("contents sent for a cell", heat.most());
        table(heatTable(heat));
    }

    private void legend(String what, long most) {
        page.append("<ul class=\"legend\">\n<li>").append(what).append(":</li>\n");
        int level = 0;
        for (String words : Charts.legend(most)) {
            level++;
            if (!words.isEmpty()) {
                page.append("<li><svg aria-hidden=\"true\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">");
                page.append("<path class=\"level").append(level).append("\" d=\"M0 0h1v1h-1z\"/></svg> ");
                page.append(words).append("</li>\n");
            }
        }
        page.append("</ul>\n");
    }

    /** The heat map in sixteen parts, for those who do not look. */
    private static Facts.Table heatTable(Grid heat) {
        List<List<String>> rows = new ArrayList<>();
        int size = heat.columns() / PARTS;
        for (int part = 0; part < PARTS; part++) {
            long count = 0;
            for (int cell = part * size; cell < (part + 1) * size; cell++) {
                count += heat.cell(cell, 0);
            }
            if (count > 0) {
                String from = "0x" + Long.toHexString(part * size * heat.columnWidth());
                String to = "0x" + Long.toHexString((part + 1) * size * heat.columnWidth() - 1);
                rows.add(List.of(from, to, String.valueOf(count)));
            }
        }
        return new Facts.Table("Heat map in numbers", List.of("from page", "to page", "contents"), 0, rows, "");
    }

    private void table(Facts.Table table) {
        page.append("<h2>").append(table.title()).append("</h2>\n<div class=\"wide\">\n<table>\n<thead>");
        row("th", table.heads(), table.words());
        page.append("</thead>\n<tbody>\n");
        table.rows().forEach(row -> row("td", row, table.words()));
        page.append("</tbody>\n</table>\n</div>\n");
        if (!table.note().isEmpty()) {
            told(table.note());
        }
    }

    private void row(String element, List<String> cells, int words) {
        page.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            page.append('<').append(element).append(element.equals("th") ? " scope=\"col\"" : "");
            page.append(i < words ? ">" : " class=\"n\">").append(escaped(cells.get(i)));
            page.append("</").append(element).append('>');
        }
        page.append("</tr>\n");
    }

    /** As text of XML: whatever would be obeyed, or is not allowed there, is replaced. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        Printable.of(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
        return safe.toString();
    }

    private static boolean isAllowed(int c) {
        return c < 0xD800 || c > 0xDFFF && c != 0xFFFE && c != 0xFFFF;
    }
}
