package io.streamspec.tools.corpus;

import static io.streamspec.tools.corpus.Samples.SMALL_PAGE_SHIFT;

import java.util.LinkedHashMap;
import java.util.Map;

/** Twenty-five small streams of all kinds, every octet of which can be changed in a test. */
public final class SmallStreams {

    private SmallStreams() {}

    /** By what they are. */
    public static Map<String, Sample> all() {
        Map<String, Sample> all = new LinkedHashMap<>();
        Sample hvm = Samples.hvm(SMALL_PAGE_SHIFT);
        all.put("HVM", hvm);
        all.put("HVM of version 2", Samples.hvmOld(SMALL_PAGE_SHIFT));
        all.put("HVM without static data", hvm.without("X86_CPUID_POLICY").without("X86_MSR_POLICY"));
        all.put(
                "HVM with an optional record",
                hvm.before(
                        "END", "X", Samples.record(0x8000_0001L, Bytes.little().u8(1))));
        all.put("HVM with two batches", hvm.twice("PAGE_DATA"));
        all.put("HVM to be compared", hvm.before("X86_TSC_INFO", "VERIFY", Samples.record(0xD, Bytes.little())));
        all.put("HVM without an end", hvm.without("END"));
        all.put("HVM, followed", hvm.then("rest", Bytes.little().u32(1)));
        all.put("PV", Samples.pv(SMALL_PAGE_SHIFT));
        all.put(
                "PV of 32 bits",
                Samples.pv(SMALL_PAGE_SHIFT)
                        .patch("X86_PV_INFO", 8, Bytes.little().u8(4).u8(3))
                        .with(
                                "X86_PV_VCPU_BASIC",
                                Samples.record(4, Bytes.little().u64(0).zeroes(2800))));
        all.put(
                "PV without processors",
                Samples.pv(SMALL_PAGE_SHIFT).without("X86_PV_VCPU_BASIC").without("SHARED_INFO"));
        Sample libxl = Samples.libxl(SMALL_PAGE_SHIFT);
        all.put("libxl", libxl);
        all.put("libxl, converted", libxl.patch("header", 12, Bytes.big().u32(2)));
        all.put(
                "libxl without a device model",
                libxl.without("EMULATOR_XENSTORE_DATA").without("EMULATOR_CONTEXT"));
        all.put(
                "libxl with an optional record",
                libxl.before("libxl END", "X", Samples.record(0x8000_0001L, Bytes.little())));
        all.put("libxl without an inner stream's end", libxl.without("END"));
        all.put("Remus", Samples.remus(SMALL_PAGE_SHIFT));
        all.put("COLO", Samples.colo(SMALL_PAGE_SHIFT, 4));
        all.put("COLO with long messages", Samples.colo(SMALL_PAGE_SHIFT, 8));
        all.put("COLO, cut short", Samples.colo(SMALL_PAGE_SHIFT, 8).without("CHECKPOINT_END"));
        all.put("xl", Samples.xl(SMALL_PAGE_SHIFT));
        all.put("libvirt", Samples.libvirt(SMALL_PAGE_SHIFT));
        all.put("suspend image", Samples.suspended(SMALL_PAGE_SHIFT));
        all.put("HVM context", Samples.context());
        all.put("xenstore", Samples.xenstore());
        return all;
    }
}
