package io.streamspec.report;

import io.streamspec.source.Diagnostic;
import io.streamspec.source.DiagnosticRenderer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The forms in which diagnostics are told; {@code docs/diagnostics.md} documents each. */
public enum DiagnosticFormat {
    /** As compilers print them: position, severity, message and id in the first line, then the line, a caret, hints. */
    TEXT("txt") {
        @Override
        public String render(List<Diagnostic> diagnostics, String version) {
            return diagnostics.stream().map(DiagnosticRenderer::render).collect(Collectors.joining());
        }
    },
    /** As the workflow commands that GitHub shows beside the changed lines, a line each. */
    GITHUB("txt") {
        @Override
        public String render(List<Diagnostic> diagnostics, String version) {
            return diagnostics.stream().map(GithubCommand::of).collect(Collectors.joining());
        }
    },
    /** As one JSON object with all of them. */
    JSON("json") {
        @Override
        public String render(List<Diagnostic> diagnostics, String version) {
            return DiagnosticJson.write(diagnostics, version);
        }
    },
    /** As a SARIF 2.1.0 log with one run. */
    SARIF("sarif") {
        @Override
        public String render(List<Diagnostic> diagnostics, String version) {
            return SarifLog.write(diagnostics, version);
        }
    };

    private final String extension;

    DiagnosticFormat(String extension) {
        this.extension = extension;
    }

    /**
     * The form that users call {@code name}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static DiagnosticFormat of(String name) {
        return Stream.of(values())
                .filter(format -> format.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no format '" + name + "'; there are text, github, json and sarif"));
    }

    /** What the name of a file in this form ends in, without a dot. */
    public String extension() {
        return extension;
    }

    /** All of {@code diagnostics}, which {@code version} of this tool has found, as text that ends with a line feed, if there is any. */
    public abstract String render(List<Diagnostic> diagnostics, String version);

    /** The name by which users choose this form. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
