package io.streamspec.resolve;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How names are made of the words of a document. */
final class Words {

    private static final int NEAR = 2;
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern FAMILY = Pattern.compile("[A-Z][A-Z0-9_]*_\\*");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?=[\\\\`*_{}\\[\\]()#+.!<>^~-])");
    private static final Pattern EMPHASIS =
            Pattern.compile("(?<![A-Za-z0-9])[*_](?=\\S)|(?<=\\S)[*_](?![A-Za-z0-9])|`");

    private Words() {}

    /** {@code xenstore key/value data} becomes {@code xenstore_key_value_data}. */
    static String snake(String words) {
        return joined(words, '_');
    }

    /** {@code Image Header} becomes {@code image-header}; a title without letters or digits becomes {@code section}. */
    static String slug(String words) {
        String slug = joined(words, '-').replace('_', '-');
        return slug.isEmpty() ? "section" : slug;
    }

    /**
     * The name that a label gives: an identifier in capitals stays ({@code PAGE_DATA}), everything else becomes snake
     * case; what follows the first parenthesis, comma, colon, semicolon or full stop is explanation, and words with a
     * wildcard ({@code PFINFO_*}) name a family and not the thing.
     */
    static String labelName(String label) {
        String name = Stream.of(headOf(label).split(" "))
                .filter(word -> !isFamily(word))
                .map(Words::plain)
                .collect(Collectors.joining(" "))
                .strip();
        return isConstantName(name) ? name : snake(name);
    }

    /** The words with a wildcard in {@code text}: {@code XEN_DOMCTL_PFINFO_*}. */
    static List<String> families(String text) {
        return List.of(text.split("[\\s().,:;`]+")).stream()
                .filter(Words::isFamily)
                .toList();
    }

    /** The text in the first parentheses of a label, with those inside of them, or nothing. */
    static String remark(String label) {
        int open = label.indexOf('(');
        int depth = 0;
        for (int at = open; at >= 0 && at < label.length(); at++) {
            depth += label.charAt(at) == '(' ? 1 : label.charAt(at) == ')' ? -1 : 0;
            if (depth == 0) {
                return label.substring(open + 1, at).strip();
            }
        }
        return "";
    }

    /** A title without the parentheses that it ends in, and those inside of them. */
    static String withoutRemark(String title) {
        String plain = title.strip();
        int depth = 0;
        for (int at = plain.length() - 1; at >= 0; at--) {
            depth += plain.charAt(at) == ')' ? 1 : plain.charAt(at) == '(' ? -1 : 0;
            if (depth == 0) {
                return plain.charAt(at) == '(' ? plain.substring(0, at).strip() : plain;
            }
        }
        return plain;
    }

    /** Whether {@code word} is written like a constant: capitals, digits and underscores, a letter first. */
    static boolean isConstantName(String word) {
        return CONSTANT.matcher(word).matches();
    }

    /** Whether {@code text} can name a field: words of letters, digits and underscores, one sign between each two. */
    static boolean isName(String text) {
        boolean part = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean letter = Character.isLetterOrDigit(c) || c == '_' || c == '\'';
            if (!letter && (!part || " /&-".indexOf(c) < 0)) {
                return false;
            }
            part = letter;
        }
        return part;
    }

    /** Markup that has no place in a name: emphasis, code and escapes. */
    static String plain(String text) {
        String unescaped = ESCAPE.matcher(text).replaceAll("");
        return EMPHASIS.matcher(unescaped).replaceAll("").strip();
    }

    /** The candidate that {@code name} was probably meant to be. */
    static Optional<String> nearest(String name, List<String> candidates) {
        return candidates.stream()
                .filter(candidate -> distance(name, candidate) <= NEAR || candidate.equalsIgnoreCase(name))
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
    }

    private static boolean isFamily(String word) {
        return FAMILY.matcher(word).matches();
    }

    private static String headOf(String label) {
        int end = label.length();
        for (int at = 0; at < label.length(); at++) {
            char c = label.charAt(at);
            boolean stop = c == '.' && (at + 1 == label.length() || label.charAt(at + 1) == ' ');
            if (stop || c == '(' || c == ',' || c == ':' || c == ';') {
                end = at;
                break;
            }
        }
        return label.substring(0, end).strip();
    }

    private static String joined(String words, char glue) {
        StringBuilder out = new StringBuilder();
        boolean gap = false;
        String letters = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        for (int at = 0; at < letters.length(); at++) {
            char c = letters.charAt(at);
            boolean part = Character.isLetterOrDigit(c) || (c == '_' && glue == '_');
            if (part && gap && out.length() > 0) {
                out.append(glue);
            }
            gap = !part;
            if (part) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
