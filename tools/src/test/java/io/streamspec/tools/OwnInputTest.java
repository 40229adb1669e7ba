package io.streamspec.tools;

import static io.streamspec.tools.corpus.Samples.PAGE_SHIFT;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.tools.corpus.Samples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No command writes over a file that it reads, whatever the user forces. */
class OwnInputTest {

    private static final byte[] STREAM = Samples.hvm(PAGE_SHIFT).octets();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.write(folder.resolve("guest"), STREAM);
        Files.writeString(folder.resolve("config"), "{}");
        Files.copy(Path.of("../spec/libxl-migration-stream.pandoc"), folder.resolve("spec"));
        for (String name : new String[] {"guest", "config", "spec"}) {
            Files.createSymbolicLink(folder.resolve(name + ".symbolic"), Path.of(name));
            Files.createLink(folder.resolve(name + ".hard"), folder.resolve(name));
        }
    }

    /** Words that begin with a slash are files. */
    private int run(String words) {
        String[] arguments = Stream.of(words.split(" "))
                .map(word -> word.startsWith("/") ? folder + word : word)
                .toArray(String[]::new);
        return Streamspec.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "memory /guest --force --out /guest",
                "memory /guest --page 0 --force --out /guest",
                "split /guest --strip-pages --force --out /guest",
                "join /guest --libxl --force --out /guest",
                "join /guest --libxl --xl --config /config --force --out /config",
                "get /guest libxc/X86_TSC_INFO.khz --force --out /guest",
                "inspect /guest --force --html /guest",
                "set /guest libxc/X86_TSC_INFO.khz=1 --force --out /guest",
                "diff /spec /spec --out /spec",
                "lint /spec --format json --report /spec"
            })
    void a_command_is_refused_whose_output_is_a_file_that_it_reads(String command) throws IOException {
        String option = command.replaceAll(".* (--\\w+) /\\w+", "$1");
        for (String link : new String[] {"", ".symbolic", ".hard"}) {
            err.getBuffer().setLength(0);
            assertThat(run(command + link)).as(command + link).isEqualTo(2);
            assertThat(err.toString())
                    .startsWith("streamspec: " + folder)
                    .contains(link + ": " + option + " is what is read; ")
                    .hasLineCount(1);
        }
        assertThat(folder.resolve("guest")).hasBinaryContent(STREAM);
        assertThat(folder.resolve("config")).hasContent("{}");
        assertThat(folder.resolve("spec")).hasSameBinaryContentAs(Path.of("../spec/libxl-migration-stream.pandoc"));
        assertThat(folder.toFile().list()).hasSize(9);
    }

    @Test
    void another_file_is_replaced_and_set_changes_the_stream_in_place_if_asked() {
        assertThat(run("memory /guest --force --out /config"))
                .as(err.toString())
                .isZero();
        assertThat(run("set /guest libxc/X86_TSC_INFO.khz=1 --in-place"))
                .as(err.toString())
                .isZero();
        assertThat(run("set /guest libxc/X86_TSC_INFO.khz=1 --force --out /guest"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--in-place changes it");
    }
}
