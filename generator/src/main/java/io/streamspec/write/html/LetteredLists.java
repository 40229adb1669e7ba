package io.streamspec.write.html;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns pandoc's lettered items ({@code a.}, {@code b.}) into numbered ones, which CommonMark knows. */
public final class LetteredLists {

    private static final Pattern ITEM = Pattern.compile("^(\\s*)([a-z])([.)])(\\s+.*)$");

    private static final Pattern LETTER = Pattern.compile("(?m)^([ \\t]*+)[a-z]([.)][ \\t])");

    private LetteredLists() {}

    /** {@code text} with numbers in place of the letters of items. */
    public static String numbered(String text) {
        Map<Integer, Character> next = new HashMap<>();
        return text.lines().map(line -> numbered(line, next)).collect(Collectors.joining("\n"));
    }

    /** The same for those who only look at it: of the same length, so each number is a digit. */
    static String aligned(String text) {
        return LETTER.matcher(text).replaceAll("$11$2");
    }

    /** A letter is an item's only if it is an a, or follows the letter of the item before it at the same depth. */
    private static String numbered(String line, Map<Integer, Character> next) {
        Matcher item = ITEM.matcher(line);
        if (!item.matches()) {
            return line;
        }
        int depth = item.group(1).length();
        char letter = item.group(2).charAt(0);
        if (letter != 'a' && next.getOrDefault(depth, '?') != letter) {
            return line;
        }
        next.put(depth, (char) (letter + 1));
        return item.group(1) + (letter - 'a' + 1) + item.group(3) + item.group(4);
    }
}
