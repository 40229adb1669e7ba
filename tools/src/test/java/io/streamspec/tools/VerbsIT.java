package io.streamspec.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each verb as users run it: the jar in a process of its own, with its exit code and what arrives on both streams. */
class VerbsIT {

    private static final Path JAR = Path.of("target/streamspec.jar").toAbsolutePath();
    private static final Path TELEMETRY =
            Path.of("../maven-plugin/src/it/telemetry/src/main/streamspec/telemetry-archive.pandoc");
    private static final Path STREAM =
            Path.of("../generated-runtime/target/streams/libxl-v2-hvm").toAbsolutePath();
    private static final String GAP = "a.pandoc:115:13: warning: of 'sensor', 0x0000 is neither named nor reserved";
    private static final int SECONDS = 120;

    @TempDir
    Path folder;

    private String sound = "";

    /** How a process ended. */
    private record Ended(int exitCode, String out, String err) {}

    @BeforeEach
    void documents() throws IOException {
        sound = Files.readString(TELEMETRY);
        Files.writeString(folder.resolve("a.pandoc"), sound);
        Files.writeString(folder.resolve("faulty.pandoc"), faulty());
    }

    private String faulty() {
        return sound.replaceFirst("\\| magic                 \\|", "| magic                    |");
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // as the script tools/streamspec starts it
                "-XX:+UseSerialGC",
                "-XX:SharedArchiveFile=" + JAR.resolveSibling("streamspec.jsa"),
                "-jar",
                JAR.toString()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        process.getOutputStream().close();
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), text("out"), text("err"));
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
    }

    @Test
    void generate_writes_codecs_and_tells_faults_on_standard_error() throws Exception {
        Ended ended = run("generate", "a.pandoc", "--java", "java", "--package", "com.example");
        assertThat(ended).isEqualTo(new Ended(0, "java: 13 files written, 0 unchanged, 0 deleted\n", ""));
        assertThat(folder.resolve("java/com/example/telemetry/FileHeader.java")).isRegularFile();
        Ended refused = run("generate", "faulty.pandoc", "--java", "none", "--package", "com.example");
        assertRefused(refused);
        assertThat(folder.resolve("none")).doesNotExist();
    }

    private static void assertRefused(Ended ended) {
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .startsWith("faulty.pandoc:")
                .contains(": error: the cell 'magic' ends inside octet 4 [diagram-edge]\n")
                .endsWith("\n");
    }

    @Test
    void docs_writes_pages_and_tells_faults_on_standard_error() throws Exception {
        Ended ended = run("docs", "a.pandoc", "--out", "pages");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).matches("pages: \\d+ files written, 0 unchanged, 0 deleted\n");
        assertThat(ended.err()).isEmpty();
        assertRefused(run("docs", "faulty.pandoc", "--out", "none"));
    }

    @Test
    void lint_tells_findings_on_standard_error_and_their_number_on_standard_output() throws Exception {
        Ended ended = run("lint", "--strict", "a.pandoc");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out()).isEqualTo("0 errors, 1 warning, 0 notes\n");
        assertThat(ended.err()).startsWith(GAP).endsWith("hint: name them, or reserve them\n");
        Ended sarif = run("lint", "a.pandoc", "--format", "sarif");
        assertThat(sarif.exitCode()).isZero();
        assertThat(sarif.out()).isEqualTo(ended.out());
        assertThat(sarif.err()).startsWith("{").endsWith("}\n").contains("\"ruleId\" : \"values-gap\"");
    }

    @Test
    void format_tells_what_it_wrote_and_refuses_what_is_faulty() throws Exception {
        Files.writeString(
                folder.resolve("b.pandoc"), sound.replace("+-----------+-----------+\n", "+-----------+----+\n"));
        assertThat(run("format", "b.pandoc")).isEqualTo(new Ended(0, "b.pandoc: formatted\n", ""));
        assertThat(run("format", "b.pandoc")).isEqualTo(new Ended(0, "", ""));
        assertRefused(run("format", "faulty.pandoc"));
        assertThat(text("faulty.pandoc")).isEqualTo(faulty());
    }

    @Test
    void diff_tells_changes_on_standard_output_and_diagnostics_on_standard_error() throws Exception {
        Files.writeString(folder.resolve("b.pandoc"), sound.replace("0x0002: Humidity", "0x0002: Rain"));
        Ended ended = run("diff", "a.pandoc", "b.pandoc", "--fail-on", "any");
        assertThat(ended.exitCode()).isBetween(3, 5);
        assertThat(ended.out()).contains("compared with").contains("rain").endsWith("\n");
        assertThat(ended.err()).isEmpty();
        assertRefused(run("diff", "a.pandoc", "faulty.pandoc"));
    }

    @Test
    void export_prints_one_text_and_nothing_else() throws Exception {
        Ended ended = run("export", "a.pandoc", "--as", "json");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).startsWith("{").endsWith("}\n").contains("\"file_header\"");
        assertThat(ended.err()).isEmpty();
        Ended schema = run("export", "--as", "json-schema");
        assertThat(schema.exitCode()).isZero();
        assertThat(schema.out()).contains("\"$schema\"").endsWith("}\n");
        assertRefused(run("export", "faulty.pandoc", "--as", "json"));
        Ended usage = run("export", "--as", "json");
        assertThat(usage.exitCode()).isEqualTo(2);
        assertThat(usage.err()).contains("a document is missing").contains("Usage: ");
    }

    @Test
    void check_names_what_drifted_on_standard_error_and_shows_it_on_standard_output() throws Exception {
        run("generate", "a.pandoc", "--java", "java", "--package", "com.example");
        String[] check = {"check", "a.pandoc", "--java", "java", "--package", "com.example"};
        assertThat(run(check)).isEqualTo(new Ended(0, "", ""));
        Path header = folder.resolve("java/com/example/telemetry/FileHeader.java");
        Files.writeString(header, Files.readString(header).replaceFirst("final", "/* mine */ final"));
        Ended ended = run(check);
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out()).startsWith("--- ").contains("/* mine */", "to mend java: streamspec generate a.pandoc");
        assertThat(ended.err()).contains("[output-changed]").endsWith("\n");
    }

    @Test
    void watch_tells_what_it_writes_while_it_runs() throws Exception {
        Process watch = start("watch", "a.pandoc", "--java", "java", "--package", "com.example");
        try {
            await("out", "written: java/com/example/telemetry/FileHeader.java\n", watch);
            await("err", GAP, watch);
            Files.writeString(folder.resolve("a.pandoc"), faulty());
            await("err", "[diagram-edge]\n", watch);
            Files.writeString(folder.resolve("a.pandoc"), sound);
            await("out", "gone: ", watch);
        } finally {
            watch.destroy();
        }
        assertThat(watch.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(text("out")).doesNotContain("[values-gap]");
    }

    private void await(String file, String words, Process process) throws Exception {
        for (int i = 0; i < 20 * SECONDS && process.isAlive() && !text(file).contains(words); i++) {
            Thread.sleep(50);
        }
        assertThat(text(file)).contains(words);
    }

    @Test
    void get_writes_values_and_octets_to_standard_output() throws Exception {
        Ended value = run("get", STREAM.toString(), "libxc/domain_header.page_shift");
        assertThat(value).isEqualTo(new Ended(0, "12 (0xc)\n", ""));
        Ended octets = run("get", STREAM.toString(), "libxl/header.ident", "--raw");
        assertThat(octets).isEqualTo(new Ended(0, "LibxlFmt", ""));
        Ended none = run("get", STREAM.toString(), "libxc/domain_header.size");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.out()).isEmpty();
        assertThat(none.err())
                .contains("it has no 'size'; it has type, page_shift, ")
                .doesNotContain("\tat ");
    }

    @Test
    void split_and_join_make_files_that_verify_takes() throws Exception {
        assertThat(run("split", STREAM.toString(), "--unwrap", "--out", "libxc"))
                .isEqualTo(new Ended(0, "", ""));
        assertThat(run("join", "libxc", "--libxl", "--xl", "--out", "save")).isEqualTo(new Ended(0, "", ""));
        assertThat(run("set", "save", "libxc/domain_header.xen_minor=7", "--in-place"))
                .isEqualTo(new Ended(0, "", ""));
        assertThat(run("verify", "save").exitCode()).isZero();
    }

    @Test
    void inspect_tells_records_on_standard_output_and_remarks_on_standard_error() throws Exception {
        Ended ended = run("inspect", STREAM.toString());
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out())
                .startsWith("0x00000000          header ")
                .contains("0x00000030            domain_header")
                .endsWith("\n");
        assertThat(ended.err())
                .contains(": remark: octet ")
                .doesNotContain(": fault: ")
                .endsWith("]\n");
        Ended none = run("inspect", "none");
        assertThat(none).isEqualTo(new Ended(2, "", "streamspec: none: there is no such file\n"));
    }

    @Test
    void a_wrong_command_line_is_exit_code_2_whatever_the_verb() throws Exception {
        for (String verb : List.of(
                "generate",
                "docs",
                "lint",
                "format",
                "diff",
                "export",
                "check",
                "watch",
                "identify",
                "verify",
                "inspect",
                "get",
                "set",
                "split",
                "join")) {
            Ended ended = run(verb, "--no-such-option");
            assertThat(ended.exitCode()).as(verb).isEqualTo(2);
            assertThat(ended.out()).as(verb).isEmpty();
            assertThat(ended.err())
                    .as(verb)
                    .contains("Usage: streamspec " + verb)
                    .doesNotContain("\tat ");
        }
    }
}
