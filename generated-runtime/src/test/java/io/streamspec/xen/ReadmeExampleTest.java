package io.streamspec.xen;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.runtime.Octets;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.DomainHeaderType;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.PfinfoType;
import io.streamspec.xen.libxc.StaticDataEnd;
import io.streamspec.xen.libxc.X86TscInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    void the_other_example_of_the_readme_writes_a_stream() throws IOException {
        Path file = folder.resolve("written.save");
        // readme
        ImageHeader image = new ImageHeader(3, ImageHeader.Options.of(false)); // little-endian from here on
        DomainHeader domain = new DomainHeader(DomainHeaderType.X86_HVM, 12, 4, 22);
        try (LibxcWriter to = LibxcWriter.create(file, image, domain)) {
            to.write(new StaticDataEnd());
            to.write(new PageData(
                    List.of(PageData.Pfn.of(0x1000, PfinfoType.NOTAB), PageData.Pfn.of(0x1001, PfinfoType.XTAB)),
                    List.of(Octets.zeroes(4096)))); // the page that is there
            to.write(new End());
        }
        // end
        assertThat(file).hasSize(24 + 16 + 8 + 8 + 8 + 2 * 8 + 4096 + 8);
    }

    @Test
    void the_readme_shows_this_very_code() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/streamspec/xen/ReadmeExampleTest.java"));
        String readme = Files.readString(Path.of("../README.md"));
        Matcher examples = Pattern.compile("(?s)// readme\n(.*?)\n *// end\n").matcher(source);
        int found = 0;
        for (; examples.find(); found++) {
            assertThat(readme).contains(examples.group(1).stripIndent());
        }
        assertThat(found).isEqualTo(2);
    }
}
