package io.streamspec.report;

import io.streamspec.source.Diagnostic;
import io.streamspec.source.Severity;
import io.streamspec.source.Span;

/** A workflow command: {@code ::error file=…,line=…,title=…::message}. */
final class GithubCommand {

    private GithubCommand() {}

    static String of(Diagnostic diagnostic) {
        StringBuilder command =
                new StringBuilder("::").append(word(diagnostic.severity())).append(' ');
        appendPlace(command, diagnostic.span());
        command.append(",title=").append(property(diagnostic.id().name())).append("::");
        command.append(data(diagnostic.message()));
        for (Diagnostic.Advice advice : diagnostic.advice()) {
            command.append("%0A").append(data(text(advice)));
        }
        return command.append('\n').toString();
    }

    private static void appendPlace(StringBuilder command, Span span) {
        Region region = Region.of(span);
        command.append("file=").append(property(span.source().name()));
        command.append(",line=").append(region.line());
        command.append(",endLine=").append(region.endLine());
        if (region.line() == region.endLine()) { // GitHub refuses columns of more than one line
            command.append(",col=").append(region.column());
            command.append(",endColumn=").append(region.endColumn());
        }
    }

    private static String word(Severity severity) {
        return severity == Severity.NOTE ? "notice" : severity.word();
    }

    private static String text(Diagnostic.Advice advice) {
        if (advice instanceof Diagnostic.Advice.SeeAlso place) {
            return "note: " + place.span() + ": " + place.text();
        }
        return "hint: " + ((Diagnostic.Advice.Hint) advice).text();
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
