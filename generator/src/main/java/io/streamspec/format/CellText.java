package io.streamspec.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The text of a table's cell as words between which lines may be broken: spaces that are escaped or stand in code do
 * not divide, and lines that end in a backslash stay lines of their own.
 *
 * @param parts the words of each line that has to be one; none if the cell is empty
 */
record CellText(List<List<String>> parts) {

    CellText {
        parts = parts.stream().map(List::copyOf).toList();
    }

    /** The words of a cell whose lines are {@code lines}. */
    static CellText of(List<String> lines) {
        String text = String.join("\n", lines.stream().map(String::strip).toList());
        Scanner scanner = new Scanner(text);
        scanner.scan();
        return new CellText(scanner.parts);
    }

    /** A cell of words that are divided by white space. */
    static CellText of(String text) {
        return of(List.of(text));
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The text in one line. */
    String line() {
        return String.join(" ", parts.stream().flatMap(List::stream).toList());
    }

    /** How wide the widest word is. */
    int widestWord() {
        return parts.stream()
                .flatMap(List::stream)
                .mapToInt(word -> Metrics.of(word).most())
                .max()
                .orElse(0);
    }

    /** How wide the text is if no line is broken that need not be. */
    int width() {
        return parts.stream()
                .mapToInt(part -> Metrics.of(String.join(" ", part)).most())
                .max()
                .orElse(0);
    }

    /** The text in lines of up to {@code width} columns, if no word is wider. */
    List<String> wrapped(int width) {
        List<String> lines = new ArrayList<>();
        for (List<String> part : parts) {
            StringBuilder line = new StringBuilder();
            int used = 0;
            for (String word : part) {
                int columns = Metrics.of(word).most();
                if (used > 0 && used + 1 + columns > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                    used = 0;
                }
                line.append(used > 0 ? " " : "").append(word);
                used += (used > 0 ? 1 : 0) + columns;
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** Finds the words of a text. */
    private static final class Scanner {
        private static final Pattern MARK = Pattern.compile("-+|(```|~~~|\\^).*");

        private final String text;
        private final List<List<String>> parts = new ArrayList<>();
        private final Set<Integer> unclosed = new HashSet<>();
        private final StringBuilder word = new StringBuilder();
        private final StringBuilder pending = new StringBuilder();
        private List<String> part = new ArrayList<>();
        private int at;

        Scanner(String text) {
            this.text = text;
        }

        void scan() {
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '\\' && at + 1 < text.length()) {
                    escape(text.charAt(at + 1));
                } else if (c == '`') {
                    code();
                } else {
                    if (Character.isWhitespace(c)) {
                        endWord();
                    } else {
                        word.append(c);
                    }
                    at++;
                }
            }
            endWord();
            endPart();
        }

        private void escape(char next) {
            word.append('\\');
            if (next == '\n') {
                endWord();
                endPart();
            } else {
                word.append(next == '\t' ? ' ' : next);
            }
            at += 2;
        }

        /** Code that ends with as many backticks as it starts with; else the backticks are text. */
        private void code() {
            int length = run(at);
            int end = unclosed.contains(length) ? -1 : closing(at + length, length);
            if (end < 0) {
                unclosed.add(length);
                end = at + length;
            }
            word.append(text.substring(at, end).replace('\n', ' ').replace('\t', ' '));
            at = end;
        }

        private int run(int from) {
            int end = from;
            while (end < text.length() && text.charAt(end) == '`') {
                end++;
            }
            return end - from;
        }

        private int closing(int from, int length) {
            for (int open = text.indexOf('`', from); open >= 0; ) {
                int found = run(open);
                if (found == length) {
                    return open + found;
                }
                open = text.indexOf('`', open + found);
            }
            return -1;
        }

        /** A word that could be taken for a rule or a fence, if a line began with it, stays behind the one before; exponents too. */
        private void endWord() {
            if (word.length() == 0) {
                return;
            }
            if (pending.length() > 0 && MARK.matcher(word).matches()) {
                pending.append(' ').append(word);
            } else {
                flush();
                pending.append(word);
            }
            word.setLength(0);
        }

        private void flush() {
            if (pending.length() > 0) {
                part.add(pending.toString());
                pending.setLength(0);
            }
        }

        private void endPart() {
            flush();
            if (!part.isEmpty()) {
                parts.add(part);
                part = new ArrayList<>();
            }
        }
    }
}
