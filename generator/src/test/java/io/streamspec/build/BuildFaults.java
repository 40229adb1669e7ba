package io.streamspec.build;

import io.streamspec.Generator;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.testing.Provocation;
import io.streamspec.testing.SoundDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is reported of files, and of documents that do not go together. */
public final class BuildFaults {

    private final Path folder;

    private BuildFaults(Path folder) {
        this.folder = folder;
    }

    /** All of them, with files in {@code folder}. */
    public static List<Provocation> all(Path folder) {
        return new BuildFaults(folder).all();
    }

    private List<Provocation> all() {
        return List.of(
                new Provocation("file-unreadable", () -> lint("a/none.pandoc"), () -> lint(sound("a/some.pandoc"))),
                new Provocation(
                        "not-utf-8",
                        () -> lint(written("a/u.pandoc", octets("\u00E9"))),
                        () -> lint(written("a/u.pandoc", "\u00E9".getBytes(StandardCharsets.UTF_8)))),
                new Provocation(
                        "document-twice",
                        () -> lint(sound("a/x.pandoc"), sound("b/x.pandoc")),
                        () -> lint(sound("a/x.pandoc"), sound("b/y.pandoc"))),
                new Provocation("document-too-deep", () -> deep(true), () -> deep(false)),
                new Provocation("supplement-unused", () -> supplemented("z.pandoc"), () -> supplemented("y.pandoc")),
                new Provocation("supplement-foreign", () -> foreign("Elsewhere"), () -> foreign("Header")),
                new Provocation("revision-unused", () -> older("c/z.pandoc"), () -> older("c/x.0.pandoc")),
                new Provocation("revision-twice", () -> older("c/x.1.pandoc"), () -> older("d/x.0.pandoc")));
    }

    private List<String> lint(String... documents) {
        try {
            return Provocation.ids(
                    Linting.of(List.of(documents).stream().map(folder::resolve).toList(), List.of(), List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> supplemented(String name) {
        Diagnostics diagnostics = new Diagnostics();
        Documents.read(
                List.of(folder.resolve(sound("a/x.pandoc")), folder.resolve(sound("a/y.pandoc"))),
                List.of(folder.resolve(sound("s/" + name))),
                diagnostics);
        return Provocation.ids(diagnostics.sorted());
    }

    /** A writer recurses deeper than this Java lets it. */
    private List<String> deep(boolean isDeep) {
        Diagnostics diagnostics = new Diagnostics();
        Documents.read(List.of(folder.resolve(sound("a/x.pandoc"))), List.of(), diagnostics)
                .write((models, faults) -> {
                    if (isDeep) {
                        throw new StackOverflowError();
                    }
                    return List.of();
                });
        return Provocation.ids(diagnostics.sorted());
    }

    private static List<String> foreign(String heading) {
        Diagnostics diagnostics = new Diagnostics();
        String supplement = "% S\n%\n% Revision 1\n\n" + heading + "\n===\n\n```layout\nexpect count > 1\n```\n";
        Generator.read(
                SourceText.of("x.pandoc", SoundDocument.TEXT),
                Optional.of(SourceText.of("s.pandoc", supplement)),
                diagnostics);
        return Provocation.ids(diagnostics.sorted());
    }

    private List<String> older(String file) {
        try {
            Build build = new Build(List.of(folder.resolve(sound("a/x.pandoc"))), List.of(), folder.resolve("out"));
            Publication publication =
                    new Publication(List.of(folder.resolve(sound(file))), List.of(), Optional.empty(), "", false);
            return Provocation.ids(build.html(publication).diagnostics());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String sound(String file) {
        return written(file, octets(SoundDocument.TEXT));
    }

    private String written(String file, byte[] octets) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, octets);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
