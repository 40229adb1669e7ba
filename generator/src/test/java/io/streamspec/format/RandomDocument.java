package io.streamspec.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes sound documents by chance: structures of every shape that can be drawn, tables of every kind, and prose between
 * them, all in a careless hand.
 */
final class RandomDocument {

    private static final List<String> WORDS = List.of(
            "tide",
            "harbour",
            "of",
            "a",
            "the",
            "größe",
            "Höhe",
            "`code`",
            "`two words`",
            "*mark*",
            "--",
            "->",
            "2 ^12^",
            "(either",
            "0x12",
            "in",
            "kHz",
            "a\\ b",
            "\\|",
            "Ωmega",
            "日本",
            "[^1]",
            "x_y_z",
            "https://example.org/path");

    private final Random random;
    private final StringBuilder out = new StringBuilder();

    RandomDocument(long seed) {
        this.random = new Random(seed);
    }

    /** The document, with line ends of one kind. */
    String text() {
        out.append("% Random  \n% Nobody\n% Revision 1\n\n");
        int sections = 1 + random.nextInt(4);
        for (int section = 1; section <= sections; section++) {
            out.append("Thing ").append(section).append("\n=======\n\n");
            addProse();
            addStructure();
            addProse();
            addTables(section);
        }
        String text = random.nextInt(8) == 0 ? out.toString().stripTrailing() : out.toString();
        return random.nextInt(4) == 0 ? text.replace("\n", "\r\n") : text;
    }

    private void addProse() {
        switch (random.nextInt(6)) {
            case 0 -> out.append("Some prose  \nwith\ttabs and ends   \n\n");
            case 1 -> out.append("* a list\n    * in a list\n\n> a quote | with a bar\n\n");
            case 2 -> out.append("~~~ c\n| no | diagram |\n+--+\n~~~\n\n");
            case 3 -> out.append("\\clearpage\n\n\n");
            default -> out.append(words(12)).append("\n\n");
        }
    }

    /** A diagram and the table of its fields. */
    private void addStructure() {
        RandomFields fields = new RandomFields(random, this);
        out.append(new CarelessDrawing(random, fields.drawing()).text()).append('\n');
        if (fields.rows().isEmpty()) {
            return;
        }
        List<List<String>> rows = fields.rows();
        switch (random.nextInt(6)) {
            case 0 -> out.append(new CarelessTable(random, List.of("Field", "Description"), rows).pipe());
            case 1 -> out.append(new CarelessTable(random, List.of("Field", "Description"), rows).simple());
            default -> out.append(new CarelessTable(random, List.of("Field", "Description"), rows).multiline());
        }
        addCaption();
        out.append('\n');
    }

    private void addTables(int section) {
        if (random.nextBoolean()) {
            List<List<String>> rows = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                rows.add(List.of("NAME_" + i, "0x" + i, words(9)));
            }
            rows.add(List.of("", "0x9-0xF", "Reserved."));
            CarelessTable table = new CarelessTable(random, List.of("Kind " + section, "Value", "Description"), rows);
            out.append(random.nextInt(3) == 0 ? table.simple() : table.multiline());
            addCaption();
            out.append('\n');
        }
        if (random.nextBoolean()) {
            int columns = 2 + random.nextInt(4);
            CarelessTable table = new CarelessTable(random, titles(columns), cells(columns));
            out.append(
                    switch (random.nextInt(3)) {
                        case 0 -> table.simple();
                        case 1 -> table.pipe();
                        default -> table.multiline();
                    });
            addCaption();
            out.append('\n');
        }
    }

    private void addCaption() {
        switch (random.nextInt(4)) {
            case 0 -> out.append("\nTable: A  caption\nof two lines.\n");
            case 1 -> out.append("\n\n: A caption.\n");
            default -> {}
        }
    }

    private List<String> titles(int columns) {
        List<String> titles = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            titles.add("Title" + (random.nextBoolean() ? "" : " of " + column));
        }
        return titles;
    }

    private List<List<String>> cells(int columns) {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < 1 + random.nextInt(5); row++) {
            List<String> cells = new ArrayList<>(List.of("r" + row));
            while (cells.size() < columns) {
                cells.add(random.nextInt(5) == 0 ? "" : words(random.nextInt(3) == 0 ? 30 : 4));
            }
            rows.add(cells);
        }
        return rows;
    }

    /** Up to {@code most} words, the first of them plain. */
    String words(int most) {
        List<String> words = new ArrayList<>(List.of("Plain"));
        for (int i = random.nextInt(most); i > 0; i--) {
            words.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return String.join(" ", words);
    }
}
