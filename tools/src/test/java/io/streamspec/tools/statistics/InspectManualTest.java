package io.streamspec.tools.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.streamspec.tools.Streamspec;
import io.streamspec.tools.corpus.Samples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that the manual of inspect shows do what it says. */
class InspectManualTest {

    private static final Path MANUAL = Path.of("../docs/inspect.md");
    private static final Pattern JQ = Pattern.compile("streamspec (inspect .*) \\| jq (?:(-\\w) )?'(.*)'");

    @TempDir
    Path folder;

    @BeforeEach
    void writeStream() throws IOException {
        Files.write(
                folder.resolve("guest.save"), Samples.libxl(Samples.PAGE_SHIFT).octets());
    }

    private String run(String command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = Stream.of(command.split(" "))
                .map(word -> word.startsWith("guest.") ? folder.resolve(word).toString() : word)
                .toArray(String[]::new);
        assertThat(Streamspec.run(new PrintWriter(out, true), new PrintWriter(err, true), words))
                .as(command + err)
                .isZero();
        return out.toString();
    }

    @Test
    void the_commands_at_its_beginning_run() throws IOException {
        List<String> commands = Files.readAllLines(MANUAL).stream()
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("streamspec "))
                .toList();
        assertThat(commands).hasSize(4);
        commands.forEach(command -> run(command.substring("streamspec ".length())));
        assertThat(folder.resolve("guest.html")).isNotEmptyFile();
    }

    @Test
    void its_examples_for_jq_find_something() throws Exception {
        boolean hasJq =
                Stream.of(System.getenv("PATH").split(":")).anyMatch(at -> Files.isExecutable(Path.of(at, "jq")));
        assumeTrue(hasJq, "jq is not installed");
        List<MatchResult> examples =
                JQ.matcher(Files.readString(MANUAL)).results().toList();
        assertThat(examples).hasSize(6);
        for (MatchResult example : examples) {
            Path input = Files.writeString(folder.resolve("input"), run(example.group(1)));
            Path output = folder.resolve("output");
            List<String> words = new ArrayList<>(List.of("jq"));
            Stream.ofNullable(example.group(2)).forEach(words::add);
            words.add(example.group(3));
            Process jq = new ProcessBuilder(words)
                    .redirectInput(input.toFile())
                    .redirectOutput(output.toFile())
                    .redirectErrorStream(true)
                    .start();
            assertThat(jq.waitFor()).as(Files.readString(output)).isZero();
            assertThat(Files.readString(output).strip()).as(example.group()).isNotIn("", "null");
        }
    }
}
