package io.streamspec.tools.corpus;

/** Sound streams of each kind, small, with pages of 16 octets where that matters to nobody. */
public final class Samples {

    /** Of most samples, so that every octet of them can be changed in a test. */
    public static final int SMALL_PAGE_SHIFT = 4;

    /** What Xen takes. */
    public static final int PAGE_SHIFT = 12;

    private static final int PV = 1;
    private static final int HVM = 2;

    private Samples() {}

    /** A record of a little-endian stream. */
    public static Bytes record(long type, Bytes body) {
        return Bytes.little().record(type, body);
    }

    private static Bytes empty(long type) {
        return record(type, Bytes.little());
    }

    private static Sample headers(int version, int type, int pageShift) {
        return Sample.empty()
                .then(
                        "image_header",
                        Bytes.big()
                                .u64(-1)
                                .u32(0x58454E46)
                                .u32(version)
                                .u16(0)
                                .u16(0)
                                .u32(0))
                .then(
                        "domain_header",
                        Bytes.little().u32(type).u16(pageShift).u16(0).u32(4).u32(22));
    }

    /** Four entries, of which two have contents. */
    private static Bytes pages(int pageShift) {
        Bytes body = Bytes.little()
                .u32(4)
                .u32(0)
                .u64(0)
                .u64(1)
                .u64(0xE000_0000_0000_0002L)
                .u64(0xD000_0000_0000_0003L);
        return record(1, body.zeroes(2 << pageShift));
    }

    private static Bytes tsc() {
        return record(8, Bytes.little().u32(1).u32(2_000_000).u64(12345).u32(1).u32(0));
    }

    /** Its first and last records. */
    public static Bytes hvmContext() {
        Bytes header = Bytes.little()
                .u16(1)
                .u16(0)
                .u32(24)
                .u32(0x54381286)
                .u32(1)
                .u64(-1)
                .u32(0x306C3)
                .u32(2_000_000);
        return header.u16(0).u16(0).u32(0);
    }

    private static Bytes hvmParams() {
        return record(
                0xA, Bytes.little().u32(2).u32(0).u64(1).u64(0xFEFFC).u64(17).u64(0xFEFFF));
    }

    /** An HVM guest, version 3, its parameters before its context. */
    public static Sample hvm(int pageShift) {
        return headers(3, HVM, pageShift)
                .then(
                        "X86_CPUID_POLICY",
                        record(
                                0x11,
                                Bytes.little()
                                        .u32(0)
                                        .u32(-1)
                                        .u32(13)
                                        .u32(1)
                                        .u32(2)
                                        .u32(3)))
                .then(
                        "X86_MSR_POLICY",
                        record(0x12, Bytes.little().u32(0xCE).u32(0).u64(0x8000_0000L)))
                .then("STATIC_DATA_END", empty(0x10))
                .then("PAGE_DATA", pages(pageShift))
                .then("X86_TSC_INFO", tsc())
                .then("HVM_PARAMS", hvmParams())
                .then("HVM_CONTEXT", record(9, hvmContext()))
                .then("END", empty(0));
    }

    /** The same as version 2, which has no static data. */
    public static Sample hvmOld(int pageShift) {
        return headers(2, HVM, pageShift)
                .then("PAGE_DATA", pages(pageShift))
                .then("X86_TSC_INFO", tsc())
                .then("HVM_PARAMS", hvmParams())
                .then("HVM_CONTEXT", record(9, hvmContext()))
                .then("END", empty(0));
    }

    /** A 64-bit PV guest whose pages are its P2M, its start info, and its highest page table. */
    public static Sample pv(int pageShift) {
        int framesPerPage = (1 << pageShift) / 8;
        Bytes frames = Bytes.little().u32(0).u32(3);
        for (int i = 0; i <= 3 / framesPerPage; i++) {
            frames.u64(0);
        }
        Bytes entries = Bytes.little().u32(3).u32(0).u64(0).u64(1).u64(0x4000_0000_0000_0002L);
        return headers(3, PV, pageShift)
                .then("X86_PV_INFO", record(2, Bytes.little().u8(8).u8(4).zeroes(6)))
                .then("STATIC_DATA_END", empty(0x10))
                .then("X86_PV_P2M_FRAMES", record(3, frames))
                .then("PAGE_DATA", record(1, entries.zeroes(3 << pageShift)))
                .then("X86_TSC_INFO", tsc())
                .then("SHARED_INFO", record(7, Bytes.little().zeroes(4096)))
                .then(
                        "X86_PV_VCPU_BASIC",
                        record(4, Bytes.little().u32(0).u32(0).add(vcpuContext())))
                .then(
                        "X86_PV_VCPU_EXTENDED",
                        record(5, Bytes.little().u32(0).u32(0).u32(0).u32(64).zeroes(56)))
                .then(
                        "X86_PV_VCPU_XSAVE",
                        record(6, Bytes.little().u32(0).u32(0).u64(7).u64(7)))
                .then(
                        "X86_PV_VCPU_MSRS",
                        record(
                                0xC,
                                Bytes.little().u32(0).u32(0).u32(0x48).u32(0).u64(1)))
                .then("END", empty(0));
    }

    /** Its start info is page 1, its page table page 2. */
    private static Bytes vcpuContext() {
        return Bytes.little()
                .zeroes(616)
                .u64(1)
                .zeroes(4984 + 24 - 624)
                .u64(2L << PAGE_SHIFT)
                .zeroes(5168 - 5016);
    }

    /** A libxl stream around an HVM guest. */
    public static Sample libxl(int pageShift) {
        return libxl(hvm(pageShift));
    }

    /** A libxl stream around a libxc stream, with a device model. */
    public static Sample libxl(Sample libxc) {
        return libxlHeader().then(libxc).then(devices()).then("libxl END", empty(0));
    }

    private static Sample libxlHeader() {
        return Sample.empty()
                .then("header", Bytes.big().u64(0x4C69_6278_6C46_6D74L).u32(2).u32(0))
                .then("LIBXC_CONTEXT", empty(1));
    }

    private static Sample devices() {
        Bytes pairs = Bytes.little().u32(2).u32(0).text("physmap/0/size\0").text("1000\0");
        return Sample.empty()
                .then("EMULATOR_XENSTORE_DATA", record(2, pairs))
                .then(
                        "EMULATOR_CONTEXT",
                        record(3, Bytes.little().u32(2).u32(0).text("QEVM").u32(3)));
    }

    /** A checkpointed libxl stream of two rounds, which ends behind the second. */
    public static Sample remus(int pageShift) {
        return checkpointed(pageShift, false);
    }

    /** The same with the messages of COLO between its rounds, their bodies of {@code size} octets. */
    public static Sample colo(int pageShift, int size) {
        Sample stream = checkpointed(pageShift, true);
        return size == 4
                ? stream
                : stream.with(
                        "CHECKPOINT_STATE", record(5, Bytes.little().u32(0).zeroes(size - 4)));
    }

    private static Sample checkpointed(int pageShift, boolean colo) {
        Sample stream = libxlHeader()
                .then(headers(3, HVM, pageShift))
                .then("STATIC_DATA_END", empty(0x10))
                .then(round(pageShift));
        if (colo) {
            stream = stream.then("CHECKPOINT_STATE", record(5, Bytes.little().u32(0)));
        }
        return stream.then(round(pageShift));
    }

    private static Sample round(int pageShift) {
        return Sample.empty()
                .then("PAGE_DATA", pages(pageShift))
                .then("X86_TSC_INFO", tsc())
                .then("HVM_PARAMS", hvmParams())
                .then("HVM_CONTEXT", record(9, hvmContext()))
                .then("CHECKPOINT", empty(0xE))
                .then(devices())
                .then("CHECKPOINT_END", empty(4));
    }

    /** An xl save file with a configuration of 4 octets around a libxl stream. */
    public static Sample xl(int pageShift) {
        Bytes header = Bytes.little()
                .text("Xen saved domain, xl format\n \0 \r")
                .u32(0x01020304)
                .u32(3)
                .u32(0)
                .u32(8)
                .u32(4)
                .text("{ }\0");
        return Sample.empty().then("xl header", header).then(libxl(pageShift));
    }

    /** A libvirt save file with XML of 5 octets around a libxl stream. */
    public static Sample libvirt(int pageShift) {
        Bytes header = Bytes.little()
                .text("libvirt-xml\n \0 \r")
                .u32(2)
                .u32(5)
                .zeroes(40)
                .text("<a/>\0");
        return Sample.empty().then("libvirt header", header).then(libxl(pageShift));
    }

    /** A suspend image: its metadata, a libxc stream, a device model's state. */
    public static Sample suspended(int pageShift) {
        return Sample.empty()
                .then("signature", Bytes.little().text("XenSavedDomv2-\n"))
                .then("XENOPS", Bytes.little().u64(0xF).u64(2).text("()"))
                .then("LIBXC", Bytes.little().u64(0xF0).u64(0))
                .then(hvm(pageShift))
                .then("QEMU_TRAD", Bytes.little().u64(0xF00).u64(4).text("QEVM"))
                .then("END_OF_IMAGE", Bytes.little().u64(0xFFFF).u64(0));
    }

    /** An HVM context by itself, with the state of a timer and of the TSC. */
    public static Sample context() {
        byte[] ends = hvmContext().array();
        return Sample.empty()
                .then("HEADER", Bytes.little().bytes(ends, 0, 32))
                .then(
                        "PMTIMER",
                        Bytes.little().u16(13).u16(0).u32(8).u32(7).u16(0).u16(0))
                .then("TSC_ADJUST", Bytes.little().u16(19).u16(0).u32(8).u64(5))
                .then("RTC", Bytes.little().u16(11).u16(0).u32(16).zeroes(16))
                .then("HVM END", Bytes.little().bytes(ends, 32, 8));
    }

    /** A xenstore stream with a node. */
    public static Sample xenstore() {
        Bytes node = Bytes.little()
                .u32(0)
                .u32(0)
                .u16(3)
                .u16(2)
                .u16(0)
                .u16(1)
                .text("n\0")
                .u16(0)
                .text("/a\0")
                .text("bc");
        return Sample.empty()
                .then("xenstore header", Bytes.big().text("xenstore").u32(1).u32(0))
                .then("GLOBAL_DATA", record(1, Bytes.little().u32(-1).u32(7)))
                .then("NODE_DATA", record(5, node))
                .then("xenstore END", empty(0));
    }
}
