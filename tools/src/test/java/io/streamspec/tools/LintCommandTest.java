package io.streamspec.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {

    private static final String SOUND = "../spec/libxl-migration-stream.pandoc";
    private static final String ODD = "../maven-plugin/src/it/telemetry/src/main/streamspec/telemetry-archive.pandoc";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... arguments) {
        String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        return Streamspec.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    }

    @Test
    void what_the_readme_shows_is_what_it_prints() throws IOException {
        Matcher session = Pattern.compile(
                        "```\n\\$ java -jar tools/target/streamspec.jar lint (\\S+)\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../README.md")));
        assertThat(session.find()).isTrue();
        assertThat(run("lint", "../" + session.group(1))).isZero();
        assertThat((err + out.toString()).replace("../", "")).isEqualTo(session.group(2));
        assertThat(out.toString()).isEqualTo("0 errors, 1 warning, 0 notes\n");
    }

    @Test
    void what_fails_is_a_matter_of_severity() {
        assertThat(run("lint", SOUND, "--fail-on", "note")).isZero();
        assertThat(out.toString()).endsWith("0 errors, 0 warnings, 0 notes\n");
        assertThat(run("lint", ODD, "--fail-on", "error")).isZero();
        assertThat(run("lint", ODD, "--strict")).isEqualTo(1);
        assertThat(run("lint", ODD, SOUND, "--fail-on", "note")).isEqualTo(1);
        assertThat(run("lint", ODD, "--fail-on", "sometimes")).isEqualTo(2);
        assertThat(err.toString()).contains("--fail-on takes error, warning or note, not 'sometimes'");
    }

    @Test
    void generate_tells_what_lint_finds_if_it_is_asked_to_and_each_thing_once() throws IOException {
        assertThat(run("generate", ODD, "--java", folder, "--package", "a")).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(run("generate", "--lint", ODD, "--java", folder, "--package", "a"))
                .isZero();
        assertThat(err.toString()).containsOnlyOnce(": warning: ");
        assertThat(out.toString()).endsWith("up to date\n");
        Path empty = Files.writeString(folder.resolve("a.pandoc"), "");
        assertThat(run("generate", "--lint", empty, "--java", folder.resolve("none"), "--package", "a"))
                .isEqualTo(1);
        assertThat(err.toString()).containsOnlyOnce("[document-empty]");
    }

    @Test
    void errors_fail_and_files_that_are_not_there_are_the_command_lines_fault() throws IOException {
        Path empty = Files.writeString(folder.resolve("a.pandoc"), "");
        assertThat(run("lint", empty)).isEqualTo(1);
        assertThat(err.toString()).contains("[document-empty]");
        assertThat(run("lint", folder.resolve("none.pandoc"))).isEqualTo(2);
        assertThat(run("lint", folder)).isEqualTo(2);
        assertThat(run("lint")).isEqualTo(2);
        assertThat(err.toString()).contains("a document is missing").doesNotContain("\tat ");
    }

    @Test
    void every_diagnostic_is_listed_and_explained() {
        assertThat(run("lint", "--list")).isZero();
        assertThat(out.toString().lines())
                .hasSizeGreaterThan(100)
                .contains("values-gap (warning): values are neither named nor reserved")
                .contains("diagram-edge (error): a bar stands inside an octet");
        assertThat(run("lint", "--explain", "values-gap")).isZero();
        assertThat(out.toString()).contains("### values-gap").contains("Mended:");
        assertThat(run("lint", "--explain", "no-such")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no diagnostic 'no-such'");
    }

    @Test
    void an_older_revision_of_the_same_name_asks_for_a_new_one() throws IOException {
        String text = Files.readString(Path.of(ODD));
        Path now = Files.writeString(folder.resolve("telemetry-archive.pandoc"), text);
        Path older = Files.createDirectory(folder.resolve("older"));
        Files.writeString(older.resolve("telemetry-archive.pandoc"), text.replace("0x0002: Humidity", "0x0002: Rain"));
        assertThat(run("lint", now, "--older", older)).isZero();
        assertThat(err.toString()).contains("is still called so [revision-not-raised]");
        assertThat(run("lint", now, "--older", folder.resolve("none"))).isEqualTo(2);
    }

    @Test
    void supplements_say_what_the_document_does_not() throws IOException {
        String text = Files.readString(Path.of(SOUND)).replaceAll("(?s)``` \\{\\.layout}.*?```\n", "");
        Path bare = Files.writeString(folder.resolve("libxl-migration-stream.pandoc"), text);
        assertThat(run("lint", bare, "--strict")).isEqualTo(1);
        assertThat(run("lint", bare, "--supplement", SOUND)).isZero();
        assertThat(out.toString()).endsWith("0 errors, 0 warnings, 0 notes\n");
    }
}
