package io.streamspec.lint;

import io.streamspec.lint.RunningText.Found;
import io.streamspec.model.Section;
import io.streamspec.model.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The footnotes of a document, and what refers to them; the first group of each is the label. */
record Footnotes(List<Found> references, List<Found> definitions) {

    private static final Pattern SIGN = Pattern.compile("\\[\\^([^\\]\\s]+)\\](:?)");

    static Footnotes of(Subject subject) {
        List<Found> references = new ArrayList<>();
        List<Found> definitions = new ArrayList<>();
        for (Part part : subject.parts()) {
            part.prose().map(Footnotes::text).forEach(text -> text.find(SIGN)
                    .filter(sign -> !isCode(text, sign))
                    .forEach(sign -> {
                        boolean begins = sign.match().start() == 0
                                || text.text().charAt(sign.match().start() - 1) == '\n';
                        (begins && !sign.group(2).isEmpty() ? definitions : references).add(sign);
                    }));
            part.cells()
                    .forEach(text ->
                            text.find(SIGN).filter(sign -> !isCode(text, sign)).forEach(references::add));
        }
        return new Footnotes(references, definitions);
    }

    /** A whole piece of prose with its line ends, for a footnote begins a line. */
    private static RunningText text(Section.Content.Prose prose) {
        return new RunningText(prose.text(), Sentences.masked(prose.text()), prose::place);
    }

    private static boolean isCode(RunningText text, Found sign) {
        return text.plain().startsWith("xx", sign.match().start());
    }
}
