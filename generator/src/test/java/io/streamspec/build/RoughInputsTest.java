package io.streamspec.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.export.ExportFormats;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Severity;
import io.streamspec.testing.LargeDocuments;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a verb is given, it ends, in success or in diagnostics, and writes where it was told to and nowhere else. */
class RoughInputsTest {

    private static final int MEBI = 1 << 20;

    @TempDir
    Path folder;

    /** What a user may name by accident or malice. */
    enum Input {
        EMPTY(document -> Files.writeString(document, "")),
        FOLDER(Files::createDirectory),
        BINARY(document -> {
            byte[] octets = new byte[MEBI];
            new Random(1).nextBytes(octets);
            Files.write(document, octets);
        }),
        CONTROL_CHARACTERS(document -> Files.writeString(document, "\u0000\u0001\u0002\u0007\u001b\f".repeat(10_000))),
        HUNDRED_MEGABYTES(document -> {
            byte[] part = "x".repeat(MEBI).getBytes(StandardCharsets.US_ASCII);
            try (OutputStream out = Files.newOutputStream(document)) {
                for (int i = 0; i < 100; i++) {
                    out.write(part);
                }
            }
        }),
        ONE_LETTER(document -> Files.writeString(document, "x".repeat(MEBI))),
        THOUSAND_RECORDS(LargeDocuments.RECORDS, 1_000),
        TEN_THOUSAND_ROWS(LargeDocuments.PLAIN_TABLE, 10_000),
        TEN_THOUSAND_VALUES(LargeDocuments.VALUES, 10_000), // more than a class of Java has room for
        MIXED_LINE_ENDS(LargeDocuments.MIXED_LINE_ENDS, 1_000),
        FIVE_THOUSAND_COLUMNS(LargeDocuments.COLUMNS, 5_000),
        DEEP_LISTS(document -> Files.writeString(
                document,
                LargeDocuments.LISTS.of(1)
                        + IntStream.range(0, 2_000)
                                .mapToObj(i -> " ".repeat(2 * i) + "- item\n")
                                .collect(Collectors.joining()))),
        DEEP_QUOTES(document -> Files.writeString(document, LargeDocuments.LISTS.of(1) + ">".repeat(100_000) + "\n"));

        private final Maker maker;

        private boolean isSoundFor(Verb verb) {
            boolean isCodec = verb == Verb.GENERATE || verb == Verb.WATCH;
            boolean isSound = name().contains("THOUSAND") || this == MIXED_LINE_ENDS;
            return isSound && verb != Verb.CHECK && !(this == TEN_THOUSAND_VALUES && isCodec);
        }

        Input(Maker maker) {
            this.maker = maker;
        }

        Input(LargeDocuments documents, int size) {
            this(document -> Files.writeString(document, documents.of(size)));
        }
    }

    /** Puts an input to where a document is expected. */
    interface Maker {
        void make(Path document) throws IOException;
    }

    /** A verb over one document and the folder that it may write to; what it has to say. */
    interface Work {
        List<Diagnostic> on(Path document, Path output) throws IOException;
    }

    /** The verbs, as command line and plugin call them. */
    enum Verb {
        LINT((document, output) -> Linting.of(List.of(document), List.of(), List.of())),
        FORMAT((document, output) -> {
            Formatting formatting = Formatting.of(List.of(document), List.of());
            formatting.diff();
            if (!formatting.failed()) {
                formatting.write();
            }
            return formatting.diagnostics();
        }),
        DIFF((document, output) -> {
            Diagnostics diagnostics = new Diagnostics();
            Edition.of(document, Optional.empty(), diagnostics)
                    .flatMap(edition -> Reviews.review(edition, edition, diagnostics))
                    .ifPresent(review -> assertThat(review.verdict()).isEmpty());
            return diagnostics.sorted();
        }),
        GENERATE((document, output) ->
                build(document, output).java("com.example").diagnostics()),
        EXPORT((document, output) -> build(document, output)
                .export(ExportFormats.all(), Optional.empty())
                .diagnostics()),
        CHECK((document, output) -> new Check(List.of(document), List.of())
                .of(List.of(codecs(output)))
                .diagnostics()),
        WATCH((document, output) -> new Watch(List.of(document), List.of(), List.of(codecs(output)), Documents::lint)
                .round()
                .diagnostics());

        private final Work work;

        Verb(Work work) {
            this.work = work;
        }

        private boolean writes() {
            return this == GENERATE || this == EXPORT || this == WATCH;
        }

        private static Build build(Path document, Path output) {
            return new Build(List.of(document), List.of(), output);
        }

        private static Target codecs(Path output) {
            return new Target.Codecs(output, "com.example", Optional.empty());
        }
    }

    static Stream<Arguments> cases() {
        return Arrays.stream(Input.values())
                .flatMap(input -> Arrays.stream(Verb.values()).map(verb -> Arguments.of(verb, input)));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("cases")
    @Timeout(300) // what hangs, hangs for longer
    void it_ends_in_success_or_in_diagnostics(Verb verb, Input input) throws IOException {
        Path document = folder.resolve("a.pandoc");
        input.maker.make(document);
        Path output = folder.resolve("out");
        List<Diagnostic> found = verb.work.on(document, output);
        assertThat(found).allSatisfy(diagnostic -> {
            assertThat(diagnostic.span().source().name()).startsWith(folder.toString());
            assertThat(diagnostic.message()).isNotEmpty();
        });
        boolean hasErrors = found.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
        assertThat(hasErrors).isEqualTo(!input.isSoundFor(verb));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isSubsetOf(document, output);
        }
        assertThat(Files.exists(output)).isEqualTo(verb.writes() && !hasErrors);
    }
}
