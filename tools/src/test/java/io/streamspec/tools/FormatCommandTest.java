package io.streamspec.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatCommandTest {

    private static final String HEAD = "% T\n% A\n% Revision 1\n\nPart\n====\n\n     0     1     2     3 octet\n";
    private static final String SLOPPY = HEAD + "    +--------------------------+\n";
    private static final String CANONICAL = HEAD.replace("0     1     2     3", "0           1           2           3")
            + "    +-----------------------------------------------+\n";
    private static final String FAULTY = HEAD + "    | a      | b             |\n";
    private static final Pattern EXAMPLE = Pattern.compile(
            "(?ms)^(`{3,4})\\n\\$ (?:java -jar \\S+|streamspec) format --draw '([^']*)'( --table)?\\n(.*?)^\\1$");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... arguments) {
        out.getBuffer().setLength(0);
        String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        return Streamspec.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void a_document_whose_rules_stand_in_a_supplement_is_formatted_with_it_and_refused_without() throws IOException {
        Path file = file(
                "a.pandoc",
                HEAD
                        + """
                              +-----------------------+
                              | length                |
                              +-----------------------+
                              | name...               |
                              ...
                              +-----------------------+
                              | rest...               |
                              ...
                              +-----------------------+
                          """);
        Path rules = file("b.pandoc", "% T\n% A\n% Revision 1\n\nPart\n====\n\n```layout\nname: octets[length]\n```\n");
        assertThat(run("format", "--check", file)).isEqualTo(1);
        assertThat(err.toString()).contains("nothing says where 'name' ends and 'rest' begins");
        assertThat(run("format", file, "--supplement", rules))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).isEqualTo(file + ": formatted\n");
        assertThat(run("format", "--check", file, "--supplement", rules)).isZero();
    }

    @Test
    void documents_are_replaced_once_and_keep_their_permissions() throws IOException {
        Path file = file("a.pandoc", SLOPPY);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(run("format", file)).isZero();
        assertThat(file).hasContent(CANONICAL);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");
        assertThat(out.toString()).isEqualTo(file + ": formatted\n");

        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        assertThat(run("format", file)).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.fromMillis(0));
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void a_symbolic_link_stays_one() throws IOException {
        Path file = file("a.pandoc", SLOPPY);
        Path link = Files.createSymbolicLink(folder.resolve("link.pandoc"), file);
        assertThat(run("format", link)).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent(CANONICAL);
    }

    @Test
    void check_prints_a_diff_and_writes_nothing() throws IOException {
        Path file = file("a.pandoc", SLOPPY);
        Path sound = file("b.pandoc", CANONICAL);
        assertThat(run("format", "--check", file, sound)).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("--- " + file + "\n+++ " + file + "\n@@ ")
                .contains("-    +--------------------------+\n");
        assertThat(err.toString())
                .contains("mend it with: streamspec format " + file)
                .doesNotContain(sound.toString());
        assertThat(file).hasContent(SLOPPY);
        assertThat(run("format", "--check", sound)).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void nothing_is_written_where_one_document_is_at_fault() throws IOException {
        Path sloppy = file("a.pandoc", SLOPPY);
        Path faulty = file("b.pandoc", FAULTY);
        assertThat(run("format", sloppy, faulty)).isEqualTo(1);
        assertThat(err.toString()).contains("b.pandoc:9:").contains("[diagram-edge]");
        assertThat(sloppy).hasContent(SLOPPY);
        assertThat(run("format", sloppy, folder.resolve("missing"))).isEqualTo(2);
        assertThat(err.toString()).contains("there is no such file [file-unreadable]");
        assertThat(sloppy).hasContent(SLOPPY);
    }

    @Test
    void nothing_is_written_where_a_document_reads_and_means_nothing() throws IOException {
        String twice = SLOPPY + "\nPart\n====\n\n     0     1     2     3 octet\n    +-----------------------+\n"
                + "\n``` {.layout}\nnobody: u32\n```\n";
        Path file = file("a.pandoc", twice);
        for (List<Object> arguments :
                List.<List<Object>>of(List.of("format", file), List.of("format", "--check", file))) {
            assertThat(run(arguments.toArray())).isEqualTo(1);
            assertThat(err.toString()).contains(": error: ").doesNotContain("canonical form");
            assertThat(out.toString()).isEmpty();
            assertThat(file).hasContent(twice);
        }
        assertThat(filter(twice, "format", "-")).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void standard_input_goes_to_standard_output() throws IOException {
        assertThat(filter(SLOPPY.replace("\n", "\r\n"), "format", "-")).isZero();
        assertThat(out.toString()).isEqualTo(CANONICAL.replace("\n", "\r\n"));
        assertThat(filter(CANONICAL, "format", "-")).isZero();
        assertThat(out.toString()).isEqualTo(CANONICAL);
        assertThat(filter(SLOPPY, "format", "--check", "-")).isEqualTo(1);
        assertThat(out.toString()).startsWith("--- -\n+++ -\n");
        assertThat(filter(FAULTY, "format", "-")).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
    }

    private int filter(String input, Object... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return run(arguments);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void a_faulty_sketch_is_told_where() {
        assertThat(run("format", "--draw", "a:4 b:x")).isEqualTo(2);
        assertThat(err.toString()).contains("--draw:1:7: error: no field before this one is called 'x' [sketch-name]");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "--check", "--draw a:4 x.pandoc", "--table x.pandoc", "--draw a:4 --octets 1", "- x.pandoc"})
    void a_command_line_that_says_nothing_or_two_things_is_refused(String arguments) {
        List<Object> words = new ArrayList<>(List.of("format"));
        words.addAll(Arrays.stream(arguments.split(" "))
                .filter(word -> !word.isEmpty())
                .toList());
        assertThat(run(words.toArray())).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: streamspec format");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../README.md", "../docs/handbook/format.md"})
    void the_manuals_examples_are_what_comes_out(String manual) throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of(manual)));
        int examples = 0;
        while (example.find()) {
            List<Object> words = new ArrayList<>(List.of("format", "--draw", example.group(2)));
            if (example.group(3) != null) {
                words.add("--table");
            }
            assertThat(run(words.toArray())).isZero();
            assertThat(example.group(4)).isEqualTo(out.toString());
            examples++;
        }
        assertThat(examples).isPositive();
    }
}
