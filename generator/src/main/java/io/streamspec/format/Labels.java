package io.streamspec.format;

import io.streamspec.read.Block.Box;
import io.streamspec.read.Block.BoxLabel;

/** What is written into cells. */
final class Labels {

    private Labels() {}

    /** The label of {@code box}, in the words and the unit of its author. */
    static String text(Box box) {
        String unit = box.span().text().contains("byte") ? "byte" : "octet";
        if (box.label() instanceof BoxLabel.Named named) {
            return named(named, unit) + (box.openEnded() ? "..." : "");
        } else if (box.label() instanceof BoxLabel.Padding padding) {
            return "padding (" + padding.least() + " to " + padding.most() + " " + unit + "s)";
        }
        return box.label() instanceof BoxLabel.Reserved ? "(reserved)" : "";
    }

    private static String named(BoxLabel.Named named, String unit) {
        return named.name()
                + named.alias().map(alias -> " (" + alias + ")").orElse("")
                + named.index().map(index -> "[" + index + "]").orElse("")
                + named.member().map(member -> "." + member).orElse("")
                + named.octets().map(octets -> sized(octets, unit)).orElse("");
    }

    /** The remark {@code (16 octets)} behind a name. */
    static String sized(long octets, String unit) {
        return " (" + octets + " " + unit + (octets == 1 ? ")" : "s)");
    }
}
