package io.streamspec.testing;

import io.streamspec.Generator;
import io.streamspec.diff.Review;
import io.streamspec.files.GitFiles;
import io.streamspec.format.Formatter;
import io.streamspec.format.Sketches;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.write.c.CWriter;
import io.streamspec.write.imhex.PatternWriter;
import io.streamspec.write.kaitai.KaitaiWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is reported when documents are formatted, sketched, compared and exported. */
public final class ToolFaults {

    private static final String RULE = "require count > 0";
    private static final String TITLE = "% T\n% A\n% Revision 1\n\nS\n=\n\nWords.\n\n";

    private ToolFaults() {}

    /** All of them, with files in {@code folder}. */
    public static List<Provocation> all(Path folder) {
        return Stream.of(exports(), sketches(), formats(), revisions(folder))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Provocation> exports() {
        String plain = SoundDocument.with(RULE, "let counts = 1");
        String framed = "END\n---\n";
        return List.of(
                WriterFaults.written("c-comment", SoundDocument.TEXT, plain, CWriter::write),
                WriterFaults.written("c-unsupported", doubled(40), doubled(3), CWriter::write),
                WriterFaults.written("imhex-comment", SoundDocument.TEXT, plain, PatternWriter::write),
                WriterFaults.written(
                        "kaitai-unsupported",
                        SoundDocument.with(framed, "``` {.layout}\nbody_length: u32 when type > 0\n```\n\n" + framed),
                        SoundDocument.with(framed, "``` {.layout}\nexpect body_length < 9\n```\n\n" + framed),
                        (models, faults) -> KaitaiWriter.write(models, Optional.empty(), faults)));
    }

    /** An array whose count takes this many definitions, each of twice the one before. */
    private static String doubled(int times) {
        String definitions = IntStream.rangeClosed(1, times)
                .mapToObj(i -> "let d" + i + " = " + (i == 1 ? "C + C" : "d" + (i - 1) + " + d" + (i - 1)))
                .collect(Collectors.joining("\n"));
        return SoundDocument.with(RULE, definitions + "\nitem: u64[d" + times + "]");
    }

    private static List<Provocation> sketches() {
        return List.of(
                sketched("sketch-syntax", "type: length:4", "type:4 length:4"),
                sketched("sketch-size", "pad:0..7", "padding:0..7"),
                sketched("sketch-name", "type:4 type:4", "type:4 types:4"),
                sketched("sketch-row", "type:3", "type:3 (reserved):5"));
    }

    private static Provocation sketched(String id, String wrong, String near) {
        return new Provocation(id, () -> sketch(wrong), () -> sketch(near));
    }

    private static List<String> sketch(String description) {
        Diagnostics faults = new Diagnostics();
        Sketches.draw(SourceText.of("sketch", description), OptionalInt.of(8), false, faults);
        return Provocation.ids(faults.sorted());
    }

    private static List<Provocation> formats() {
        String ruler = "     0   1   2   3 octet\n";
        String row = "    | a                     | b                     |\n";
        return List.of(
                new Provocation(
                        "format-differs",
                        () -> formatted(row + ruler),
                        () -> formatted(
                                "     0     1     2     3     4     5     6     7 octet\n    +-----------------------+-----------------------+\n"
                                        + row + "    +-----------------------+-----------------------+\n")),
                new Provocation("format-too-wide", () -> formatted(table(30_000)), () -> formatted(table(30))));
    }

    private static String table(int longest) {
        return "--------\nA   B\n--- ----\n" + "a   b\n\n".repeat(500) + "a   " + "x".repeat(longest) + "\n--------\n";
    }

    private static List<String> formatted(String block) {
        Diagnostics faults = new Diagnostics();
        Formatter.format(SourceText.of("test.pandoc", TITLE + block), faults);
        return Provocation.ids(faults.sorted());
    }

    private static List<Provocation> revisions(Path folder) {
        return List.of(
                new Provocation("evolution-broken", () -> revised("require", "1"), () -> revised("require", "2")),
                new Provocation("evolution-unheeded", () -> revised("expect", "1"), () -> revised("expect", "2")),
                new Provocation(
                        "revision-unreadable", () -> committed(folder, "HEAD~1"), () -> committed(folder, "HEAD")));
    }

    private static List<String> revised(String word, String revision) {
        String old = SoundDocument.with(RULE, word + " any change raises revision");
        String now = old.replace("0x0002: second.", "0x0002: another.").replace("Revision 1", "Revision " + revision);
        Review review =
                Generator.review(Specs.read(old).model(), Specs.read(now).model());
        return Provocation.ids(review.diagnostics());
    }

    /** What is said of a document in a repository of one commit; of no repository if there is no git. */
    private static List<String> committed(Path folder, String revision) {
        try {
            Path repository = Files.createTempDirectory(folder, "repository");
            Path document = Files.writeString(repository.resolve("x.pandoc"), SoundDocument.TEXT);
            git(repository, "init", "-q");
            git(repository, "add", "x.pandoc");
            git(repository, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "x");
            Diagnostics faults = new Diagnostics();
            GitFiles.revision(revision, document, faults);
            return Provocation.ids(faults.sorted());
        } catch (IOException e) {
            return revision.equals("HEAD") ? List.of() : List.of("revision-unreadable");
        }
    }

    private static void git(Path repository, String... arguments) throws IOException {
        List<String> command =
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        Process git = new ProcessBuilder(command)
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            git.getInputStream().readAllBytes();
            git.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
