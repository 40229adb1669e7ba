package io.streamspec.tools.edit;

import static io.streamspec.tools.corpus.Samples.PAGE_SHIFT;
import static io.streamspec.tools.edit.EditRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.tools.corpus.Bytes;
import io.streamspec.tools.corpus.Sample;
import io.streamspec.tools.corpus.Samples;
import io.streamspec.tools.edit.EditRun.Ended;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetTest {

    @TempDir
    Path folder;

    private EditRun files = new EditRun(Path.of(""));

    @BeforeEach
    void samples() throws IOException {
        files = new EditRun(folder);
        files.write("hvm", EditRun.hvm(PAGE_SHIFT));
        files.write("pv", Samples.pv(PAGE_SHIFT));
        files.write("libxl", Samples.libxl(PAGE_SHIFT));
        files.write("remus", Samples.remus(PAGE_SHIFT));
        files.write("big", EditRun.big());
        files.write("xl", EditRun.xl(Samples.libxl(PAGE_SHIFT), "{}\0"));
        files.write("suspended", EditRun.suspended(EditRun.hvm(PAGE_SHIFT), "(vm)"));
        files.write("context", EditRun.hvmContext().array());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hvm | libxc/domain_header.xen_minor | 17 | 17 (0x11) | 1",
                "hvm | libxc/X86_TSC_INFO.khz | 0xFFFFFFFF | 4294967295 (0xffffffff) | 4",
                "hvm | libxc/X86_TSC_INFO.nsec | 18446744073709551615 | 18446744073709551615 (0xffffffffffffffff) | 8",
                "hvm | libxc/HVM_PARAMS[CONSOLE_PFN] | 0xfeffa | 1044474 (0xfeffa) | 1",
                "hvm | libxc/PAGE_DATA.pfn[0].type | l4tab | L4TAB (4) | 1",
                "hvm | libxc/PAGE_DATA.pfn[0].pfn | 0x1000 | 4096 (0x1000) | 1",
                "hvm | hvm/CPU[1].cr3 | 0x5000 | 20480 (0x5000) | 1",
                "hvm | hvm/HPET.config | 0x1 | 1 | 1",
                "context | hvm/CPU.cr3 | 0x5000 | 20480 (0x5000) | 1",
                "pv | libxc/X86_PV_VCPU_MSRS.context[0].value | 2 | 2 | 1",
                "big | libxc/X86_TSC_INFO.khz | 2400000 | 2400000 (0x249f00) | 3",
                "libxl | libxl/header.options.legacy_format | 1 | 1 | 1",
                "libxl | libxl/EMULATOR_CONTEXT.emulator_ctx | 5145564d00000004 | 5145564d00000004 | 2",
                "libxl | libxl/EMULATOR_XENSTORE_DATA.xenstore_key_value_data[0].value | 2000 | 2000 | 1",
                "remus | libxl#1/libxc/HVM_PARAMS[17] | 1044474 | 1044474 (0xfeffa) | 1",
                "xl | xl/header.config | 5b5d00 | 5b5d00 | 2",
                "suspended | suspend/QEMU_TRAD.state | 5145564d22 | 5145564d22 | 1",
            })
    void a_field_that_was_set_is_read_back_and_no_other_octet_is_changed(
            String file, String path, String value, String expected, int changed) throws IOException {
        Path out = files.file("out");
        assertThat(run("set", files.file(file), path + "=" + value, "--out", out))
                .isEqualTo(new Ended(0, "", ""));
        assertThat(run("get", out, path).out()).isEqualTo(expected);
        assertThat(differences(files.file(file), out)).isEqualTo(changed);
    }

    private static int differences(Path one, Path other) throws IOException {
        byte[] before = Files.readAllBytes(one);
        byte[] after = Files.readAllBytes(other);
        assertThat(after).hasSameSizeAs(before);
        int count = 0;
        for (int i = 0; i < before.length; i++) {
            count += before[i] == after[i] ? 0 : 1;
        }
        return count;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "2 | hvm | libxc/domain_header.page_shift=65536 | does not fit its 16 bits: 0 to 65535 does",
                "2 | hvm | libxc/X86_TSC_INFO.khz=-1 | does not fit its 32 bits",
                "2 | hvm | libxc/X86_TSC_INFO.khz=fast | 'fast' is no number",
                "2 | hvm | libxc/X86_TSC_INFO.khz=0x | '0x' is no number",
                "2 | hvm | libxc/domain_header.type=3 | 3 means nothing: x86_pv (1), x86_hvm (2); --force",
                "2 | hvm | libxc/PAGE_DATA.pfn[0].type=5 | 5 means nothing",
                "2 | hvm | libxc/PAGE_DATA.pfn[0].type=16 | does not fit its 4 bits: 0 to 15 does",
                "2 | hvm | libxc/PAGE_DATA.count=3 | it says how much there is of other fields",
                "2 | pv | libxc/X86_PV_INFO.guest_width=5 | 5 is not allowed: ",
                "2 | hvm | libxc/image_header.marker=0 | it is always",
                "2 | hvm | libxc/image_header.options=2 | sets reserved bits",
                "2 | hvm | libxc/domain_header.reserved=1 | it is reserved, and zero",
                "2 | xl | xl/header.config_len=2 | it says how much there is of other fields",
                "2 | xl | xl/header.config=5b | it has 3 octets, and keeps its size; these are 1",
                "2 | xl | xl/header.config=xx | two digits each",
                "2 | libxl | libxl/EMULATOR_XENSTORE_DATA.xenstore_key_value_data[0].value=20 | keeps its size",
                "2 | hvm | libxc/X86_TSC_INFO.speed=1 | it has no 'speed'; it has mode, khz",
                "2 | hvm | libxc/X86_TSC_INFO.khz | is no change",
                "1 | hvm | libxc/image_header.options.endianness=1 | not written, for its readers would refuse it",
                "1 | hvm | libxc/PAGE_DATA.pfn[0].type=XTAB | [libxc-migration-stream: page_data.layout]",
                "1 | hvm | libxc/domain_header.page_shift=13 | not written, for its readers would refuse it",
                "1 | libxl | libxl/EMULATOR_XENSTORE_DATA.xenstore_key_value_data[0].key=/hysmap/0/size | relative_keys",
            })
    void what_must_not_be_set_is_told_and_leaves_no_trace(int exitCode, String file, String change, String told)
            throws IOException {
        byte[] before = Files.readAllBytes(files.file(file));
        for (String how : new String[] {"--in-place", "--out=" + files.file("out")}) {
            Ended ended = run("set", files.file(file), change, how);
            assertThat(ended.err()).contains(told).doesNotContain("fault of streamspec");
            assertThat(ended.exitCode()).isEqualTo(exitCode);
        }
        assertThat(files.file(file)).hasBinaryContent(before);
        assertThat(files.files()).containsExactly("big", "context", "hvm", "libxl", "pv", "remus", "suspended", "xl");
    }

    @Test
    void values_without_a_meaning_are_set_by_force() throws IOException {
        Path libxl = files.file("libxl");
        assertThat(run("set", libxl, "libxl/EMULATOR_CONTEXT.emulator_id=7", "--in-place")
                        .exitCode())
                .isEqualTo(2);
        assertThat(run("set", libxl, "libxl/EMULATOR_CONTEXT.emulator_id=7", "--in-place", "--force")
                        .exitCode())
                .isZero();
        assertThat(run("get", libxl, "libxl/EMULATOR_CONTEXT.emulator_id").out())
                .isEqualTo("7");
    }

    @Test
    void several_fields_and_bits_of_one_are_set_at_once() throws IOException {
        Path hvm = files.file("hvm");
        Ended ended = run(
                "set",
                hvm,
                "--in-place",
                "libxc/PAGE_DATA.pfn[0].pfn=9",
                "libxc/PAGE_DATA.pfn[0].type=L1TAB",
                "libxc/X86_TSC_INFO.mode=2");
        assertThat(ended).isEqualTo(new Ended(0, "", ""));
        assertThat(run("get", hvm, "libxc/PAGE_DATA.pfn[0]", "libxc/X86_TSC_INFO.mode")
                        .out()
                        .lines())
                .containsExactly(
                        "libxc/PAGE_DATA.pfn[0] = 1152921504606846985 (0x1000000000000009)",
                        "libxc/X86_TSC_INFO.mode = 2");
    }

    @Test
    void all_rounds_of_a_checkpointed_stream_are_set_if_asked() {
        Path remus = files.file("remus");
        run("set", remus, "libxc/HVM_PARAMS[17]=1", "--in-place");
        assertThat(run("get", "--all", remus, "libxc/HVM_PARAMS[17]").out())
                .contains("= 1044479")
                .contains("= 1");
        run("set", "--all", remus, "libxc/HVM_PARAMS[17]=2", "--in-place");
        assertThat(run("get", "--all", remus, "libxc/HVM_PARAMS[17]").out().lines())
                .hasSize(2)
                .allMatch(line -> line.endsWith("= 2"));
    }

    @Test
    void a_stream_that_is_wrong_already_can_be_mended_but_not_made_worse() throws IOException {
        String key = "libxl/EMULATOR_XENSTORE_DATA.xenstore_key_value_data[0].key=";
        Sample libxl = Samples.libxl(PAGE_SHIFT);
        Path file = files.write(
                "wrong",
                libxl.patch("EMULATOR_XENSTORE_DATA", 16, Bytes.little().text("/")));
        assertThat(run("verify", file).exitCode()).isEqualTo(1);
        assertThat(run("set", file, "libxc/domain_header.xen_minor=7", "--in-place")
                        .exitCode())
                .isZero();
        assertThat(run("set", file, "libxc/domain_header.page_shift=13", "--in-place")
                        .exitCode())
                .isEqualTo(1);
        assertThat(run("set", file, key + "physmap/0/size", "--in-place")).isEqualTo(new Ended(0, "", ""));
        assertThat(run("verify", file).exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"4, 40, libxc/domain_header.page_shift, 12", "0, 7, libxc/domain_header.type, x86_hvm"})
    void a_header_that_no_reader_takes_is_mended(int at, int wrong, String path, String right) throws IOException {
        Sample hvm = EditRun.hvm(PAGE_SHIFT);
        Path file = files.write(
                "wrong", hvm.patch("domain_header", at, Bytes.little().u16(wrong)));
        assertThat(run("verify", file).exitCode()).isEqualTo(1);
        assertThat(run("get", file, path).out()).startsWith("" + wrong);
        assertThat(run("set", file, path + "=" + right, "--in-place")).isEqualTo(new Ended(0, "", ""));
        assertThat(file).hasBinaryContent(hvm.octets());
    }

    @Test
    void in_place_the_mode_stays_and_a_link_stays_a_link() throws IOException {
        Path hvm = files.file("hvm");
        Files.setPosixFilePermissions(hvm, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(files.file("link"), hvm);
        assertThat(run("set", link, "libxc/X86_TSC_INFO.mode=2", "--in-place").exitCode())
                .isZero();
        assertThat(link).isSymbolicLink();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(hvm)))
                .isEqualTo("rw-r-----");
        assertThat(run("get", hvm, "libxc/X86_TSC_INFO.mode").out()).isEqualTo("2");
    }

    @Test
    void a_packed_stream_and_a_pipe_are_refused() throws IOException {
        Path packed = files.file("packed");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(EditRun.hvm(PAGE_SHIFT).octets());
        }
        assertThat(run("get", packed, "libxc/X86_TSC_INFO.mode").out()).isEqualTo("1");
        assertThat(run("set", packed, "libxc/X86_TSC_INFO.mode=2", "--in-place").err())
                .contains("it is packed by gzip; unpack it first");
        assertThat(run("set", "-", "libxc/X86_TSC_INFO.mode=2", "--out", files.file("out"))
                        .err())
                .contains("-: a file is needed");
        assertThat(run("set", files.file("hvm"), "libxc/X86_TSC_INFO.mode=2").err())
                .contains("either --out or --in-place is needed");
    }
}
