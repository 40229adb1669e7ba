package io.streamspec.lint;

import io.streamspec.model.Enumeration;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.regex.Pattern;

/** Finds values that have a sentence for a name. */
final class ValueSentence implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("value-sentence");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "a value is described, but has no name",
                "Programs and texts need a word for a value; each reader makes up another one.",
                Entry.Setting.TITLE,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
                    | kind                  | (reserved)            |
                    +-----------------------+-----------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                kind        0x00000000: The lowest value is meant.

                            0x00000001 - 0xFFFFFFFF: Reserved.
                -----------------------------------------------------
                """,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
                    | kind                  | (reserved)            |
                    +-----------------------+-----------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                kind        0x00000000: LOWEST (the lowest value is meant)

                            0x00000001 - 0xFFFFFFFF: Reserved.
                -----------------------------------------------------
                """);
    }

    private static final Pattern VERB =
            Pattern.compile("\\b(?:is|are|was|were|has|have|does|do|can|cannot|must|shall|should|will)\\b");

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        for (ValueSet set : ValueSet.of(subject)) {
            for (Enumeration.Value value : set.enumeration().values()) {
                String head = value.label().split("[(.,:;]", 2)[0];
                if (!value.name().matches("[A-Z][A-Z0-9_]*")
                        && VERB.matcher(head).find()) {
                    diagnostics.report(ID.at(
                                    value.span(),
                                    "the value %s of '%s' is described, but not named",
                                    value.spelling(),
                                    set.home())
                            .hint(
                                    "write a name first, and the description in parentheses: '%s: NAME (...)'",
                                    value.spelling()));
                }
            }
        }
    }
}
