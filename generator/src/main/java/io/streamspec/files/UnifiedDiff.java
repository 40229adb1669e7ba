package io.streamspec.files;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import io.streamspec.source.SourceText;
import java.util.List;

/**
 * How a kept file differs from what it should be, for people to read: at most so many lines, and none without an end.
 *
 * @param line the first line (from 1) that differs
 */
record UnifiedDiff(int line, String text) {

    private static final int MOST_LINES = 60;
    private static final int LONGEST_LINE = 160;
    private static final int CONTEXT = 3;

    /** A search takes time by the product of lines and differences, so it looks at no more lines than these. */
    private static final int WINDOW = 1_000;

    static UnifiedDiff of(SourceText kept, String expected) {
        List<String> before = lines(kept.text());
        List<String> after = lines(expected);
        int same = 0;
        while (same < Math.min(before.size(), after.size()) && before.get(same).equals(after.get(same))) {
            same++;
        }
        if (kept.text().replace("\r\n", "\n").equals(expected)) {
            return new UnifiedDiff(same + 1, kept + " differs in its line ends alone: CR LF instead of LF\n");
        }
        int from = Math.max(0, same - CONTEXT);
        Patch<String> patch = shifted(DiffUtils.diff(window(before, from), window(after, from)), from);
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(kept.name(), "generated now", before, patch, CONTEXT);
        StringBuilder text = new StringBuilder();
        diff.stream().limit(MOST_LINES).forEach(line -> text.append(printable(line))
                .append('\n'));
        boolean whole = diff.size() <= MOST_LINES && Math.max(before.size(), after.size()) <= from + WINDOW;
        return new UnifiedDiff(
                same + 1, whole ? text.toString() : text.append("…\n").toString());
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    private static List<String> window(List<String> lines, int from) {
        return lines.subList(Math.min(from, lines.size()), Math.min(from + WINDOW, lines.size()));
    }

    /** The differences at their places in the whole files; one at the edge of the window may be the window's own. */
    private static Patch<String> shifted(Patch<String> patch, int by) {
        Patch<String> shifted = new Patch<>();
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            boolean atEdge =
                    delta.getSource().last() + 1 >= WINDOW || delta.getTarget().last() + 1 >= WINDOW;
            if (!atEdge || shifted.getDeltas().isEmpty()) {
                shifted.addDelta(delta.withChunks(shifted(delta.getSource(), by), shifted(delta.getTarget(), by)));
            }
        }
        return shifted;
    }

    private static Chunk<String> shifted(Chunk<String> chunk, int by) {
        return new Chunk<>(chunk.getPosition() + by, chunk.getLines());
    }

    /** Control characters must not reach a terminal, nor lines without an end. */
    private static String printable(String line) {
        String shown = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
        StringBuilder out = new StringBuilder();
        shown.codePoints().forEach(c -> out.appendCodePoint(c != '\t' && Character.isISOControl(c) ? 0xFFFD : c));
        return out.toString();
    }
}
