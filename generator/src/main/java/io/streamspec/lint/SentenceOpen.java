package io.streamspec.lint;

import io.streamspec.read.Block;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.util.List;

/** Finds paragraphs that end without a full stop. */
final class SentenceOpen implements Check {

    static final DiagnosticId ID = DiagnosticId.note("sentence-open");

    /** How much is looked at to find the last sign of a paragraph that ends in footnotes, brackets and markup. */
    private static final int LONGEST_CLOSING = 200;

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "a sentence has no full stop",
                "The reader cannot tell whether something is missing.",
                Entry.Setting.TITLE,
                """
                Notes
                =====

                Old files have a longer header
                """,
                """
                Notes
                =====

                Old files have a longer header.
                """);
    }

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        for (Part part : subject.parts()) {
            List<Block> blocks = part.blocks();
            for (int i = 0; i < blocks.size(); i++) {
                boolean last = i + 1 == blocks.size() || blocks.get(i + 1) instanceof Block.PageBreak;
                if (blocks.get(i) instanceof Block.Prose prose) {
                    check(prose.span(), last, diagnostics);
                }
            }
        }
    }

    /** What comes before a drawing, a quote or a list may well lead over to it, without a sign. */
    private static void check(Span prose, boolean last, Diagnostics diagnostics) {
        List<Span> paragraphs = Paragraphs.of(prose);
        for (int i = 0; i < paragraphs.size(); i++) {
            boolean before = i + 1 < paragraphs.size() ? isPlain(paragraphs.get(i + 1)) : last;
            Span paragraph = paragraphs.get(i);
            if (before && isPlain(paragraph) && isOpen(paragraph.text())) {
                diagnostics.report(ID.at(
                                paragraph.source().span(paragraph.end() - 1, paragraph.end()),
                                "this paragraph ends without a full stop")
                        .hint("end the sentence"));
            }
        }
    }

    private static boolean isPlain(Span paragraph) {
        return paragraph.text().matches("(?s)[\\p{L}_`\"(].*")
                && !paragraph.text().matches("(?s)[a-z][.)] .*");
    }

    private static boolean isOpen(String text) {
        String end = text.substring(Math.max(0, text.length() - LONGEST_CLOSING));
        String plain = end.replaceAll("(?:\\[\\^[^\\]\\s]+\\]|\\{[^}]*\\}|[)*_`\"\\]])+$", "");
        return !plain.isEmpty()
                && Character.isLetterOrDigit(plain.charAt(plain.length() - 1))
                && text.strip().split("\\s+").length > 4;
    }
}
