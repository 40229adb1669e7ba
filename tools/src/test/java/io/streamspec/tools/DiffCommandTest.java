package io.streamspec.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

    private static final String SPEC = "../spec/libxl-migration-stream.pandoc";

    @TempDir
    Path folder;

    private Path old = Path.of("");
    private Path now = Path.of("");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void twoRevisions() throws IOException {
        old = folder.resolve("old/stream.pandoc");
        now = folder.resolve("stream.pandoc");
        Files.createDirectories(folder.resolve("old"));
        Files.copy(Path.of(SPEC), old);
        Files.copy(Path.of(SPEC), now);
    }

    private int run(Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        return Streamspec.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    }

    private void edit(String before, String after) throws IOException {
        String text = Files.readString(now);
        assertThat(text).contains(before);
        Files.writeString(now, text.replace(before, after));
    }

    @Test
    void revisions_that_are_the_same_are_exit_code_0_at_every_level() {
        for (String level : List.of("any", "wire", "breaking", "unreadable")) {
            assertThat(run("diff", old, now, "--fail-on", level)).isZero();
        }
        assertThat(out.toString()).isEqualTo("stream: revision 2 compared with 2: no change\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void other_words_are_exit_code_3_where_any_change_counts() throws IOException {
        edit("Not Yet Included\n-------", "Not Included\n-------");
        assertThat(run("diff", old, now)).isZero();
        assertThat(err.toString()).contains("[evolution-unheeded]");
        assertThat(run("diff", old, now, "--fail-on", "any")).isEqualTo(3);
        assertThat(out.toString()).contains("wire-compatible (1)", "renamed");
    }

    @Test
    void what_old_readers_get_on_with_is_exit_code_4_and_a_broken_rule_alone_is_1() throws IOException {
        edit("bits 2-31: Reserved.", "bit 2: Large.\n\n         bits 3-31: Reserved.");
        assertThat(run("diff", old, now)).isEqualTo(4);
        assertThat(run("diff", old, now, "--fail-on", "breaking")).isEqualTo(1);
        assertThat(err.toString())
                .contains("error: header.version is 2 as before", "[evolution-broken]", "note: ")
                .doesNotContain("\tat ");
    }

    @Test
    void what_breaks_old_readers_alone_is_exit_code_5_but_leaves_old_streams_readable() throws IOException {
        edit(
                "             0x00000006 - 0x7FFFFFFF: Reserved",
                "             0x00000006: PAUSE\n\n             0x00000007 - 0x7FFFFFFF: Reserved");
        edit(
                "Layout\n======\n",
                "PAUSE\n-----\n\nNothing for a while.\n\n     0     1     2     3     4     5     6     7 octet\n"
                        + "    +-----------------------------------------------+\n\nLayout\n======\n");
        edit("% Revision 2", "% Revision 3");
        assertThat(run("diff", old, now, "--fail-on", "breaking")).isEqualTo(5);
        assertThat(out.toString()).contains("the record is new and may not be skipped");
        assertThat(run("diff", old, now, "--fail-on", "unreadable")).isZero();
    }

    @Test
    void diagnostics_are_told_in_the_format_that_is_asked_for() throws IOException {
        edit("Not Yet Included\n-------", "Not Included\n-------");
        assertThat(run("diff", old, now, "--format", "github")).isZero();
        assertThat(err.toString()).startsWith("::warning file=").contains("evolution-unheeded");
        assertThat(out.toString()).startsWith("stream: revision 2 compared with 2: ");

        Path report = folder.resolve("diff.sarif");
        assertThat(run("diff", old, now, "--format", "sarif", "--report", report))
                .isZero();
        assertThat(report).content().contains("\"ruleId\" : \"evolution-unheeded\"");
        assertThat(err.toString()).contains(": warning: ", "[evolution-unheeded]");
    }

    @Test
    void json_and_a_page_go_to_standard_output_or_to_a_file() throws IOException {
        edit("% The libxl migration stream", "% <script>alert(1)</script>");
        assertThat(run("diff", old, now, "--as", "json")).isZero();
        assertThat(out.toString()).startsWith("{\n").contains("\"format\" : 1", "\"verdict\" : \"wire-compatible\"");
        Path page = folder.resolve("pages/changes.html");
        assertThat(run("diff", old, now, "--as", "html", "--out", page)).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(page)
                .content()
                .contains("&lt;script&gt;alert(1)", "compared with 2")
                .doesNotContain("<script>alert", "role=\"search\"");
        try (var files = Files.list(page.getParent())) {
            assertThat(files).containsExactly(page);
        }
    }

    @Test
    void a_revision_of_a_git_repository_is_named_by_option_or_as_git_names_it() throws Exception {
        assumeTrue(hasGit(), "the command git is not there");
        git("init", "-q");
        git("add", "stream.pandoc");
        git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "one");
        edit("% Revision 2", "% Revision 3");
        assertThat(run("diff", "--git", "HEAD", now, "--fail-on", "any")).isZero();
        assertThat(out.toString()).contains("stream: revision 3 compared with 2: no change");
        edit("bits 2-31: Reserved.", "bit 2: Large.\n\n         bits 3-31: Reserved.");
        assertThat(run("diff", "--git", "HEAD", now)).isEqualTo(4);
        assertThat(err.toString()).contains("note: HEAD:./stream.pandoc:");
        assertThat(run("diff", "--git", "HEAD", folder.resolve("other.pandoc"))).isEqualTo(2);
        assertThat(run("diff", "HEAD:none/stream.pandoc", now)).isEqualTo(2);
        assertThat(err.toString()).contains("HEAD:none/stream.pandoc:1:1: error: git says: ");
    }

    private static boolean hasGit() {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(output).isZero();
    }

    @Test
    void wrong_command_lines_and_missing_files_are_exit_code_2() {
        assertThat(run("diff", now)).isEqualTo(2);
        assertThat(err.toString()).contains("two revisions are needed");
        assertThat(run("diff", old, now, "--git", "HEAD")).isEqualTo(2);
        assertThat(run("diff", old, now, "--fail-on", "everything")).isEqualTo(2);
        assertThat(err.toString()).contains("any, wire, breaking, unreadable");
        assertThat(run("diff", old, folder.resolve("none.pandoc"))).isEqualTo(2);
        assertThat(run("diff", "--git", "--help-all", now)).isEqualTo(2);
        assertThat(run("diff", "--git", "none", now)).isEqualTo(2);
        assertThat(err.toString()).contains("[revision-unreadable]").doesNotContain("\tat ");
        assertThat(run("diff", old, now, "--out", folder)).isEqualTo(2);
        assertThat(err.toString()).contains("this is a folder");
    }

    @Test
    void a_faulty_document_is_exit_code_1_on_either_side() throws IOException {
        edit("| control_id            |", "| control_id               |");
        assertThat(run("diff", old, now)).isEqualTo(1);
        assertThat(err.toString()).contains("[diagram-edge]");
        assertThat(run("diff", now, old)).isEqualTo(1);
        assertThat(err.toString()).contains("[diagram-edge]");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void the_readme_shows_what_is_printed() throws IOException {
        assertThat(run(
                        "diff",
                        "../spec/older/2/libxc-migration-stream.pandoc",
                        "../spec/libxc-migration-stream.pandoc"))
                .isEqualTo(5);
        String first = out.toString().lines().findFirst().orElseThrow();
        assertThat(Files.readString(Path.of("../README.md"))).contains("\n" + first + "\n");
    }

    @Test
    void the_image_of_version_3_breaks_old_readers_and_loses_no_old_image() {
        String old = "../spec/older/2/libxc-migration-stream.pandoc";
        String now = "../spec/libxc-migration-stream.pandoc";
        assertThat(run("diff", old, now, "--fail-on", "breaking")).isEqualTo(5);
        assertThat(run("diff", old, now, "--fail-on", "unreadable"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains(
                        "kept      evolution.any_change_raises_revision",
                        "kept      evolution.new_mandatory_records_break_old_readers");
    }
}
