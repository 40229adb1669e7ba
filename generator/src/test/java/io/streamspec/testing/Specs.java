package io.streamspec.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.streamspec.Generator;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.DiagnosticRenderer;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The documents that tests read: this repository's own, upstream's where they are at hand, and small ones. */
public final class Specs {

    private static final Path OWN = Path.of("..", "spec");
    private static final Path UPSTREAM = Path.of("..", "..", "shared", "upstream-specs");

    private Specs() {}

    /** A model and what was said while it was made. */
    public record Read(Specification model, List<Diagnostic> diagnostics) {

        /** The diagnostics as a user sees them. */
        public String rendered() {
            return diagnostics.stream().map(DiagnosticRenderer::render).collect(Collectors.joining());
        }

        /** The ids of all diagnostics that are errors. */
        public List<String> errors() {
            return diagnostics.stream()
                    .filter(diagnostic -> diagnostic.severity() == io.streamspec.source.Severity.ERROR)
                    .map(diagnostic -> diagnostic.id().name())
                    .toList();
        }
    }

    /** Our own document {@code name}, without extension. */
    public static SourceText own(String name) {
        return text("spec/" + name + ".pandoc", OWN.resolve(name + ".pandoc"));
    }

    /** Upstream's document {@code name}; the calling test is skipped where it is not at hand. */
    public static SourceText upstream(String name) {
        Path path = UPSTREAM.resolve(name + ".pandoc");
        assumeTrue(Files.exists(path), () -> path + " is not there; this test needs the upstream documents");
        return text("upstream-specs/" + name + ".pandoc", path);
    }

    /** Reads a document, with a supplement if given. */
    public static Read read(SourceText text, Optional<SourceText> supplement) {
        Diagnostics diagnostics = new Diagnostics();
        Specification model = Generator.read(text, supplement, diagnostics);
        return new Read(model, diagnostics.sorted());
    }

    /** Reads a small document called {@code test.pandoc}. */
    public static Read read(String text) {
        return read(SourceText.of("test.pandoc", text), Optional.empty());
    }

    private static SourceText text(String name, Path path) {
        try {
            return SourceText.of(name, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
