package io.streamspec.lint;

import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.regex.Pattern;

/** Finds files that the text sends its reader to without a link. */
final class ReferenceUnlinked implements Check {

    static final DiagnosticId ID = DiagnosticId.note("reference-unlinked");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "the text sends its reader to a file and does not say where that is",
                "What stands there belongs to the description; without an address nobody finds it.",
                Entry.Setting.TITLE,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
                    | magic                 | version               |
                    +-----------------------+-----------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                magic       0x12345678.

                version     The version of what follows.
                -----------------------------------------------------

                For the checksum, see checksum.txt.
                """,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
                    | magic                 | version               |
                    +-----------------------+-----------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                magic       0x12345678.

                version     The version of what follows.
                -----------------------------------------------------

                For the checksum, see [checksum.txt](https://example.com/checksum.txt).
                """);
    }

    private static final Pattern SENT = Pattern.compile(
            "\\b(?:see|reference|refer to|described in|documented in|defined in|specified in) (?:the (?:file )?)?"
                    + "([\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{1,6})(?![\\w/:(.]\\w)");

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        for (Part part : subject.parts()) {
            for (RunningText text : part.texts()) {
                text.findPlain(SENT)
                        .filter(found -> !found.group(1).matches("(?i)(?:i\\.e|e\\.g|etc)"))
                        .forEach(found ->
                                diagnostics.report(ID.at(found.span(), "nothing says where '%s' is", found.group(1))
                                        .hint("link to it: '[%s](ADDRESS)'", found.group(1))));
            }
        }
    }
}
