package io.streamspec.build;

import io.streamspec.Generator;
import io.streamspec.files.EditedFile;
import io.streamspec.files.SourceFiles;
import io.streamspec.format.Formatted;
import io.streamspec.format.Formatter;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Severity;
import io.streamspec.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Documents and their canonical form. Nothing is written where one of them is at fault.
 *
 * @param formatted each document that could be read, by its file
 */
public record Formatting(Map<Path, Formatted> formatted, List<Diagnostic> diagnostics) {

    public Formatting {
        formatted = Collections.unmodifiableMap(new LinkedHashMap<>(formatted));
        diagnostics = List.copyOf(diagnostics);
    }

    /** The canonical form of the files {@code documents}, whose rules {@code supplements} may add to; writes nothing. */
    public static Formatting of(List<Path> documents, List<Path> supplements) {
        Diagnostics diagnostics = new Diagnostics();
        Supplements rules = Supplements.read(supplements, diagnostics);
        Map<Path, Formatted> formatted = new LinkedHashMap<>();
        Set<Path> once = new LinkedHashSet<>(documents);
        for (Path document : once) {
            SourceFiles.read(document, diagnostics)
                    .flatMap(text -> format(text, rules.take(document, once.size() == 1), diagnostics))
                    .ifPresent(result -> formatted.put(document, result));
        }
        rules.reportUnused(diagnostics);
        return new Formatting(formatted, diagnostics.sorted());
    }

    /** The same of the document that {@code in} holds, reported as {@code name}. */
    public static Formatting of(String name, InputStream in, List<Path> supplements) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Supplements rules = Supplements.read(supplements, diagnostics);
        Map<Path, Formatted> formatted = new LinkedHashMap<>();
        Optional<SourceText> text = SourceFiles.read(name, in, diagnostics);
        text.flatMap(source -> format(source, rules.take(Path.of(name), true), diagnostics))
                .ifPresent(result -> formatted.put(Path.of(name), result));
        rules.reportUnused(diagnostics);
        return new Formatting(formatted, diagnostics.sorted());
    }

    /** A document with any error stays as its author left it: what it means is not known yet. */
    private static Optional<Formatted> format(
            SourceText document, Optional<SourceText> supplement, Diagnostics diagnostics) {
        return Depth.bounded(document, diagnostics, () -> {
            Diagnostics said = new Diagnostics();
            Generator.read(document, supplement, said);
            if (said.hasErrors()) {
                diagnostics.reportAll(said.sorted());
                return Optional.empty();
            }
            return Formatter.format(document, diagnostics);
        });
    }

    /** Whether errors keep everything from being written. */
    public boolean failed() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    /** The documents that are not in canonical form. */
    public List<Path> changed() {
        return formatted.entrySet().stream()
                .filter(document -> document.getValue().isChanged())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What has to change in all documents, in the unified format. */
    public String diff() {
        StringBuilder diff = new StringBuilder();
        formatted.values().forEach(document -> diff.append(document.diff()));
        return diff.toString();
    }

    /** Replaces the documents that are not in canonical form. */
    public void write() throws IOException {
        for (Path document : changed()) {
            Formatted result = Objects.requireNonNull(formatted.get(document));
            EditedFile.replace(document, result.source().text(), result.text());
        }
    }
}
