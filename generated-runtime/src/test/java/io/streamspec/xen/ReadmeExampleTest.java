package io.streamspec.xen;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.PfinfoType;
import io.streamspec.xen.libxc.X86TscInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's example: compiled, run, and equal to what stands there. */
class ReadmeExampleTest {

    @TempDir
    Path folder;

    @Test
    void the_example_of_the_readme_reads_a_stream() throws IOException {
        Path file = Files.write(folder.resolve("guest.save"), HexStream.octets("libxc-v3-hvm.hex"));
        StringBuilder out = new StringBuilder();
        // readme
        try (LibxcReader in = LibxcReader.open(file)) {
            while (in.advance()) { // reads the record's head alone
                if (in.record() instanceof PageData batch) { // decodes it
                    for (PageData.Pfn pfn : batch.pfn()) {
                        if (pfn.type().equals(PfinfoType.BROKEN)) {
                            out.append("broken page %#x%n".formatted(pfn.pfn()));
                        }
                    }
                } else if (in.record() instanceof X86TscInfo tsc) {
                    out.append("octet %d: %d kHz%n".formatted(in.offset(), tsc.khz()));
                }
            }
        }
        // end
        assertThat(out.toString().lines()).containsExactly("broken page 0x100000003", "octet 8368: 2400000 kHz");
    }

    @Test
    void the_readme_shows_this_very_code() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/streamspec/xen/ReadmeExampleTest.java"));
        String code = source.substring(source.indexOf("// readme\n") + 10, source.indexOf("        // end\n"));
        assertThat(Files.readString(Path.of("../README.md")))
                .contains(code.stripTrailing().stripIndent());
    }
}
