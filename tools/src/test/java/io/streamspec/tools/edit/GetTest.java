package io.streamspec.tools.edit;

import static io.streamspec.tools.corpus.Samples.PAGE_SHIFT;
import static io.streamspec.tools.edit.EditRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.tools.corpus.Samples;
import io.streamspec.tools.edit.EditRun.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GetTest {

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
        files.write("libvirt", EditRun.libvirt(Samples.libxl(PAGE_SHIFT), "<domain/>\0"));
        files.write("suspended", EditRun.suspended(EditRun.hvm(PAGE_SHIFT), "(vm)"));
        files.write("context", EditRun.hvmContext().array());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hvm | libxc/domain_header.xen_minor | 22 (0x16)",
                "hvm | libxc/domain_header.type | x86_hvm (2)",
                "hvm | LIBXC/domain_header.type | !there is no stream 'LIBXC' here; there are libxc, libxc/hvm",
                "hvm | libxc/image_header.version | 3",
                "hvm | libxc/image_header.options.endianness | 0",
                "hvm | libxc/X86_TSC_INFO.khz | 2000000 (0x1e8480)",
                "hvm | libxc/x86_tsc_info.KHZ | 2000000 (0x1e8480)",
                "hvm | libxc/PAGE_DATA.pfn[2].type | XALLOC (14)",
                "hvm | libxc/PAGE_DATA[0].pfn[3].pfn | 3",
                "hvm | libxc/HVM_PARAMS[17] | 1044479 (0xfefff)",
                "hvm | libxc/HVM_PARAMS[0x11] | 1044479 (0xfefff)",
                "hvm | libxc/HVM_PARAMS[console_pfn] | 1044479 (0xfefff)",
                "hvm | libxc/HVM_PARAMS[0].param[1].index | 17 (0x11)",
                "hvm | hvm/CPU.cr3 | 4096 (0x1000)",
                "hvm | hvm/CPU[1].cr3 | 8192 (0x2000)",
                "hvm | libxc/hvm/HEADER.tsc_khz | 2000000 (0x1e8480)",
                "context | hvm/CPU[1].cr3 | 8192 (0x2000)",
                "pv | libxc/X86_PV_INFO.guest_width | 8",
                "pv | libxc/X86_PV_VCPU_MSRS.context[0].value | 1",
                "big | libxc/X86_TSC_INFO.khz | 2000000 (0x1e8480)",
                "big | libxc/domain_header.page_shift | 12 (0xc)",
                "big | libxc/HVM_PARAMS[CONSOLE_PFN] | 1044479 (0xfefff)",
                "libxl | libxl/header.options.legacy_format | 0",
                "libxl | libxl/EMULATOR_CONTEXT.emulator_id | qemu_upstream (2)",
                "libxl | libxl/EMULATOR_XENSTORE_DATA.xenstore_key_value_data[0].value | 1000",
                "libxl | libxl/libxc/X86_TSC_INFO.khz | 2000000 (0x1e8480)",
                "remus | libxl#1/libxc/HVM_PARAMS[17] | 1044479 (0xfefff)",
                "xl | xl/header.config | 7b7d00",
                "xl | libxl#1/libxc/domain_header.page_shift | 12 (0xc)",
                "libvirt | libvirt/header.version | 2",
                "suspended | suspend/QEMU_TRAD.state | 5145564d21",
                "suspended | hvm/CPU[1].cr3 | 8192 (0x2000)",
                "hvm | libxc/TOOLSTACK.data | !libxc has no 'TOOLSTACK'; it has END, HVM_CONTEXT, HVM_PARAMS, PAGE_DATA, ",
                "hvm | hvm/HPET.foo | !it has no 'foo'; it has ",
                "hvm | hvm/CPU[2].cr3 | !hvm has no CPU[2]",
                "hvm | libxc/HVM_PARAMS[12] | !it has no '[12]'; it has [STORE_PFN], [CONSOLE_PFN]",
                "hvm | libxc/X86_TSC_INFO | !which field of it is meant; it has mode, khz, nsec, incarnation, reserved",
                "hvm | libxc/X86_TSC_INFO[1].khz | !libxc has no X86_TSC_INFO[1]",
                "hvm | libxl/X.y | !there is no stream 'libxl' here; there are libxc, libxc/hvm",
                "hvm | khz | !'khz' is no path of a field",
            })
    void a_path_leads_to_a_field_of_any_stream_or_to_what_is_there(String file, String path, String expected) {
        Ended ended = run("get", files.file(file), path);
        if (expected.startsWith("!")) {
            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.err()).contains(expected.substring(1)).doesNotContain("Exception");
            assertThat(ended.out()).isEmpty();
        } else {
            assertThat(ended.out()).as(ended.err()).isEqualTo(expected);
            assertThat(ended.exitCode()).isZero();
        }
    }

    @Test
    void of_the_rounds_of_a_checkpointed_stream_the_last_is_meant_or_all_are() throws IOException {
        byte[] octets = Samples.remus(PAGE_SHIFT).octets();
        int last = lastIndexOf(octets, (byte) 0xFF, (byte) 0xEF, (byte) 0x0F);
        octets[last] = (byte) 0xFA;
        Path remus = files.write("changed", octets);
        assertThat(run("get", remus, "libxc/HVM_PARAMS[17]").out()).isEqualTo("1044474 (0xfeffa)");
        assertThat(run("get", remus, "libxl#1/libxc/HVM_PARAMS[17]").out()).isEqualTo("1044479 (0xfefff)");
        assertThat(run("get", "--all", remus, "libxc/HVM_PARAMS[17]").out())
                .isEqualTo("libxl#1/libxc/HVM_PARAMS[17] = 1044479 (0xfefff)" + System.lineSeparator()
                        + "libxl#2/libxc/HVM_PARAMS[17] = 1044474 (0xfeffa)");
    }

    @Test
    void what_is_told_of_several_are_paths_that_lead_there_again() throws IOException {
        Path remus = files.write("rounds", Samples.remus(PAGE_SHIFT).octets());
        for (Path stream : List.of(remus, files.file("hvm"))) {
            List<String> told = run("get", "--all", stream, "libxc/PAGE_DATA.pfn[0].pfn", "libxc/HVM_PARAMS[17]")
                    .out()
                    .lines()
                    .toList();
            assertThat(told).isNotEmpty().doesNotHaveDuplicates();
            for (String line : told) {
                String[] parts = line.split(" = ");
                assertThat(run("get", stream, parts[0]).out()).as(parts[0]).isEqualTo(parts[1]);
            }
        }
        assertThat(run("get", "--all", files.file("hvm"), "hvm/CPU.cr3").out().lines())
                .containsExactly("libxc/hvm/CPU[0].cr3 = 4096 (0x1000)", "libxc/hvm/CPU[1].cr3 = 8192 (0x2000)");
    }

    private static int lastIndexOf(byte[] octets, byte... wanted) {
        for (int at = octets.length - wanted.length; at >= 0; at--) {
            if (octets[at] == wanted[0] && octets[at + 1] == wanted[1] && octets[at + 2] == wanted[2]) {
                return at;
            }
        }
        throw new AssertionError("not there");
    }

    @Test
    void of_a_stream_that_breaks_off_no_file_is_written() throws IOException {
        byte[] octets = Samples.remus(PAGE_SHIFT).octets();
        Path cut = files.write("cut", java.util.Arrays.copyOf(octets, octets.length - 20));
        Ended ended = run("get", cut, "--device-model", "--out", files.file("state"));
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("truncated");
        assertThat(files.file("state")).doesNotExist();
        assertThat(run("get", cut, "libxl/EMULATOR_CONTEXT.index").out()).isEqualTo("0");
    }

    @Test
    void several_paths_are_told_with_their_values() {
        Ended ended = run("get", files.file("hvm"), "libxc/X86_TSC_INFO.khz", "hvm/CPU[1].cr3");
        assertThat(ended.out().lines())
                .containsExactly("libxc/X86_TSC_INFO.khz = 2000000 (0x1e8480)", "libxc/hvm/CPU[1].cr3 = 8192 (0x2000)");
    }

    @ParameterizedTest
    @CsvSource({
        "xl, --config, {}",
        "libvirt, --config, <domain/>",
        "suspended, --config, (vm)",
        "suspended, --device-model, QEVM!"
    })
    void the_configuration_and_the_device_model_are_found_wherever_they_are(String file, String what, String expected)
            throws IOException {
        Path out = files.file("out");
        assertThat(run("get", files.file(file), what, "--out", out)).isEqualTo(new Ended(0, "", ""));
        assertThat(out).content().isEqualTo(expected);
    }

    @Test
    void a_stream_without_a_configuration_says_so() {
        Ended ended = run("get", files.file("hvm"), "--config");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("there is no configuration in a libxc migration stream");
    }

    @Test
    void octets_go_into_a_new_file_alone() throws IOException {
        Path out = files.write("out", new byte[] {1});
        Ended refused = run("get", files.file("libxl"), "--device-model", "--out", out);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("is there already; --force replaces it");
        assertThat(out).hasBinaryContent(new byte[] {1});
        run("get", files.file("libxl"), "--device-model", "--out", out, "--force");
        assertThat(Files.readAllBytes(out)).startsWith('Q', 'E', 'V', 'M').hasSize(8);
    }

    @Test
    void of_a_stream_that_breaks_off_what_was_found_is_told_and_the_fault() throws IOException {
        Path cut = files.write("cut", EditRun.hvm(PAGE_SHIFT).upTo("PAGE_DATA", 100));
        assertThat(run("get", cut, "libxc/domain_header.xen_minor").exitCode()).isZero();
        Ended ended = run("get", cut, "libxc/STATIC_DATA_END.x", "libxc/domain_header.xen_minor");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out()).isEqualTo("libxc/domain_header.xen_minor = 22 (0x16)");
        assertThat(ended.err()).contains("PAGE_DATA");
    }
}
