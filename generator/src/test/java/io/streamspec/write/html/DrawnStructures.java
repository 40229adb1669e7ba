package io.streamspec.write.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Reads drawings back: what they say by where their cells lie, not by what is written on them. */
final class DrawnStructures {

    private DrawnStructures() {}

    /** A field; size is absent where the drawing leaves it open. */
    record Drawn(String field, OptionalLong offset, OptionalLong size, boolean hasGap) {}

    /** The fields of {@code svg}, in order. */
    static List<Drawn> fields(Element svg) {
        List<Element> ticks = ticks(svg);
        Map<String, List<Element>> cells = new LinkedHashMap<>();
        Set<String> gaps = new HashSet<>();
        for (Element cell : svg.select("[role=cell]:has(a)")) {
            String field = cell.selectFirst("a").attr("href").split("\\.")[1];
            if (cell.hasClass("gap")) {
                gaps.add(field);
            } else if (!cell.parent().hasClass("bits")) {
                cells.computeIfAbsent(field, key -> new ArrayList<>()).add(cell);
            }
        }
        List<Drawn> drawn = new ArrayList<>();
        cells.forEach((field, parts) -> drawn.add(field(field, parts, gaps.contains(field), ticks)));
        return drawn;
    }

    /** The numbers over the octets of a row. */
    static List<Element> ticks(Element svg) {
        Element use = svg.selectFirst("use");
        return use == null
                ? List.of()
                : svg.ownerDocument().getElementById(use.attr("href").substring(1)).select("text").stream()
                        .skip(1)
                        .toList();
    }

    private static Drawn field(String name, List<Element> cells, boolean hasGap, List<Element> ticks) {
        double first = number(ticks.get(0), "x");
        double pitch = ticks.size() == 1 ? 2 * (first - 52) : number(ticks.get(1), "x") - first;
        long left = Math.round(first - pitch / 2);
        boolean open = cells.stream().anyMatch(cell -> cell.hasClass("open") || cell.hasClass("sometimes"));
        OptionalLong start = place(cells.get(0), 0, left, pitch);
        Element last = cells.get(cells.size() - 1);
        if (open) {
            return new Drawn(name, start, OptionalLong.empty(), hasGap);
        }
        OptionalLong end = place(last, width(last) + (rows(last) - 1) * pitch * ticks.size(), left, pitch);
        if (start.isPresent() && end.isPresent()) {
            return new Drawn(name, start, OptionalLong.of(end.getAsLong() - start.getAsLong()), hasGap);
        }
        long sum = cells.stream()
                .mapToLong(cell -> Math.round(width(cell) / pitch) * rows(cell))
                .sum();
        return new Drawn(name, start, hasGap ? OptionalLong.empty() : OptionalLong.of(sum), hasGap);
    }

    /** How many rows a cell is high. */
    private static long rows(Element cell) {
        return Math.round(number(cell.selectFirst("rect"), "height") / 42);
    }

    private static double width(Element cell) {
        return number(cell.selectFirst("rect"), "width");
    }

    private static OptionalLong place(Element cell, double more, long left, double pitch) {
        Element decimal = cell.parent().selectFirst("[role=rowheader] tspan");
        Element rect = cell.selectFirst("rect");
        double x = rect == null ? left : number(rect, "x");
        return decimal == null
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(decimal.text()) + Math.round((x + more - left) / pitch));
    }

    /** The ranges of bits of a drawing: the address that each leads to, with its bits as {@code high-low}. */
    static Map<String, String> bits(Element svg) {
        Map<String, int[]> ranges = new LinkedHashMap<>();
        for (Element row : svg.select(".bits")) {
            List<Element> cells = row.select("[role=cell]");
            String[] numbers = cells.get(0).selectFirst("text").text().split("–");
            int top = Integer.parseInt(numbers[0]);
            double left = number(cells.get(0).selectFirst("rect"), "x");
            double pitch = width(cells.get(0)) / (top - Integer.parseInt(numbers[numbers.length - 1]) + 1);
            for (Element cell : cells) {
                int high = top - (int) Math.round((number(cell.selectFirst("rect"), "x") - left) / pitch);
                int low = high + 1 - (int) Math.round(width(cell) / pitch);
                ranges.merge(
                        cell.selectFirst("a").attr("href"), new int[] {high, low}, (a, b) -> new int[] {a[0], b[1]});
            }
        }
        Map<String, String> bits = new LinkedHashMap<>();
        ranges.forEach((href, range) -> bits.put(href, range[0] + "-" + range[1]));
        return bits;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.attr(attribute));
    }
}
