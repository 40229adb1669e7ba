package io.streamspec.lint;

import java.util.regex.Pattern;

/** How texts say that a record has no body. */
final class Emptiness {

    /** {@code record contains no fields}, {@code it has no body}, {@code its body_length is 0}. */
    static final Pattern SAID = Pattern.compile(
            "\\b(?:records?|it|the body) (?:contains?|has|have) no (?:fields?|body|contents?)\\b"
                    + "|\\bthe body is empty\\b"
                    + "|\\b(?:its|the) (?:[a-z]+_)?length is (?:always )?(?:0|zero)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CONDITION =
            Pattern.compile("\\b(?:if|when|where|unless|whenever|otherwise)\\b", Pattern.CASE_INSENSITIVE);

    private Emptiness() {}

    /** Whether the sentence speaks of some cases only. */
    static boolean isCondition(RunningText sentence) {
        return CONDITION.matcher(sentence.plain()).find();
    }
}
