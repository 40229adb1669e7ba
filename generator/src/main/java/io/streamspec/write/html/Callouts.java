package io.streamspec.write.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what is written into the cells of one diagram: labels are neither cut nor do they overlap. */
final class Callouts {

    private static final int LABEL = 15;
    private static final int NOTE = 12;
    private static final int MARGIN = 6;

    private final List<Diagram.Callout> legend = new ArrayList<>();

    /** The first of {@code labels} that fits, or a number under which the legend has the first of them. */
    String label(int width, List<String> labels, String href) {
        Optional<String> fitting = first(width, labels, LABEL);
        if (fitting.isPresent()) {
            return fitting.get();
        }
        long numbers = legend.stream()
                .filter(callout -> !callout.mark().startsWith("bit"))
                .count();
        String mark = "(" + (numbers + 1) + ")";
        legend.add(new Diagram.Callout(mark, labels.get(0), href));
        return mark;
    }

    /** The name of a range of bits if it fits, or nothing: the legend has it under the numbers of the bits. */
    String bits(int width, String numbers, String name, String href) {
        if (first(width, List.of(name), NOTE + 1).isPresent()) {
            return name;
        }
        Diagram.Callout callout = new Diagram.Callout(numbers, name, href);
        if (!legend.contains(callout)) {
            legend.add(callout);
        }
        return "";
    }

    /** The first of {@code labels} that fits, or nothing: the legend need not say it. */
    static String plain(int width, List<String> labels) {
        return first(width, labels, LABEL).orElse("");
    }

    /** The first of {@code notes} that fits, or nothing. */
    static String note(int width, List<String> notes) {
        return first(width, notes, NOTE).orElse("");
    }

    /** Whether a cell has room for {@code numbers}, if only just. */
    static boolean isWideEnough(int width, String numbers) {
        return width(numbers, NOTE) <= width;
    }

    List<Diagram.Callout> legend() {
        return legend;
    }

    private static Optional<String> first(int width, List<String> texts, int size) {
        return texts.stream()
                .filter(text -> width(text, size) <= width - MARGIN)
                .findFirst();
    }

    /** How wide a text gets at most in a monospaced font of this size; letters beyond Latin may be as wide as high. */
    private static double width(String text, int size) {
        return text.codePoints().mapToDouble(c -> c < 0x250 ? 0.62 : 1.1).sum() * size;
    }
}
