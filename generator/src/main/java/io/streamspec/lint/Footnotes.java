package io.streamspec.lint;

import io.streamspec.lint.RunningText.Found;
import io.streamspec.model.Section;
import io.streamspec.model.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The footnotes of a document, and what refers to them; the first group of each is the label. */
record Footnotes(List<Found> references, List<Found> definitions) {

    private static final Pattern SIGN = Pattern.compile("\\[\\^([^\\]\\s]{1,100})\\](:?)");

    static Footnotes of(Subject subject) {
        List<Found> references = new ArrayList<>();
        List<Found> definitions = new ArrayList<>();
        for (Part part : subject.parts()) {
            part.prose().forEach(prose -> add(prose, references, definitions));
            part.cells().forEach(cell -> cell.find(SIGN)
                    .filter(sign -> !isCode(cell.plain(), sign.match().start()))
                    .forEach(references::add));
        }
        return new Footnotes(references, definitions);
    }

    /** A footnote begins a line. */
    private static void add(Section.Content.Prose prose, List<Found> references, List<Found> definitions) {
        String text = prose.text();
        String masked = Sentences.masked(text);
        SIGN.matcher(text)
                .results()
                .filter(sign -> !isCode(masked, sign.start()))
                .forEach(sign -> {
                    boolean begins = sign.start() == 0 || text.charAt(sign.start() - 1) == '\n';
                    (begins && !sign.group(2).isEmpty() ? definitions : references)
                            .add(new Found(sign, prose.place(sign.start(), sign.end())));
                });
    }

    private static boolean isCode(String masked, int at) {
        return masked.startsWith("xx", at);
    }

    /** The labels of {@code signs}. */
    static Set<String> labels(List<Found> signs) {
        return signs.stream().map(sign -> sign.group(1)).collect(Collectors.toSet());
    }
}
