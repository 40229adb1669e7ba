package io.streamspec.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rules tables as people do: columns too wide, lines too short, titles over the middle of their dashes. */
final class CarelessTable {

    private final Random random;
    private final List<String> titles;
    private final List<List<String>> rows;
    private final List<Integer> starts = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();

    CarelessTable(Random random, List<String> titles, List<List<String>> rows) {
        this.random = random;
        this.titles = titles;
        this.rows = rows;
    }

    String multiline() {
        setColumns(30);
        int total = starts.get(titles.size());
        out.append("-".repeat(total)).append('\n');
        addTitles(100);
        for (List<String> row : rows) {
            List<List<List<String>>> paragraphs = row.stream()
                    .map(cell -> List.of(cell.split("\n\n")).stream()
                            .map(paragraph -> wrapped(paragraph, 28))
                            .toList())
                    .toList();
            int height = paragraphs.stream().mapToInt(List::size).max().orElse(0);
            for (int i = 0; i < height; i++) {
                List<List<String>> cells = new ArrayList<>();
                for (List<List<String>> cell : paragraphs) {
                    cells.add(i < cell.size() ? cell.get(i) : List.of());
                }
                addLines(cells);
                out.append("\n".repeat(1 + (random.nextInt(5) == 0 ? 1 : 0)));
            }
        }
        if (random.nextBoolean()) {
            out.setLength(out.toString().stripTrailing().length());
            out.append('\n');
        }
        return out.append("-".repeat(total))
                .append(random.nextInt(4) == 0 ? "  \n" : "\n")
                .toString();
    }

    String simple() {
        setColumns(400);
        addTitles(3);
        for (List<String> row : lines()) {
            addLines(row.stream().map(List::of).toList());
        }
        return out.toString();
    }

    String pipe() {
        addPipes(titles);
        List<String> rule = new ArrayList<>();
        for (int column = 0; column < titles.size(); column++) {
            String dashes = "-".repeat(1 + random.nextInt(20));
            rule.add((random.nextInt(3) == 0 ? ":" : "") + dashes + (random.nextInt(3) == 0 ? ":" : ""));
        }
        addPipes(rule);
        lines().forEach(this::addPipes);
        return out.toString();
    }

    private void addPipes(List<String> cells) {
        out.append(" ".repeat(random.nextInt(3)));
        for (String cell : cells) {
            String gap = " ".repeat(random.nextInt(3));
            out.append('|').append(gap).append(cell).append(cell.endsWith("\\") ? " " : gap);
        }
        out.append(random.nextInt(4) == 0 && !cells.get(cells.size() - 1).isBlank() ? "\n" : "|\n");
    }

    /** The rows with each further paragraph as a row of its own. */
    private List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        for (List<String> row : rows) {
            int last = row.size() - 1;
            String[] paragraphs = row.get(last).split("\n\n");
            for (int i = 0; i < paragraphs.length; i++) {
                List<String> line = new ArrayList<>();
                for (int column = 0; column < last; column++) {
                    line.add(i == 0 ? row.get(column) : "");
                }
                line.add(paragraphs[i]);
                lines.add(line);
            }
        }
        return lines;
    }

    private void setColumns(int most) {
        int start = 0;
        for (int column = 0; column < titles.size(); column++) {
            starts.add(start);
            int widest = titles.get(column).length() + 6; // room for its dashes
            for (List<String> row : rows) {
                widest = Math.max(widest, row.get(column).length() + 6); // wide signs and hard breaks
            }
            start += Math.min(widest, most + 20) + random.nextInt(6);
        }
        starts.add(start);
    }

    private void addTitles(int mostBefore) {
        StringBuilder titled = new StringBuilder();
        StringBuilder ruler = new StringBuilder();
        for (int column = 0; column < titles.size(); column++) {
            String title = titles.get(column);
            int before = random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0;
            int dashes = title.length() + Math.min(before, mostBefore) + (random.nextBoolean() ? random.nextInt(3) : 0);
            pad(titled, starts.get(column) + before).append(title);
            pad(ruler, starts.get(column)).append("-".repeat(dashes));
        }
        out.append(titled).append('\n').append(ruler).append('\n');
    }

    private void addLines(List<List<String>> cells) {
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < height; i++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < cells.size(); column++) {
                if (i < cells.get(column).size() && !cells.get(column).get(i).isEmpty()) {
                    pad(line, starts.get(column)).append(cells.get(column).get(i));
                }
            }
            out.append(line).append(random.nextInt(8) == 0 ? "  \n" : "\n");
        }
    }

    private static StringBuilder pad(StringBuilder line, int column) {
        int columns = line.codePointCount(0, line.length());
        return line.append(" ".repeat(Math.max(0, column - columns)));
    }

    private List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("(?<!\\\\) ")) {
            boolean isRule = word.equals("--");
            if (!isRule && line.length() > 0 && line.length() + word.length() > width - random.nextInt(12)) {
                lines.add(line + (text.startsWith("Plain") && random.nextInt(10) == 0 ? "\\" : ""));
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : random.nextInt(8) == 0 ? "  " : " ")
                    .append(word);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }
}
