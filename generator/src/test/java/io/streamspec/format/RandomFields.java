package io.streamspec.format;

import io.streamspec.format.Drawing.Band;
import io.streamspec.format.Drawing.Cell;
import io.streamspec.format.Drawing.Elision;
import io.streamspec.format.Drawing.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The fields of a structure by chance, as they are drawn and as a table describes them. */
final class RandomFields {

    private final Random random;
    private final RandomDocument document;
    private final int perRow;
    private final List<Band> bands = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> symbols = new ArrayList<>();
    private List<Cell> cells = new ArrayList<>();
    private int at;
    private int number;

    RandomFields(Random random, RandomDocument document) {
        this.random = random;
        this.document = document;
        this.perRow = List.of(8, 8, 8, 4, 16, 2, 6).get(random.nextInt(7));
        for (int parts = random.nextInt(6); parts > 0; parts--) {
            addPart();
        }
        switch (random.nextInt(6)) {
            case 0, 1 -> addEnd();
            case 2 -> addArray(random.nextBoolean() ? "N-1" : "frame containing S");
            default -> {}
        }
    }

    Drawing drawing() {
        return new Drawing(perRow, random.nextInt(4) == 0 ? "byte" : "octet", bands);
    }

    /** Name and description of each field, paragraphs divided by {@code \n\n}. */
    List<List<String>> rows() {
        return rows;
    }

    private void addPart() {
        switch (random.nextInt(8)) {
            case 0 -> addArray(last());
            case 1 -> addGroups(last());
            case 2 -> addTall();
            case 3 -> addSized();
            default -> addRowOfFields();
        }
    }

    private String name() {
        number++;
        return random.nextInt(6) == 0 ? "field größe " + number : "field_" + number;
    }

    private void addRowOfFields() {
        while (at < perRow) {
            int octets = 1 + random.nextInt(perRow - at);
            if (random.nextInt(5) == 0) {
                add("(reserved)", octets);
            } else {
                addField(octets);
            }
        }
        endRow(1, false);
    }

    private void addField(int octets) {
        String name = name();
        boolean symbol = random.nextInt(4) == 0;
        if (symbol) {
            symbols.add("S" + number);
        }
        add(name + (symbol ? " (S" + number + ")" : ""), octets);
        rows.add(List.of(
                symbol && random.nextBoolean() ? name + " (S" + number + ")" : name,
                RandomStatements.of(random, document, octets)));
    }

    private void addSized() {
        String name = name();
        long octets = perRow + 1L + random.nextInt(30);
        add(name + " (" + octets + (random.nextBoolean() ? " bytes)" : " octets)"), perRow);
        rows.add(List.of(name, document.words(8)));
        endRow(1, false);
    }

    private void addTall() {
        String name = name();
        add(name, perRow);
        rows.add(List.of(name, document.words(20)));
        endRow(2 + random.nextInt(3), false);
    }

    /** The last index of an array that a field counts, or that has eight elements. */
    private String last() {
        return symbols.isEmpty() ? "7" : symbols.get(random.nextInt(symbols.size())) + "-1";
    }

    private void addArray(String last) {
        String name = name();
        int element = perRow % 2 == 0 && random.nextBoolean() ? perRow / 2 : perRow;
        addElements(name, element, "0", "1");
        bands.add(new Elision());
        addElements(name, element, last + " - 1", last);
        rows.add(List.of(name, document.words(9)));
    }

    private void addElements(String name, int element, String first, String second) {
        if (element == perRow) {
            add(name + "[" + (first.equals("0") ? first : second) + "]", perRow);
        } else {
            add(name + "[" + first + "]", element);
            add(name + "[" + second + "]", element);
        }
        endRow(1, false);
    }

    private void addGroups(String last) {
        String name = "group_" + ++number;
        for (String index : List.of("0", last)) {
            add(name + "[" + index + "].key", perRow / 2);
            add(name + "[" + index + "].value", perRow - perRow / 2);
            endRow(1, false);
            if (index.equals("0")) {
                bands.add(new Elision());
            }
        }
        rows.add(List.of(name + " key", document.words(5)));
        rows.add(List.of(name + " value", document.words(5)));
    }

    /** An open end, with or without something behind it in the last row. */
    private void addEnd() {
        String name = "body_" + ++number;
        boolean isHigh = random.nextInt(4) == 0;
        add(name + "...", perRow);
        endRow(isHigh ? 2 : 1, true);
        rows.add(List.of(name, document.words(5)));
        if (perRow > 2 && random.nextBoolean()) {
            int lead = 1 + random.nextInt(perRow / 2);
            bands.add(new Row(lead, List.of(new Cell("padding (0 to 7 octets)", perRow - lead)), 1, false));
        }
    }

    private void add(String label, int octets) {
        cells.add(new Cell(label, octets));
        at += octets;
    }

    private void endRow(int height, boolean isOpen) {
        bands.add(new Row(0, cells, height, isOpen));
        cells = new ArrayList<>();
        at = 0;
    }
}
