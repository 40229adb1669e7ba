package io.streamspec.tools.kaitai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.streamspec.tools.kaitai.Kaitai.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Kaitai's compiler makes of an export reads the same streams to the same values as our codecs. */
class KaitaiIT {

    private static final Path STREAMS = Path.of("..", "generated-runtime", "target", "streams");
    private static final String LIBXC = "LibxcMigrationStream";

    @TempDir
    static Path exported;

    @TempDir
    static Path compiled;

    @TempDir
    Path folder;

    @BeforeAll
    static void the_compiler_takes_the_export() throws IOException {
        Kaitai.require();
        List<String> ids = Kaitai.export(
                exported,
                Path.of("..", "spec", "libxc-migration-stream.pandoc"),
                Path.of("..", "spec", "libxl-migration-stream.pandoc"));
        assertThat(ids).containsExactly("libxc_migration_stream", "libxl_migration_stream");
        Run run = Kaitai.compile("javascript", exported, compiled, ids);
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    /** The streams of a kind, which the codecs' own tests leave. */
    private static List<Path> streams(String kind) throws IOException {
        assumeTrue(Files.isDirectory(STREAMS), "the tests of the codecs have left no streams; run mvn verify");
        try (Stream<Path> files = Files.list(STREAMS)) {
            return files.filter(file -> file.getFileName().toString().startsWith(kind))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    /** What {@code inspect --json} says of a stream, in a file. */
    private Path inspected(Path stream) throws IOException {
        Run run = Kaitai.streamspec("inspect", "--json", stream);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return Files.writeString(folder.resolve(stream.getFileName() + ".json"), run.out());
    }

    private Run compare(String type, List<Path> streams) throws IOException {
        List<Object> words = new ArrayList<>(List.of(compiled, type));
        for (Path stream : streams) {
            words.add(stream);
            words.add(inspected(stream));
        }
        return Kaitai.node("compare.js", words);
    }

    @ParameterizedTest
    @CsvSource({"libxc, LibxcMigrationStream, 7, 600", "libxl, LibxlMigrationStream, 5, 570"})
    void streams_are_read_to_the_same_values(String kind, String type, int atLeast, int values) throws IOException {
        List<Path> streams = streams(kind);
        assertThat(streams).hasSizeGreaterThanOrEqualTo(atLeast);
        Run run = compare(type, streams);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSameSizeAs(streams).allMatch(line -> line.endsWith("are the same"));
        assertThat(run.out()
                        .lines()
                        .mapToInt(line -> Integer.parseInt(line.replaceAll(".*, (\\d+) values.*", "$1")))
                        .sum())
                .isGreaterThanOrEqualTo(values);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"offset\":40", "\"pt_levels\":4", "\"pfn\":[{\"bits\":\"0x0\"", "\"type\":\"END\""})
    void a_difference_is_found(String value) throws IOException {
        Path stream = STREAMS.resolve("libxc-v3-pv-64");
        assumeTrue(Files.exists(stream), "the tests of the codecs have left no streams; run mvn verify");
        Path lines = inspected(stream);
        String told = Files.readString(lines);
        assertThat(told).contains(value);
        Files.writeString(lines, told.replace(value, value.replaceFirst("[04]([^04]*)$|END", "7$1")));
        Run run = Kaitai.node("compare.js", List.of(compiled, LIBXC, stream, lines));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(" instead of ");
    }

    /** A place in {@code libxc-v3-pv-64}, the octet to put there, and what Kaitai says of it. */
    @ParameterizedTest
    @CsvSource({
        "0, 0xFE, 'ValidationNotEqualError in ImageHeader'", // the marker is a constant
        "15, 0x07, 'ValidationNotAnyOfError in ImageHeader'", // so is the version, one of two
        "24, 0x07, 'ValidationNotInEnumError in DomainHeader'", // every type of domain has a name
        "28, 0x28, 'ValidationExprError in DomainHeader'", // require page_shift <= 27
        "40, 0x77, 'ValidationExprError in Records'", // an unknown record that is not optional
        "47, 0x7F, 'ValidationGreaterThanError in Records'", // a body over the limit
        "48, 0x05, 'ValidationNotAnyOfError in X86PvInfo'", // guest_width is 4 or 8
        "49, 0x03, 'ValidationExprError in X86PvInfo'", // four levels go with words of eight octets
    })
    void what_breaks_a_rule_is_refused(int at, int octet, String error) throws IOException {
        Path stream = STREAMS.resolve("libxc-v3-pv-64");
        assumeTrue(Files.exists(stream), "the tests of the codecs have left no streams; run mvn verify");
        byte[] octets = Files.readAllBytes(stream);
        octets[at] = (byte) octet;
        Path broken = Files.write(folder.resolve("broken"), octets);
        Run run = Kaitai.node("compare.js", List.of(compiled, LIBXC, broken, inspected(stream)));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith(error);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../spec/older/2/libxc-migration-stream.pandoc",
                "../maven-plugin/src/it/telemetry/src/main/streamspec/telemetry-archive.pandoc",
                "../maven-plugin/src/it/site/src/main/streamspec/telemetry-archive.pandoc",
                "../maven-plugin/src/it/changing/after/telemetry-archive.pandoc",
                "../../shared/upstream-specs/libxc-migration-stream.pandoc",
                "../../shared/upstream-specs/libxl-migration-stream.pandoc"
            })
    void the_compiler_takes_the_export_of_any_document(String document) throws IOException {
        assumeTrue(Files.exists(Path.of(document)), document + " is not there");
        List<String> ids = Kaitai.export(folder.resolve("ksy"), Path.of(document));
        assertThat(ids).hasSize(1);
        Run run = Kaitai.compile("javascript", folder.resolve("ksy"), folder.resolve("js"), ids);
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @Test
    void the_compiler_takes_the_export_for_other_languages() throws IOException {
        List<String> ids = List.of("libxc_migration_stream", "libxl_migration_stream");
        for (String language : List.of("java", "python", "cpp_stl", "csharp", "go", "ruby", "rust", "php", "lua")) {
            Run run = Kaitai.compile(language, exported, folder.resolve(language), ids);
            assertThat(run.exitCode()).as(language + ": " + run.err()).isZero();
            assertThat(folder.resolve(language)).isNotEmptyDirectory();
        }
    }
}
