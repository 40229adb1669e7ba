package io.streamspec.build;

import io.streamspec.Generator;
import io.streamspec.files.Fingerprint;
import io.streamspec.files.SourceFiles;
import io.streamspec.model.Specification;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.write.OutputFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The documents of a run, each with the supplement of the same file name, if there is one. */
public final class Documents {

    private static final DiagnosticId DOCUMENT_TWICE = DiagnosticId.error("document-twice");

    private final Map<SourceText, Optional<SourceText>> sources;
    private final Map<SourceText, Generator.Parsed> parsed = new ConcurrentHashMap<>();
    private final Set<SourceText> told = ConcurrentHashMap.newKeySet();
    private final Diagnostics diagnostics;

    private Documents(Map<SourceText, Optional<SourceText>> sources, Diagnostics diagnostics) {
        this.sources = sources;
        this.diagnostics = diagnostics;
    }

    /**
     * Reads the files. A supplement belongs to the document of its name; one supplement and one document belong
     * together whatever they are called. Faults stand in {@code diagnostics}.
     */
    public static Documents read(List<Path> documents, List<Path> supplements, Diagnostics diagnostics) {
        Supplements rules = Supplements.read(supplements, diagnostics);
        Map<SourceText, Optional<SourceText>> sources = new LinkedHashMap<>();
        Map<String, SourceText> names = new LinkedHashMap<>();
        for (Path document : documents) {
            Optional<SourceText> text = SourceFiles.read(document, diagnostics);
            if (text.isPresent()) {
                sources.put(text.get(), rules.take(document, documents.size() == 1));
                reportTwice(names.putIfAbsent(Supplements.name(document), text.get()), text.get(), diagnostics);
            }
        }
        rules.reportUnused(diagnostics);
        return new Documents(sources, diagnostics);
    }

    private static void reportTwice(
            @org.jspecify.annotations.Nullable SourceText first, SourceText second, Diagnostics diagnostics) {
        if (first != null) {
            diagnostics.report(DOCUMENT_TWICE
                    .at(second.span(0, 0), "two documents have this name")
                    .hint("rename one of them: codecs and pages are called after it")
                    .seeAlso(first.span(0, 0), "the other is here"));
        }
    }

    /** The models of all documents; to be used only if the diagnostics have no errors. */
    public List<Specification> models() {
        return sources.entrySet().parallelStream()
                .map(source -> model(source.getKey(), source.getValue()))
                .toList();
    }

    private Specification model(SourceText document, Optional<SourceText> supplement) {
        Generator.Parsed result = parse(document, supplement);
        if (told.add(document)) {
            synchronized (diagnostics) { // documents are read side by side
                diagnostics.reportAll(result.heard());
            }
        }
        return result.specification();
    }

    /** Reads a document once, whatever is made of it. */
    private Generator.Parsed parse(SourceText document, Optional<SourceText> supplement) {
        return parsed.computeIfAbsent(document, text -> Generator.parse(text, supplement));
    }

    /** What {@code writer} makes of all documents; nothing if there are errors. */
    public List<OutputFile> write(BiFunction<List<Specification>, Diagnostics, List<OutputFile>> writer) {
        return bounded(() -> {
            List<Specification> models = models();
            return diagnostics.hasErrors() ? List.of() : writer.apply(models, diagnostics);
        });
    }

    /** Reports all that can be said against the documents, before anything is made of them. */
    public void lint() {
        lint(OlderRevisions.NONE);
    }

    /** The same, with the revisions before them. */
    void lint(OlderRevisions older) {
        bounded(() -> {
            sources.entrySet().parallelStream().forEach(source -> parse(source.getKey(), source.getValue()));
            sources.forEach((document, supplement) -> {
                told.add(document);
                diagnostics.reportAll(parse(document, supplement).lint(older.latest(document, diagnostics)));
            });
            return List.of();
        });
    }

    private <T> List<T> bounded(Supplier<List<T>> work) {
        return sources.isEmpty()
                ? work.get()
                : Depth.bounded(sources.keySet().iterator().next(), diagnostics, () -> Optional.of(work.get()))
                        .orElse(List.of());
    }

    /** Adds the content of all documents to {@code fingerprint}. */
    void digest(Fingerprint fingerprint) {
        sources.forEach((document, supplement) -> {
            fingerprint.add(Path.of(document.name()).getFileName().toString(), document.text());
            supplement.ifPresent(rules -> fingerprint.add("supplement", rules.text()));
        });
    }
}
