package io.streamspec.tools.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.streamspec.runtime.Octets;
import io.streamspec.runtime.Scalars;
import io.streamspec.tools.Streamspec;
import io.streamspec.xen.hvm.HvmWriter;
import io.streamspec.xen.hvm.Pmtimer;
import io.streamspec.xen.hvm.TscAdjust;
import io.streamspec.xen.libxc.CpuidLeaf;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.DomainHeaderType;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.HvmContext;
import io.streamspec.xen.libxc.HvmParams;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxc.LibxcRecord;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.MsrEntry;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.PfinfoType;
import io.streamspec.xen.libxc.StaticDataEnd;
import io.streamspec.xen.libxc.X86CpuidPolicy;
import io.streamspec.xen.libxc.X86MsrPolicy;
import io.streamspec.xen.libxc.X86PvInfo;
import io.streamspec.xen.libxc.X86PvP2mFrames;
import io.streamspec.xen.libxc.X86PvVcpuBasic;
import io.streamspec.xen.libxc.X86TscInfo;
import io.streamspec.xen.libxl.EmulatorContext;
import io.streamspec.xen.libxl.EmulatorRecordsEmulatorId;
import io.streamspec.xen.libxl.EmulatorXenstoreData;
import io.streamspec.xen.libxl.EmulatorXenstoreData.XenstoreKeyValueData;
import io.streamspec.xen.libxl.Header;
import io.streamspec.xen.libxl.LibxcContext;
import io.streamspec.xen.libxl.LibxlWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of two streams is told to differ. */
class CompareTest {

    private static final HvmParams.Param STORE = new HvmParams.Param(1, 0xFEFFC);

    @TempDir
    Path folder;

    private String out = "";
    private String err = "";

    private int compare(Object... arguments) {
        StringWriter said = new StringWriter();
        StringWriter complained = new StringWriter();
        String[] words = Stream.concat(
                        Stream.of("compare"), Arrays.stream(arguments).map(Object::toString))
                .toArray(String[]::new);
        int exitCode = Streamspec.run(new PrintWriter(said, true), new PrintWriter(complained, true), words);
        out = said.toString().replace(folder + "/", "");
        err = complained.toString().replace(folder + "/", "");
        return exitCode;
    }

    /** A stream of libxc. */
    private Path image(String name, LibxcRecord... records) throws IOException {
        Path file = folder.resolve(name);
        ImageHeader header = new ImageHeader(3, ImageHeader.Options.of(false));
        try (LibxcWriter writer =
                LibxcWriter.create(file, header, new DomainHeader(DomainHeaderType.X86_HVM, 12, 4, 19))) {
            List<LibxcRecord> all = new ArrayList<>(List.of(records));
            if (all.stream().noneMatch(StaticDataEnd.class::isInstance)) {
                all.add(0, new StaticDataEnd());
            }
            all.add(new End());
            for (LibxcRecord record : all) {
                writer.write(record);
            }
        }
        return file;
    }

    /** Pages of these numbers; a negative number has other contents. */
    private static PageData pages(long... numbers) {
        List<PageData.Pfn> pfns = new ArrayList<>();
        List<Octets> contents = new ArrayList<>();
        for (long number : numbers) {
            pfns.add(PageData.Pfn.of(Math.abs(number), PfinfoType.NOTAB));
            byte[] octets = new byte[4096];
            octets[4095] = (byte) Long.signum(number);
            contents.add(Octets.of(octets));
        }
        return new PageData(pfns, contents);
    }

    @Test
    void streams_that_say_the_same_in_another_order_are_the_same() throws IOException {
        X86TscInfo tsc = new X86TscInfo(0, 1000, 5, 0);
        Path a = image("a", pages(1, 2, 3), tsc, params(STORE, new HvmParams.Param(12, 7)));
        Path b = image(
                "b",
                pages(3, -1),
                params(new HvmParams.Param(12, 7)),
                new X86TscInfo(1, 1, 1, 1),
                pages(2, 1),
                params(STORE),
                tsc);
        assertThat(compare(a, b)).isZero();
        assertThat(out).isEqualTo("a and b: the same\n");
        assertThat(compare(a, a)).isZero();
    }

    private static HvmParams params(HvmParams.Param... params) {
        return new HvmParams(List.of(params));
    }

    @Test
    void fields_are_told_by_their_names_and_parameters_by_theirs() throws IOException {
        Path a = image("a", new X86TscInfo(0, 1000, 5, 0), params(STORE, new HvmParams.Param(99, 1)));
        Path b = image("b", new X86TscInfo(0, 1000, 70000, 0), params(new HvmParams.Param(1, 5)));
        assertThat(compare(a, b)).isEqualTo(1);
        assertThat(out)
                .isEqualTo(
                        """
                        libxc/X86_TSC_INFO.nsec: 5 | 70000 (0x11170)
                        libxc/HVM_PARAMS.param[STORE_PFN].value: 1044476 (0xfeffc) | 5
                        libxc/HVM_PARAMS.param[99].value: 1 | -
                        a and b: different
                        """);
    }

    @Test
    void leaves_and_registers_go_by_their_numbers() throws IOException {
        CpuidLeaf first = new CpuidLeaf(1, 0xFFFF_FFFFL, 1, 2, 3, 4);
        Path a = image(
                "a",
                new X86CpuidPolicy(List.of(first, new CpuidLeaf(7, 0, 0, 9, 0, 0))),
                new X86MsrPolicy(List.of(new MsrEntry(0xCE, 0, 1))),
                new StaticDataEnd());
        Path b = image(
                "b",
                new X86CpuidPolicy(List.of(new CpuidLeaf(7, 0, 0, 8, 0, 0), first)),
                new X86MsrPolicy(List.of(new MsrEntry(0xCE, 0, 2))),
                new StaticDataEnd());
        assertThat(compare(a, b)).isEqualTo(1);
        assertThat(out)
                .contains("libxc/X86_CPUID_POLICY.cpuid_policy[0x7.0x0].ebx: 9 | 8\n")
                .contains("libxc/X86_MSR_POLICY.msr_policy[0xce].value: 1 | 2\n")
                .hasLineCount(3);
    }

    /** An HVM context whose timer of instance 0 says this, with an entry of vCPU 1. */
    private static HvmContext context(long timer, long adjusted) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HvmWriter writer = HvmWriter.to(out)) {
            writer.write(new io.streamspec.xen.hvm.Header(-1, 0, 0), 0)
                    .write(new Pmtimer(timer, 0, 0), 0)
                    .write(new TscAdjust(adjusted), 1)
                    .write(new io.streamspec.xen.hvm.End(), 0);
        }
        return new HvmContext(Octets.of(out.toByteArray()));
    }

    @Test
    void entries_of_an_hvm_context_go_by_type_instance_and_field() throws IOException {
        assertThat(compare(image("a", context(1, 2)), image("b", context(3, 4))))
                .isEqualTo(1);
        assertThat(out)
                .contains("hvm/PMTIMER[0].tmr_val: 1 | 3\n", "hvm/TSC_ADJUST[1].")
                .doesNotContain("HVM_CONTEXT")
                .hasLineCount(3);
    }

    @Test
    void of_long_values_it_is_told_where_they_differ() throws IOException {
        byte[] octets = new byte[1032];
        HvmContext context = new HvmContext(Octets.of(octets));
        octets[16] = octets[17] = octets[1031] = 1;
        assertThat(compare(image("a", context), image("b", new HvmContext(Octets.of(octets)))))
                .isEqualTo(1);
        assertThat(out).contains("HVM_CONTEXT", "1032 octets | 1032 octets (octets 16-17, 1031)");
    }

    /** A stream of a PV guest whose vCPU 1 has these octets at these places of its context. */
    private Path pv(String name, int width, byte[] context) throws IOException {
        Path file = folder.resolve(name);
        ImageHeader header = new ImageHeader(3, ImageHeader.Options.of(false));
        try (LibxcWriter writer =
                LibxcWriter.create(file, header, new DomainHeader(DomainHeaderType.X86_PV, 12, 4, 19))) {
            writer.write(new X86PvInfo(width, width == 4 ? 3 : 4))
                    .write(new StaticDataEnd())
                    .write(new X86PvP2mFrames(0, 0, Scalars.of(0)))
                    .write(pages(0))
                    .write(new X86PvVcpuBasic(1, Octets.of(context)))
                    .write(new End());
        }
        return file;
    }

    @Test
    void registers_of_a_pv_guest_go_by_their_names() throws IOException {
        byte[] wide = new byte[5168];
        Path a = pv("a", 8, wide);
        wide[648] = 7;
        wide[4984 + 24 + 1] = 0x30;
        wide[5160 + 7] = (byte) 0x80;
        wide[720 + 16] = 1;
        assertThat(compare(a, pv("b", 8, wide))).isEqualTo(1);
        assertThat(out)
                .isEqualTo(
                        """
                        libxc/X86_PV_VCPU_BASIC[1].rip: 0 | 7
                        libxc/X86_PV_VCPU_BASIC[1].trap[1]: %s | 01%s
                        libxc/X86_PV_VCPU_BASIC[1].ctrlreg[3]: 0 | 12288 (0x3000)
                        libxc/X86_PV_VCPU_BASIC[1].gs_base_user: 0 | 9223372036854775808 (0x8000000000000000)
                        a and b: different
                        """
                                .formatted("00".repeat(16), "00".repeat(15)));
        byte[] narrow = new byte[2800];
        a = pv("a", 4, narrow);
        narrow[524] = 9;
        narrow[2796] = 1;
        assertThat(compare(a, pv("b", 4, narrow))).isEqualTo(1);
        assertThat(out).contains("[1].edx: 0 | 9\n", "[1].vm_assist: 0 | 1\n").hasLineCount(3);
    }

    @Test
    void pages_are_told_as_ranges_of_which_the_first_are_shown() throws IOException {
        Path a = image("a", pages(1, 2, 3, 5, 7, 9, 20, 21));
        Path b = image("b", pages(-1, -2, 3, -5, -7, 9, 0x100, 0x101, 0x102));
        assertThat(compare(a, b, "--pages", "2")).isEqualTo(1);
        assertThat(out)
                .isEqualTo(
                        """
                        pages changed: 4: 0x1-0x2, 0x5 and 1 more ranges (--pages all)
                        pages added: 3: 0x100-0x102
                        pages removed: 2: 0x14-0x15
                        a and b: different
                        """);
        assertThat(compare(a, b, "--pages", "all")).isEqualTo(1);
        assertThat(out).contains("pages changed: 4: 0x1-0x2, 0x5, 0x7\n");
        assertThat(compare(a, b, "--pages", "some")).isEqualTo(2);
    }

    @Test
    void the_type_of_a_page_counts_and_a_page_to_allocate_is_one_of_zeros() throws IOException {
        PageData zero = new PageData(List.of(PageData.Pfn.of(4, PfinfoType.NOTAB)), List.of(Octets.zeroes(4096)));
        PageData table = new PageData(List.of(PageData.Pfn.of(4, PfinfoType.L1TAB)), List.of(Octets.zeroes(4096)));
        PageData allocated = new PageData(List.of(PageData.Pfn.of(4, PfinfoType.XALLOC)), List.of());
        assertThat(compare(image("a", zero), image("b", allocated))).isZero();
        assertThat(compare(image("a", zero), image("b", table))).isEqualTo(1);
        assertThat(out).contains("pages changed: 1: 0x4\n");
    }

    private Path save(String name, String size, byte[] state) throws IOException {
        Path file = folder.resolve(name);
        try (LibxlWriter writer = LibxlWriter.create(file, new Header(Header.Options.of(false, false)))) {
            writer.write(new LibxcContext());
            writer.libxc(
                            new ImageHeader(3, ImageHeader.Options.of(false)),
                            new DomainHeader(DomainHeaderType.X86_HVM, 12, 4, 19))
                    .write(new StaticDataEnd())
                    .write(pages(1))
                    .write(new End());
            writer.write(new EmulatorXenstoreData(
                    EmulatorRecordsEmulatorId.QEMU_UPSTREAM,
                    0,
                    List.of(
                            new XenstoreKeyValueData("physmap/f0/size", size),
                            new XenstoreKeyValueData("physmap/f0/name", "vga.ram"))));
            writer.write(new EmulatorContext(EmulatorRecordsEmulatorId.QEMU_UPSTREAM, 0, Octets.of(state)));
            writer.write(new io.streamspec.xen.libxl.End());
        }
        return file;
    }

    @Test
    void what_the_emulator_keeps_goes_by_key_and_its_state_by_size_and_hash() throws IOException {
        assertThat(compare(save("a", "100", new byte[100_000]), save("b", "200", new byte[100_001])))
                .isEqualTo(1);
        assertThat(out)
                .contains("libxl/EMULATOR_XENSTORE_DATA[0].xenstore_key_value_data[physmap/f0/size].value: 100 | 200\n")
                .containsPattern(
                        "libxl/EMULATOR_CONTEXT\\[0].emulator_ctx: 100000 octets, SHA-256 [0-9a-f]{64} \\| 1000"
                                + "01 octets, SHA-256 ")
                .hasLineCount(3);
    }

    @Test
    void a_bare_stream_is_compared_with_the_one_inside_of_another() throws IOException {
        assertThat(compare(image("a", pages(1)), save("b", "1", new byte[1]))).isEqualTo(1);
        assertThat(out).doesNotContain("libxc/", "pages").contains("libxl/header.options.endianness: - | false\n");
    }

    @Test
    void json_has_the_same_as_one_object() throws IOException {
        Path a = image("a", pages(1), new X86TscInfo(0, 1, 2, 3));
        Path b = image("b", pages(2), new X86TscInfo(0, 1, 2, 4));
        assertThat(compare(a, b, "--json")).isEqualTo(1);
        try (JsonParser parser = new JsonFactory().createParser(out)) {
            while (parser.nextToken() != null) {
                assertThat(parser.currentToken()).isNotNull();
            }
        }
        assertThat(out)
                .isEqualTo(
                        "{\"a\":\"a\",\"b\":\"b\",\"same\":false,\"values\":[{\"name\":\"libxc/X86_TSC_INFO.incarnation\","
                                + "\"a\":\"3\",\"b\":\"4\"}],\"pages\":{\"compared\":true,\"changed\":{\"count\":0,\"ranges\":[],"
                                + "\"untold\":0},\"added\":{\"count\":1,\"ranges\":[[2,2]],\"untold\":0},\"removed\":{\"count\":1,"
                                + "\"ranges\":[[1,1]],\"untold\":0}}}\n");
    }

    @Test
    void what_cannot_be_read_is_told_with_the_name_of_its_file() throws IOException {
        Path a = image("a", pages(1));
        byte[] octets = Files.readAllBytes(a);
        Path broken = Files.write(folder.resolve("broken"), Arrays.copyOf(octets, octets.length - 1));
        assertThat(compare(a, broken)).isEqualTo(2);
        assertThat(err)
                .startsWith("streamspec: broken: octet ")
                .contains("truncated")
                .hasLineCount(1);
        assertThat(out).isEmpty();
        assertThat(compare(folder.resolve("absent"), a)).isEqualTo(2);
        assertThat(err).isEqualTo("streamspec: absent: there is no such file\n");
        assertThat(compare(a, Files.writeString(folder.resolve("text"), "just text")))
                .isEqualTo(2);
        assertThat(err).contains("streamspec: text: it is no stream of Xen's");
        assertThat(compare("-", "-")).isEqualTo(2);
    }
}
