package io.streamspec.lint;

import io.streamspec.read.Statement;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds constants that do not spell the text that stands behind them. */
final class ConstantText implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("constant-text");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "a constant does not spell the text behind it",
                "One of the two is wrong: programs take the number, people the text.",
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
                magic       0x54454C45 (the letters "TALE").

                version     The version of what follows.
                -----------------------------------------------------
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
                magic       0x54454C45 (the letters "TELE").

                version     The version of what follows.
                -----------------------------------------------------
                """);
    }

    private static final Pattern QUOTED = Pattern.compile("\"([\\x20-\\x7e&&[^\"]]+)\"");

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        for (Part part : subject.drawn()) {
            for (FieldRow row : part.fieldRows()) {
                row.statements().stream()
                        .filter(Statement.Constant.class::isInstance)
                        .map(Statement.Constant.class::cast)
                        .forEach(constant -> check(constant, diagnostics));
            }
        }
    }

    private static void check(Statement.Constant constant, Diagnostics diagnostics) {
        RunningText.of(constant.remark()).find(QUOTED).findFirst().ifPresent(quoted -> {
            String text = quoted.group(1);
            String spelled = spelled(constant.value());
            boolean reverse = new StringBuilder(spelled).reverse().toString().equals(text);
            if (text.length() == spelled.length() && !spelled.equals(text) && !reverse) {
                diagnostics.report(ID.at(
                                quoted.span(),
                                "%s spells \"%s\", not \"%s\"",
                                constant.value().spelling(),
                                spelled,
                                text)
                        .hint("write 0x%s, or \"%s\"", hex(text), spelled));
            }
        });
    }

    private static String spelled(Statement.Literal literal) {
        String spelling = literal.spelling();
        boolean hex = spelling.startsWith("0x") && spelling.length() % 2 == 0;
        StringBuilder text = new StringBuilder();
        for (int at = 2; hex && at < spelling.length(); at += 2) {
            int octet = Integer.parseInt(spelling.substring(at, at + 2), 16);
            text.append(octet >= 0x20 && octet < 0x7F ? (char) octet : '?');
        }
        return text.toString();
    }

    private static String hex(String text) {
        return text.chars().mapToObj(c -> String.format(Locale.ROOT, "%02X", c)).collect(Collectors.joining());
    }
}
