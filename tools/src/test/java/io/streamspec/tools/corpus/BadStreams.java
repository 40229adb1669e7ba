package io.streamspec.tools.corpus;

import static io.streamspec.tools.corpus.Samples.PAGE_SHIFT;
import static io.streamspec.tools.corpus.Samples.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Streams that are wrong in one way each, and what has to be found of it. */
public final class BadStreams {

    private static final String ERROR = "error";
    private static final String WARNING = "warning";
    private static final String NOTE = "note";

    private final List<Case> cases = new ArrayList<>();
    private final Sample hvm = Samples.hvm(PAGE_SHIFT);
    private final Sample old = Samples.hvmOld(PAGE_SHIFT);
    private final Sample pv = Samples.pv(PAGE_SHIFT);
    private final Sample libxl = Samples.libxl(PAGE_SHIFT);
    private final Sample remus = Samples.remus(PAGE_SHIFT);

    private BadStreams() {
        headers();
        reserved();
        lengths();
        types();
        order();
        pages();
        contents();
        checkpoints();
        ends();
        files();
        contexts();
    }

    /**
     * A stream, and the finding that a receiver gets.
     *
     * @param severity {@code error}, {@code warning} or {@code note}
     * @param offset where, in octets
     */
    public record Case(String name, byte[] octets, String severity, int offset, String rule) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** All of them. */
    public static List<Case> all() {
        return new BadStreams().cases;
    }

    private void add(String name, Sample sample, String severity, int offset, String rule) {
        cases.add(new Case(name, sample.octets(), severity, offset, rule));
    }

    /** Changes octets at {@code at} of a part, where the finding is told too. */
    private void patch(Sample sample, String part, int at, Bytes octets, String severity, String rule) {
        add(part + " at " + at + ": " + rule, sample.patch(part, at, octets), severity, sample.offset(part) + at, rule);
    }

    private static Bytes little() {
        return Bytes.little();
    }

    private void headers() {
        patch(libxl, "image_header", 0, little().u8(0xFE), ERROR, "image_header.marker.constant");
        patch(libxl, "image_header", 8, little().text("YENF"), ERROR, "image_header.id.constant");
        patch(libxl, "header", 8, Bytes.big().u32(3), ERROR, "header.version.constant");
        patch(hvm, "image_header", 12, Bytes.big().u32(1), ERROR, "image_header.version.constant");
        patch(hvm, "image_header", 12, Bytes.big().u32(4), ERROR, "image_header.version.constant");
        patch(hvm, "domain_header", 0, little().u32(3), ERROR, "domain_header.supported_type");
        patch(hvm, "domain_header", 4, little().u16(28), ERROR, "domain_header.page_shift_at_most_27");
    }

    private void reserved() {
        patch(libxl, "header", 12, Bytes.big().u32(0x10000), NOTE, "header.options.reserved");
        patch(hvm, "image_header", 16, Bytes.big().u16(2), NOTE, "image_header.options.reserved");
        patch(hvm, "image_header", 18, little().u8(1), NOTE, "image_header.reserved.zero");
        patch(hvm, "domain_header", 6, little().u16(1), NOTE, "domain_header.reserved.zero");
        patch(hvm, "PAGE_DATA", 12, little().u32(1), NOTE, "page_data.reserved.zero");
        patch(hvm, "PAGE_DATA", 16, little().u64(1L << 52), NOTE, "page_data.pfn.reserved");
        patch(hvm, "X86_TSC_INFO", 28, little().u32(1), NOTE, "x86_tsc_info.reserved.zero");
        patch(hvm, "HVM_PARAMS", 12, little().u32(1), NOTE, "hvm_params.reserved.zero");
        patch(pv, "X86_PV_INFO", 10, little().u8(1), NOTE, "x86_pv_info.reserved.zero");
        patch(pv, "X86_PV_VCPU_BASIC", 12, little().u32(1), NOTE, "x86_pv_vcpu_basic.reserved.zero");
        patch(pv, "X86_PV_VCPU_MSRS", 20, little().u32(1), NOTE, "vcpu_msr.reserved.zero");
        Bytes padded = record(2, little().u32(2).u32(0).text("key\0valu\0"));
        add(
                "padding that is not zero",
                libxl.with("EMULATOR_XENSTORE_DATA", padded).patch("EMULATOR_XENSTORE_DATA", 31, little().u8(1)),
                NOTE,
                libxl.offset("EMULATOR_XENSTORE_DATA") + 31,
                "record_overview.padding.zero");
    }

    private void lengths() {
        for (String part : List.of(
                "X86_CPUID_POLICY", "X86_MSR_POLICY", "STATIC_DATA_END", "PAGE_DATA", "X86_TSC_INFO", "HVM_PARAMS")) {
            length(hvm, part, 1);
            if (!part.equals("STATIC_DATA_END")) {
                length(hvm, part, -1);
            }
        }
        length(hvm, "END", 1);
        for (String part : List.of("X86_PV_INFO", "X86_PV_P2M_FRAMES", "SHARED_INFO", "X86_PV_VCPU_MSRS")) {
            length(pv, part, 1);
            length(pv, part, -1);
        }
        claim(hvm, "PAGE_DATA", -1, "records.body_length.limit");
        claim(hvm, "HVM_CONTEXT", 0x0800_0001L, "records.body_length.limit");
        claim(libxl, "EMULATOR_CONTEXT", 0xFFFF_FFF9L, "record_overview.body_length.limit");
    }

    /** A length that no body may have, which is told at the head. */
    private void claim(Sample sample, String part, long length, String rule) {
        Sample claiming = sample.patch(part, 4, little().u32(length));
        add(part + " claims " + length + " octets", claiming, ERROR, sample.offset(part), rule);
    }

    /** A body of another length, with the padding that it needs. */
    private void length(Sample sample, String part, int change) {
        int at = sample.offset(part);
        byte[] octets = sample.octets();
        int type = octets[at] & 0xFF;
        int size = (octets[at + 4] & 0xFF) + (octets[at + 5] & 0xFF) * 256;
        Bytes body = little();
        for (int i = 0; i < size + change; i++) {
            body.u8(i < size ? octets[at + 8 + i] : 0);
        }
        String rule = part.toLowerCase(Locale.ROOT) + ".layout";
        add(part + " of " + (size + change) + " octets", sample.with(part, record(type, body)), ERROR, -1, rule);
    }

    private void types() {
        Bytes mandatory = record(0x13, little());
        Bytes optional = record(0x8000_0001L, little().u64(0));
        add(
                "an unknown mandatory record",
                hvm.before("END", "X", mandatory),
                ERROR,
                hvm.offset("END"),
                "records.type.known");
        add(
                "an unknown mandatory record of libxl",
                libxl.before("libxl END", "X", record(6, little())),
                ERROR,
                libxl.offset("libxl END"),
                "record_overview.type.known");
        sound("an unknown optional record", hvm.before("END", "X", optional));
        sound("an unknown optional record of libxl", libxl.before("libxl END", "X", optional));
    }

    private void sound(String name, Sample sample) {
        cases.add(new Case(name, sample.octets(), "", 0, ""));
    }

    private void order() {
        Sample swapped = hvm.move("HVM_CONTEXT", "HVM_PARAMS");
        add(
                "HVM_PARAMS behind HVM_CONTEXT",
                swapped,
                WARNING,
                swapped.offset("HVM_PARAMS"),
                "order.hvm_params_before_hvm_context");
        misplaced(hvm.without("STATIC_DATA_END"), "PAGE_DATA", "order.x86_hvm_v3");
        add("two STATIC_DATA_END", hvm.twice("STATIC_DATA_END"), ERROR, hvm.offset("PAGE_DATA"), "order.x86_hvm_v3");
        misplaced(
                pv.move("PAGE_DATA", "X86_PV_P2M_FRAMES"),
                "X86_PV_P2M_FRAMES",
                "order.x86_pv_p2m_frames_before_page_data");
        misplaced(
                hvm.before("END", "SHARED_INFO", record(7, little().zeroes(4096))), "SHARED_INFO", "order.x86_hvm_v3");
        misplaced(
                old.before("PAGE_DATA", "STATIC_DATA_END", record(0x10, little())),
                "STATIC_DATA_END",
                "order.x86_hvm_v2");
        misplaced(hvm.before("END", "TOOLSTACK", record(0xB, little().u64(0))), "TOOLSTACK", "order.x86_hvm_v3");
        misplaced(hvm.before("END", "LIST", record(0xF, little().u64(0))), "LIST", "order.x86_hvm_v3");
        misplaced(libxl.move("EMULATOR_CONTEXT", "LIBXC_CONTEXT"), "EMULATOR_CONTEXT", "order.plain");
        Bytes pairs = record(2, little().u32(2).u32(0).text("key\0value\0"));
        Sample behind = libxl.without("EMULATOR_XENSTORE_DATA")
                .before("libxl END", "EMULATOR_XENSTORE_DATA", pairs)
                .before(
                        "libxl END",
                        "EMULATOR_CONTEXT",
                        record(3, little().u32(2).u32(1).text("QEVM").u32(3)));
        add(
                "device model before xenstore data",
                behind,
                WARNING,
                behind.offset("EMULATOR_XENSTORE_DATA"),
                "order.emulator_xenstore_data_before_emulator_context");
        add("a second image_header", hvm.twice("image_header"), ERROR, -1, "domain_header.supported_type");
        add("a second header of libxl", libxl.twice("header"), ERROR, 16, "record_overview.type.known");
    }

    private void misplaced(Sample sample, String part, String rule) {
        add(part + ": " + rule, sample, ERROR, sample.offset(part), rule);
    }

    private void pages() {
        patch(hvm, "PAGE_DATA", 16, little().u64(8L << 60), ERROR, "page_data.pfn.type.known");
        patch(pv, "PAGE_DATA", 16, little().u64(5L << 60), ERROR, "page_data.pfn.type.known");
        add("a batch of no pages", hvm.with("PAGE_DATA", record(1, little().u64(0))), ERROR, -1, "page_data.not_empty");
        Bytes batch = little().u32(1025).u32(0);
        for (int i = 0; i < 1025; i++) {
            batch.u64(0xF000_0000_0000_0000L | i);
        }
        add("a batch of 1025 pages", hvm.with("PAGE_DATA", record(1, batch)), WARNING, -1, "page_data.batch_size");
        Sample many = hvm.patch("PAGE_DATA", 8, little().u32(-1));
        add("a count that lies", many, ERROR, hvm.offset("PAGE_DATA") + 16, "page_data.layout");
    }

    private void contents() {
        add(
                "HVM_PARAMS of count 0",
                hvm.with("HVM_PARAMS", record(0xA, little().u64(0))),
                WARNING,
                -1,
                "hvm_params.not_empty");
        add("HVM_PARAMS of length 0", hvm.with("HVM_PARAMS", record(0xA, little())), ERROR, -1, "hvm_params.layout");
        add(
                "HVM_CONTEXT of length 0",
                hvm.with("HVM_CONTEXT", record(9, little())),
                ERROR,
                -1,
                "hvm_context.not_empty");
        Bytes pairing = record(2, little().u8(8).u8(3).zeroes(6));
        add("a guest of width 8 with 3 levels", pv.with("X86_PV_INFO", pairing), ERROR, -1, "");
        add(
                "a P2M that ends before it starts",
                pv.with("X86_PV_P2M_FRAMES", record(3, little().u32(3).u32(0).u64(0))),
                ERROR,
                -1,
                "x86_pv_p2m_frames.start_before_end");
        xenstore("a key without a value", "key\0", ERROR, "layout");
        xenstore("a value without its terminator", "key\0value", ERROR, "layout");
        xenstore("an odd number of strings", "key\0value\0other\0", ERROR, "layout");
        xenstore("an empty key", "\0value\0", ERROR, "relative_keys");
        xenstore("an absolute key", "/key\0value\0", ERROR, "relative_keys");
        xenstore("a key with a space", "a key\0value\0", WARNING, "key_letters");
        xenstore("a key that is not ASCII", "k\u00c3\u00a9y\0value\0", WARNING, "key_letters");
        xenstore("a value that is no UTF-8", "key\0\u00c3(\0", WARNING, "readable_values");
        Bytes unknown = record(3, little().u32(3).u32(0).text("QEVM").u32(3));
        add(
                "an unknown device model",
                libxl.with("EMULATOR_CONTEXT", unknown),
                WARNING,
                -1,
                "emulator_context.emulator_id.known");
    }

    private void xenstore(String name, String pairs, String severity, String rule) {
        Bytes body = little().u32(2).u32(0).text(pairs);
        Sample sample = libxl.with("EMULATOR_XENSTORE_DATA", record(2, body));
        add(name, sample, severity, -1, "emulator_xenstore_data." + rule);
    }

    private void checkpoints() {
        sound("a Remus stream that ends at a checkpoint", remus);
        sound("a COLO stream with messages of 4 octets", Samples.colo(PAGE_SHIFT, 4));
        sound("a COLO stream with messages of 8 octets", Samples.colo(PAGE_SHIFT, 8));
        Sample colo = Samples.colo(PAGE_SHIFT, 4);
        add(
                "a COLO message of no octets",
                colo.with("CHECKPOINT_STATE", record(5, little())),
                ERROR,
                -1,
                "checkpoint_state.layout");
        patch(colo, "CHECKPOINT_STATE", 8, little().u32(4), ERROR, "checkpoint_state.control_id.known");
        int half = remus.octets().length - 60;
        cases.add(
                new Case("a checkpoint cut in half", Arrays.copyOf(remus.octets(), half), ERROR, -1, "order.complete"));
    }

    private void ends() {
        cut(hvm.without("END"), "no END");
        cut(libxl.without("libxl END"), "no END of libxl");
        Sample followed = libxl.then("garbage", little().text("garbage"));
        add("garbage behind END", followed, WARNING, followed.offset("garbage"), "order.end");
    }

    private void cut(Sample sample, String name) {
        cases.add(new Case(name, sample.octets(), ERROR, sample.octets().length, ""));
    }

    private void files() {
        Sample xl = Samples.xl(PAGE_SHIFT);
        sound("an xl save file", xl);
        patch(xl, "xl header", 32, little().u32(5), ERROR, "header.byteorder.constant");
        patch(xl, "xl header", 36, little().u32(7), ERROR, "header.known_flags");
        patch(xl, "xl header", 40, little().u32(1), NOTE, "header.optional_flags.reserved");
        add(
                "a configuration longer than its header",
                xl.patch("xl header", 48, little().u32(5)),
                ERROR,
                -1,
                "header.layout");
        add("a header that claims 4 GiB", xl.patch("xl header", 44, little().u32(-1)), ERROR, -1, "header.limit");
        Sample libvirt = Samples.libvirt(PAGE_SHIFT);
        sound("a libvirt save file", libvirt);
        patch(libvirt, "libvirt header", 16, little().u32(3), ERROR, "header.version.constant");
        Sample suspended = Samples.suspended(PAGE_SHIFT);
        sound("a suspend image", suspended);
        add(
                "a suspend image without its end",
                suspended.without("END_OF_IMAGE"),
                ERROR,
                suspended.offset("END_OF_IMAGE"),
                "");
        Sample xenstore = Samples.xenstore();
        sound("a xenstore stream", xenstore);
        patch(xenstore, "xenstore header", 8, Bytes.big().u32(3), ERROR, "");
    }

    private void contexts() {
        Sample context = Samples.context();
        sound("an HVM context", context);
        add("an HVM context without its end", context.without("HVM END"), ERROR, context.offset("HVM END"), "");
        add("a timer that is too short", context.patch("PMTIMER", 4, little().u32(7)), ERROR, -1, "");
        Sample inside = hvm.patch("HVM_CONTEXT", 16, little().u32(1));
        add("a wrong magic in an HVM context", inside, ERROR, hvm.offset("HVM_CONTEXT") + 16, "header.magic.constant");
    }
}
