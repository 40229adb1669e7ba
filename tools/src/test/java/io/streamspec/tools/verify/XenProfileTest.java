package io.streamspec.tools.verify;

import static io.streamspec.tools.corpus.Samples.PAGE_SHIFT;
import static io.streamspec.tools.corpus.Samples.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.tools.corpus.Bytes;
import io.streamspec.tools.corpus.Sample;
import io.streamspec.tools.corpus.Samples;
import io.streamspec.tools.stream.StreamSource;
import io.streamspec.tools.xen.XenRule;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Xen's restorer asks beyond the specifications, and what it does not look at. */
class XenProfileTest {

    private static final Sample HVM = Samples.hvm(PAGE_SHIFT);
    private static final Sample PV = Samples.pv(PAGE_SHIFT);
    private static final Map<XenRule, Sample> BROKEN = new EnumMap<>(XenRule.class);

    static {
        Bytes optional = record(0x8000_0001L, Bytes.little());
        BROKEN.put(
                XenRule.LITTLE_ENDIAN,
                Sample.empty()
                        .then(
                                "header",
                                Bytes.big().u64(0x4C69_6278_6C46_6D74L).u32(2).u32(1)));
        BROKEN.put(XenRule.PAGE_SIZE, Samples.hvm(13));
        BROKEN.put(XenRule.EMULATOR_HVM_ONLY, Samples.libxl(Samples.pv(PAGE_SHIFT)));
        BROKEN.put(XenRule.NO_OPTIONAL_LIBXL, Samples.libxl(PAGE_SHIFT).before("libxl END", "X", optional));
        Sample remus = Samples.remus(PAGE_SHIFT);
        BROKEN.put(XenRule.NO_OPTIONAL_IN_CHECKPOINT, remus.then("X", optional));
        Bytes end = record(0x10, Bytes.little());
        BROKEN.put(XenRule.STATIC_DATA_ENDS_ONCE, Samples.hvmOld(PAGE_SHIFT).before("END", "STATIC_DATA_END", end));
        BROKEN.put(XenRule.PFN_WITHIN, PV.patch("PAGE_DATA", 16, Bytes.little().u64(0x1000)));
        BROKEN.put(
                XenRule.P2M_PAGES,
                PV.patch("X86_PV_P2M_FRAMES", 16, Bytes.little().u64(2)));
        BROKEN.put(XenRule.FIRST_VCPU, PV.without("X86_PV_VCPU_BASIC"));
        Bytes shorter = record(4, Bytes.little().u64(0).zeroes(2800));
        BROKEN.put(XenRule.BASIC_SIZE, PV.with("X86_PV_VCPU_BASIC", shorter));
        int context = 16;
        BROKEN.put(
                XenRule.CR3_PAGE,
                PV.patch("X86_PV_VCPU_BASIC", context + 5008, Bytes.little().u64(0x1000)));
        BROKEN.put(
                XenRule.START_INFO_PAGE,
                PV.patch("X86_PV_VCPU_BASIC", context + 616, Bytes.little().u64(2)));
        BROKEN.put(
                XenRule.GDT_ENTRIES,
                PV.patch("X86_PV_VCPU_BASIC", context + 4960, Bytes.little().u64(7169)));
        BROKEN.put(XenRule.CONTEXT, HVM.without("HVM_CONTEXT"));
        BROKEN.put(XenRule.HVM_PARAM, HVM.patch("HVM_PARAMS", 16, Bytes.little().u64(13)));
        BROKEN.put(
                XenRule.CPUID_LEAF,
                HVM.patch("X86_CPUID_POLICY", 8, Bytes.little().u32(0x20)));
        Bytes leaves = Bytes.little();
        for (int i = 0; i <= 120; i++) {
            leaves.u32(0).u32(-1).zeroes(16);
        }
        BROKEN.put(XenRule.CPUID_COUNT, HVM.with("X86_CPUID_POLICY", record(0x11, leaves)));
        BROKEN.put(
                XenRule.POLICY_MSR,
                HVM.patch("X86_MSR_POLICY", 8, Bytes.little().u32(0x10)));
        BROKEN.put(
                XenRule.VCPU_MSR,
                PV.patch("X86_PV_VCPU_MSRS", 16, Bytes.little().u32(0x10)));
        Bytes area = record(6, Bytes.little().u64(0).u64(7).u64(7).zeroes(8));
        BROKEN.put(XenRule.XSAVE_SIZE, PV.with("X86_PV_VCPU_XSAVE", area));
        BROKEN.put(
                XenRule.EXTENDED_SIZE,
                PV.patch("X86_PV_VCPU_EXTENDED", 20, Bytes.little().u32(16)));
    }

    private final StringWriter out = new StringWriter();

    private int verify(Sample sample, Profile profile) throws IOException {
        return verify(ByteBuffer.wrap(sample.octets()), profile);
    }

    private int verify(ByteBuffer octets, Profile profile) throws IOException {
        VerifyOptions options = new VerifyOptions(profile, Trailing.WARN, false, 1000, "", Showing.NEVER);
        PrintWriter to = new PrintWriter(out);
        return new Verify(to, to, options).run(StreamSource.of("s", octets));
    }

    @ParameterizedTest
    @EnumSource
    void what_xen_refuses_is_an_error_of_its_profile(XenRule rule) throws IOException {
        assertThat(BROKEN).containsKey(rule);
        assertThat(verify(BROKEN.get(rule), Profile.XEN)).as(out.toString()).isEqualTo(1);
        assertThat(out.toString()).containsPattern("s:0x[0-9a-f]+: error: .* \\[xen, .*: " + rule.id() + "]");
    }

    @ParameterizedTest
    @EnumSource
    void what_xen_alone_refuses_is_nothing_to_a_receiver(XenRule rule) throws IOException {
        verify(BROKEN.get(rule), Profile.RECEIVER);
        assertThat(out.toString()).doesNotContain("xen.");
        Set<XenRule> alsoOthers =
                Set.of(XenRule.LITTLE_ENDIAN, XenRule.STATIC_DATA_ENDS_ONCE, XenRule.NO_OPTIONAL_IN_CHECKPOINT);
        if (!alsoOthers.contains(rule)) {
            assertThat(out.toString()).doesNotContain("error:");
        }
    }

    @Test
    void what_xen_does_not_look_at_is_a_note_of_its_profile() throws IOException {
        Sample filled = HVM.with("STATIC_DATA_END", record(0x10, Bytes.little().u64(0)));
        assertThat(verify(filled, Profile.XEN)).as(out.toString()).isZero();
        assertThat(out.toString()).contains("note: ").contains("static_data_end.layout");
        assertThat(verify(filled, Profile.RECEIVER)).isEqualTo(1);
    }

    @Test
    void a_big_endian_header_of_xl_is_refused_by_xen_alone() throws IOException {
        Sample big = Samples.xl(PAGE_SHIFT)
                .patch(
                        "xl header",
                        32,
                        Bytes.big().u32(0x01020304).u32(3).u32(0).u32(8).u32(4));
        assertThat(verify(big, Profile.RECEIVER)).as(out.toString()).isZero();
        assertThat(verify(big, Profile.XEN)).isEqualTo(1);
        assertThat(out.toString()).contains("s:0x20: error: xl/header.byteorder: found big-endian");
    }

    @Test
    void a_stream_that_breaks_off_behind_a_checkpoint_is_one_that_xen_resumes_a_guest_from() throws IOException {
        Sample remus = Samples.remus(PAGE_SHIFT);
        int whole = remus.octets().length;
        int resumable = remus.offset("CHECKPOINT_END") + 8;
        for (int octets = 16; octets < whole; octets++) {
            out.getBuffer().setLength(0);
            int exitCode = verify(ByteBuffer.wrap(remus.octets()).limit(octets), Profile.XEN);
            assertThat(exitCode).as(octets + ": " + out).isEqualTo(octets < resumable ? 1 : 0);
        }
        assertThat(verify(remus.then("half", Bytes.little().u32(1)), Profile.XEN))
                .as(out.toString())
                .isZero();
        assertThat(out.toString())
                .contains(
                        "note: libxl#3: found the end of the stream, expected a whole round; Xen drops this one and resumes"
                                + " checkpoint 2 [xen, Failover: xen.failover]");
        assertThat(verify(remus.then("half", Bytes.little().u32(1)), Profile.RECEIVER))
                .isEqualTo(1);
    }

    @Test
    void xen_reads_the_state_of_a_checkpoint_and_takes_what_is_behind_it() throws IOException {
        assertThat(verify(Samples.colo(PAGE_SHIFT, 8), Profile.XEN))
                .as(out.toString())
                .isZero();
        Sample none = Samples.colo(PAGE_SHIFT, 4).with("CHECKPOINT_STATE", record(5, Bytes.little()));
        assertThat(verify(none, Profile.XEN)).isEqualTo(1);
        assertThat(out.toString()).contains("error: ").contains("checkpoint_state.layout");
    }

    @Test
    void xen_takes_a_policy_behind_the_static_data() throws IOException {
        Sample late = HVM.move("X86_CPUID_POLICY", "PAGE_DATA");
        assertThat(verify(late, Profile.RECEIVER)).isEqualTo(1);
        assertThat(verify(late, Profile.XEN)).as(out.toString()).isZero();
    }
}
