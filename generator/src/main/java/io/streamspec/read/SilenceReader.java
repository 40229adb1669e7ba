package io.streamspec.read;

import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.util.List;
import java.util.Optional;

/** Reads a comment that silences diagnostics. */
final class SilenceReader {

    private static final int LONGEST = 10_000;

    private SilenceReader() {}

    /** The silence in {@code comment}; none if it is not of the form that silences have, which is then reported. */
    static Optional<Block.Silence> read(Span comment, Diagnostics diagnostics) {
        boolean isLong = comment.end() - comment.start() > LONGEST;
        Passage text = Passage.of(isLong ? comment.source().lineSpan(comment.line()) : comment);
        Syntax<SpecSilenceParser.SilenceContext> syntax =
                Syntax.of(text.text(), SpecSilenceLexer::new, SpecSilenceParser::new, SpecSilenceParser::silence);
        if (!syntax.misfits().isEmpty()) {
            diagnostics.report(Faults.SILENCE_FORM
                    .at(
                            comment.source().lineSpan(comment.line()),
                            "this silence is not complete: %s was not expected",
                            syntax.misfits().get(0).found())
                    .hint("write <!-- streamspec allow ID because REASON -->; commas stand between ids"));
            return Optional.empty();
        }
        List<Block.SilencedId> ids = syntax.tree().id().stream()
                .map(id -> new Block.SilencedId(id.getText(), text.span(syntax.start(id), syntax.end(id))))
                .toList();
        SpecSilenceParser.ReasonContext reason = syntax.tree().reason();
        return Optional.of(new Block.Silence(ids, text.part(syntax.start(reason), syntax.end(reason)), comment));
    }
}
