package io.streamspec.tools.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.tools.Streamspec;
import io.streamspec.tools.corpus.Samples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int inspect(String... options) throws IOException {
        Path stream = Files.write(
                folder.resolve("stream"), Samples.remus(Samples.PAGE_SHIFT).octets());
        String[] arguments = new String[options.length + 2];
        arguments[0] = "inspect";
        arguments[1] = stream.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Streamspec.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @ParameterizedTest
    @CsvSource({
        "libxc,            X86_TSC_INFO, 2",
        "libxl/libxc,      X86_TSC_INFO, 2",
        "libxl,            X86_TSC_INFO, 2",
        "libxl#2/libxc,    X86_TSC_INFO, 1",
        "libxl#2,          x86_tsc_info, 1",
        "hvm,              HEADER,       2",
        "libxl/libxc/hvm,  HEADER,       2"
    })
    void a_stream_is_named_with_its_checkpoint_or_of_all_checkpoints(String path, String type, int lines)
            throws IOException {
        assertThat(inspect("--path", path, "--type", type)).isZero();
        assertThat(out.toString().lines()).hasSize(lines);
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--type, PAGE_DATE", "--record, 99", "--path, libxd"})
    void what_selects_nothing_is_told_with_what_there_is(String option, String value) throws IOException {
        assertThat(inspect(option, value)).isZero();
        assertThat(inspect("--hex", option, value)).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .hasSize(2)
                .allMatch(line -> line.contains(
                        "stream: note: nothing is selected; there are libxl/CHECKPOINT_END, libxl/EMULATOR_CONTEXT, "))
                .allMatch(line -> line.contains("libxl/libxc/PAGE_DATA"));
    }

    @Test
    void an_entry_of_an_hvm_context_has_its_number() throws IOException {
        inspect("--path", "hvm", "--type", "HEADER");
        inspect("--json", "--path", "hvm", "--type", "HEADER");
        assertThat(out.toString()).contains("HEADER[0] ").contains("\"type\":\"HEADER\",\"instance\":0,");
    }
}
