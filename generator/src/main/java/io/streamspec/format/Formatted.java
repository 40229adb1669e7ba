package io.streamspec.format;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import io.streamspec.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/** A document and what has to be done to it, from top to bottom, to bring it into canonical form. */
public record Formatted(SourceText source, List<Edit> edits) {

    private static final int CONTEXT = 3;
    private static final int LONGEST_COMPARED = 2000;

    public Formatted {
        edits = List.copyOf(edits);
    }

    /** Whether the document is not in canonical form. */
    public boolean isChanged() {
        return !edits.isEmpty();
    }

    /** The document in canonical form. */
    public String text() {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (Edit edit : edits) {
            text.append(source.text(), from, source.lineStart(edit.first()));
            text.append(String.join(lineEnd(edit.first()), edit.lines()));
            from = source.lineEnd(edit.last());
        }
        return text.append(source.text(), from, source.text().length()).toString();
    }

    /** The end of the first line that is replaced, or of the document's first if that has none. */
    private String lineEnd(int line) {
        for (int candidate : List.of(line, 1)) {
            if (candidate < source.lineCount()) {
                return source.text().substring(source.lineEnd(candidate), source.lineStart(candidate + 1));
            }
        }
        return "\n";
    }

    /** What changes, in the unified format; empty if nothing does. */
    public String diff() {
        List<String> before = diffLines(source);
        List<String> after = diffLines(SourceText.of(source.name(), text()));
        Patch<String> patch = new Patch<>();
        int added = 0;
        for (Edit edit : edits) {
            int from = edit.first() - 1;
            List<String> old = before.subList(from, edit.last());
            List<String> lines =
                    after.subList(from + added, from + added + edit.lines().size());
            addDeltas(patch, from, old, from + added, lines);
            added += lines.size() - old.size();
        }
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(source.name(), source.name(), before, patch, CONTEXT);
        return diff.isEmpty() ? "" : String.join("\n", diff) + "\n";
    }

    /** Long blocks are shown as replaced as a whole: to compare them line by line could take the square of their length. */
    private static void addDeltas(Patch<String> patch, int from, List<String> old, int to, List<String> lines) {
        if (old.size() + lines.size() > LONGEST_COMPARED) {
            patch.addDelta(new ChangeDelta<>(new Chunk<>(from, old), new Chunk<>(to, lines)));
            return;
        }
        for (AbstractDelta<String> delta : DiffUtils.diff(old, lines).getDeltas()) {
            Chunk<String> source = delta.getSource();
            Chunk<String> target = delta.getTarget();
            patch.addDelta(delta.withChunks(
                    new Chunk<>(from + source.getPosition(), source.getLines()),
                    new Chunk<>(to + target.getPosition(), target.getLines())));
        }
    }

    private static List<String> diffLines(SourceText text) {
        List<String> lines = new ArrayList<>();
        int count = text.lineCount();
        for (int line = 1; line < count; line++) {
            lines.add(text.text().substring(text.lineStart(line), text.lineStart(line + 1) - 1));
        }
        String last = text.line(count);
        if (!last.isEmpty()) {
            lines.add(last + "\n\\ No newline at end of file");
        }
        return lines;
    }
}
