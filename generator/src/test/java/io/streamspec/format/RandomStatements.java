package io.streamspec.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a description says of an integer, by chance. */
final class RandomStatements {

    private RandomStatements() {}

    /** Paragraphs, divided by {@code \n\n}. */
    static String of(Random random, RandomDocument document, int octets) {
        return switch (random.nextInt(6)) {
            case 0 -> "0x" + "5A".repeat(octets) + " (" + document.words(4) + ").";
            case 1 -> values(random, document);
            case 2 -> bits(document, Math.min(8, octets));
            case 3 -> document.words(12) + "\n\n" + document.words(30);
            case 4 -> document.words(40);
            default -> document.words(5);
        };
    }

    private static String values(Random random, RandomDocument document) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            values.add("0x0" + i + ": VALUE_" + i + " (" + document.words(15) + ")");
        }
        values.add("0x10 - 0x7F: Reserved for later,  and for " + document.words(15));
        return String.join("\n\n", values);
    }

    private static String bits(RandomDocument document, int octets) {
        return "bit 0: First.  0 = off, 1 = on.\n\nBit 3-1: Second. " + document.words(20) + "\n\nbits 4-"
                + (8 * octets - 1) + ": Reserved.";
    }
}
