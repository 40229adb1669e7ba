package io.streamspec.xen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.Octets;
import io.streamspec.runtime.Scalars;
import io.streamspec.runtime.Validation;
import io.streamspec.runtime.Violation;
import io.streamspec.xen.libxc.Checkpoint;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.DomainHeaderType;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.HvmContext;
import io.streamspec.xen.libxc.HvmParams;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.LibxcRecord;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.StaticDataEnd;
import io.streamspec.xen.libxc.X86CpuidPolicy;
import io.streamspec.xen.libxc.X86PvInfo;
import io.streamspec.xen.libxc.X86PvP2mFrames;
import io.streamspec.xen.libxc.X86TscInfo;
import io.streamspec.xen.libxl.LibxlReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the generated checks say of streams, strictly and leniently. */
class ValidationTest {

    private static final LibxcRecord END = new End();
    private static final LibxcRecord SDE = new StaticDataEnd();
    private static final LibxcRecord TSC = new X86TscInfo(0, 1, 2, 3);
    private static final LibxcRecord PARAMS = new HvmParams(List.of(new HvmParams.Param(1, 2)));
    private static final LibxcRecord CONTEXT = new HvmContext(Octets.of((byte) 1));
    private static final LibxcRecord PAGES = pages(0x1000L);
    private static final LibxcRecord PV_INFO = new X86PvInfo(8, 4);
    private static final LibxcRecord FRAMES = new X86PvP2mFrames(0, 511, Scalars.of(7));

    private static LibxcRecord pages(long... pfns) {
        return new PageData(PageData.Pfn.all(pfns), Octets.each(ByteBuffer.allocate(4096 * pfns.length), 4096));
    }

    private static byte[] image(int version, DomainHeaderType type, LibxcRecord... records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageHeader image = new ImageHeader(version, ImageHeader.Options.of(false));
        try (LibxcWriter writer = LibxcWriter.to(out, image, new DomainHeader(type, 12, 4, 19))) {
            writer.unchecked();
            for (LibxcRecord record : records) {
                writer.write(record);
            }
        }
        return out.toByteArray();
    }

    private static byte[] hvm(LibxcRecord... records) throws IOException {
        return image(3, DomainHeaderType.X86_HVM, records);
    }

    private static byte[] pv(int version, LibxcRecord... records) throws IOException {
        return image(version, DomainHeaderType.X86_PV, records);
    }

    /** Walks over the octets in memory and from a stream, which must come to the same. */
    private static Validation check(byte[] octets, Validation validation) throws IOException {
        walk(LibxcReader.of(ByteBuffer.wrap(octets)), validation);
        Validation again = Validation.lenient();
        walk(LibxcReader.from(new ByteArrayInputStream(octets)), again);
        assertThat(again.violations()).startsWith(validation.violations().toArray(Violation[]::new));
        return validation;
    }

    private static void walk(LibxcReader reader, Validation validation) throws IOException {
        reader.validate(validation);
        boolean more = true;
        while (more) {
            more = reader.advance();
        }
    }

    private static List<String> strict(byte[] octets) throws IOException {
        Validation validation = Validation.strict();
        walk(LibxcReader.of(ByteBuffer.wrap(octets)), validation);
        return validation.violations().stream().map(Violation::toString).toList();
    }

    private static List<String> lenient(byte[] octets) throws IOException {
        Validation validation = Validation.lenient();
        walk(LibxcReader.from(new ByteArrayInputStream(octets)), validation);
        return validation.violations().stream().map(Violation::toString).toList();
    }

    static Stream<Arguments> soundStreams() throws IOException {
        return Stream.of(
                Arguments.of("an HVM image", hvm(SDE, PAGES, TSC, PARAMS, CONTEXT, END)),
                Arguments.of(
                        "an HVM image of version 2",
                        image(2, DomainHeaderType.X86_HVM, PAGES, TSC, PARAMS, CONTEXT, END)),
                Arguments.of("a PV image", pv(3, PV_INFO, SDE, FRAMES, PAGES, TSC, END)),
                Arguments.of("a PV image of version 2", pv(2, PV_INFO, FRAMES, PAGES, TSC, END)),
                Arguments.of(
                        "a checkpointed image",
                        hvm(
                                SDE,
                                PAGES,
                                TSC,
                                PARAMS,
                                CONTEXT,
                                new Checkpoint(),
                                PAGES,
                                TSC,
                                CONTEXT,
                                new Checkpoint())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("soundStreams")
    void a_sound_stream_has_no_violations(String what, byte[] octets) throws IOException {
        assertThat(strict(octets)).as(what).isEmpty();
        assertThat(lenient(octets)).isEmpty();
    }

    static Stream<Arguments> wrongStreams() throws IOException {
        return Stream.of(
                wrong(
                        "octet 40: record 0 (PAGE_DATA): order: PAGE_DATA instead of "
                                + "STATIC_DATA_END or X86_CPUID_POLICY or X86_MSR_POLICY [libxc-migration-stream#order.x86_hvm_v3]",
                        hvm(PAGES, SDE, END)),
                wrong(
                        "octet 48: record 1 (STATIC_DATA_END): order: STATIC_DATA_END instead of at most one "
                                + "STATIC_DATA_END; here, END or PAGE_DATA or X86_TSC_INFO or HVM_CONTEXT or HVM_PARAMS or VERIFY or CHECKPOINT [libxc-migration-stream#order.x86_hvm_v3]",
                        hvm(SDE, SDE, END)),
                wrong(
                        "octet 48: record 1 (X86_PV_INFO): order: X86_PV_INFO instead of END or PAGE_DATA or "
                                + "X86_TSC_INFO or HVM_CONTEXT or HVM_PARAMS or VERIFY or CHECKPOINT [libxc-migration-stream#order.x86_hvm_v3]",
                        hvm(SDE, PV_INFO, END)),
                wrong(
                        "octet 4184: record 3 (X86_PV_P2M_FRAMES): order: X86_PV_P2M_FRAMES behind the first PAGE_DATA "
                                + "instead of X86_PV_P2M_FRAMES before the first PAGE_DATA "
                                + "[libxc-migration-stream#order.x86_pv_p2m_frames_before_page_data]",
                        pv(3, PV_INFO, SDE, PAGES, FRAMES, END)),
                wrong(
                        "octet 80: record 2 (X86_CPUID_POLICY): order: X86_CPUID_POLICY behind the first "
                                + "STATIC_DATA_END instead of X86_CPUID_POLICY before the first STATIC_DATA_END [libxc-migration-stream#order.x86_cpuid_policy_before_static_data_end]",
                        image(2, DomainHeaderType.X86_PV, PV_INFO, FRAMES, new X86CpuidPolicy(List.of()), END)),
                wrong(
                        "octet 56: record 1 (X86_CPUID_POLICY): cpuid_policy: count(cpuid_policy) = 0 instead of "
                                + "count(cpuid_policy) > 0 [libxc-migration-stream#x86_cpuid_policy.not_empty]",
                        hvm(SDE, new X86CpuidPolicy(List.of()), END)),
                wrong(
                        "octet 56: record 1 (PAGE_DATA): count: count = 0 instead of count > 0 [libxc-migration-stream#page_data.not_empty]",
                        hvm(SDE, pages(), END)),
                wrong(
                        "octet 72: record 1 (PAGE_DATA): pfn[1].type: 0x5 instead of a value with a meaning "
                                + "[libxc-migration-stream#page_data.pfn.type.known]",
                        hvm(SDE, pages(1, 5L << 60), END)),
                wrong(
                        "octet 24: domain_header: type: 0x9 instead of a value with a meaning [libxc-migration-stream#domain_header.type.known]",
                        image(3, DomainHeaderType.of(9), END)));
    }

    private static Arguments wrong(String violation, byte[] octets) {
        return Arguments.of(violation, octets);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongStreams")
    void what_no_reader_may_accept_is_reported_in_both_modes(String violation, byte[] octets) throws IOException {
        assertThat(lenient(octets)).contains(violation);
        assertThat(strict(octets)).contains(violation);
    }

    @Test
    void what_only_writers_must_do_is_reported_by_the_strict_mode_alone() throws IOException {
        byte[] octets = hvm(SDE, CONTEXT, PARAMS, pages(1L << 55), END, END);
        octets[19] = 1; // reserved in the image header
        octets[32 - 2] = 2; // reserved in the domain header
        octets[48 + 8 + 1 + 3] = 3; // padding of HVM_CONTEXT
        assertThat(lenient(octets)).isEmpty();
        assertThat(strict(octets))
                .containsExactly(
                        "octet 19: image_header: reserved: 0x1 instead of 0x00 [libxc-migration-stream#image_header.reserved.zero]",
                        "octet 30: domain_header: reserved: 0x2 instead of 0x00 [libxc-migration-stream#domain_header.reserved.zero]",
                        "octet 60: record 1 (HVM_CONTEXT): padding: 0x3 instead of 0x00 [libxc-migration-stream#records.padding.zero]",
                        "octet 64: record 2 (HVM_PARAMS): order: HVM_PARAMS behind the first HVM_CONTEXT "
                                + "instead of HVM_PARAMS before the first HVM_CONTEXT "
                                + "[libxc-migration-stream#order.hvm_params_before_hvm_context]",
                        "octet 112: record 3 (PAGE_DATA): pfn[0]: 0x80000000000000 instead of reserved bits of 0 "
                                + "[libxc-migration-stream#page_data.pfn.reserved]",
                        "octet 4224: stream: end: more octets instead of nothing behind the last record [libxc-migration-stream#order.end]");
    }

    @Test
    void one_record_that_is_missing_is_told_once() throws IOException {
        assertThat(lenient(hvm(TSC, TSC, TSC, TSC, TSC, END)))
                .containsExactly(
                        "octet 40: record 0 (X86_TSC_INFO): order: X86_TSC_INFO instead of "
                                + "STATIC_DATA_END or X86_CPUID_POLICY or X86_MSR_POLICY [libxc-migration-stream#order.x86_hvm_v3]");
        assertThat(lenient(hvm(TSC, SDE, TSC, SDE, END)))
                .as("what comes behind a record that may come is told again")
                .hasSize(2);
    }

    @Test
    void lengths_that_do_not_fit_are_reported_and_the_walk_goes_on() throws IOException {
        byte[] octets = hvm(SDE, TSC, PARAMS, END);
        octets[48 + 4] = 20; // of TSC_INFO, padded to what it was
        octets[48 + 8 + 24 + 8] = 9; // parameters, of which there is one
        assertThat(lenient(octets))
                .containsExactly(
                        "octet 56: record 1 (X86_TSC_INFO): body: truncated: 4 more octets are needed"
                                + " instead of 24 octets [libxc-migration-stream#x86_tsc_info.layout]",
                        "octet 96: record 2 (HVM_PARAMS): param: truncated: 128 more octets are needed"
                                + " instead of 144 octets [libxc-migration-stream#hvm_params.layout]");
    }

    @Test
    void a_calculation_without_a_result_breaks_the_layout_of_the_record_that_needs_it() throws IOException {
        byte[] octets = pv(3, PV_INFO, SDE, FRAMES, END);
        octets[40 + 8] = 0; // the width of the guest, which the frames are divided by
        assertThat(lenient(octets)).anySatisfy(violation -> assertThat(violation)
                .contains("4096 / 0 has no value")
                .endsWith("[libxc-migration-stream#x86_pv_p2m_frames.layout]"));
        LibxcReader reader = LibxcReader.of(ByteBuffer.wrap(octets));
        assertThatThrownBy(() -> {
                    while (reader.advance()) {
                        reader.record();
                    }
                })
                .isInstanceOfSatisfying(
                        FormatException.class, fault -> assertThat(fault.rule()).isEqualTo("x86_pv_p2m_frames.layout"));
    }

    @Test
    void a_fault_that_was_reported_is_not_thrown_as_well() throws IOException {
        byte[] octets = pv(3, PV_INFO, SDE, END);
        octets[40 + 4] = 7; // of X86_PV_INFO, which later records depend on
        assertThat(lenient(octets)).hasSize(1).first().asString().contains("record 0 (X86_PV_INFO)");
    }

    @Test
    void a_truncated_body_names_its_record_when_it_is_checked_too() throws IOException {
        byte[] octets = Arrays.copyOf(hvm(SDE, TSC, END), 70);
        assertThatThrownBy(() -> lenient(octets))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("record 1 (X86_TSC_INFO)");
    }

    @Test
    void forwarded_records_are_checked_as_written_ones_are() throws IOException {
        LibxcReader in = LibxcReader.of(ByteBuffer.wrap(hvm(SDE, pages(1L << 55), END)));
        Validation validation = Validation.strict();
        LibxcWriter out = LibxcWriter.to(new ByteArrayOutputStream(), in.imageHeader(), in.domainHeader());
        out.validate(validation);
        while (in.advance()) {
            out.forward(in);
        }
        assertThat(validation.violations())
                .extracting(Violation::toString)
                .containsExactly(
                        "octet 64: record 1 (PAGE_DATA): pfn[0]: 0x80000000000000 instead of reserved bits of 0 "
                                + "[libxc-migration-stream#page_data.pfn.reserved]");
    }

    @Test
    void an_unknown_mandatory_record_is_a_violation_and_no_end() throws IOException {
        byte[] octets = hvm(SDE, new LibxcRecord.Unknown(0x55, Octets.EMPTY), END);
        assertThat(lenient(octets))
                .containsExactly(
                        "octet 48: record 1 (0x55): type: 0x55 instead of a known or an optional record [libxc-migration-stream#records.type.known]");
        assertThat(strict(hvm(SDE, new LibxcRecord.Unknown(0x8000_0055L, Octets.EMPTY), END)))
                .isEmpty();
    }

    @Test
    void a_stream_that_ends_where_it_must_not_is_reported_at_its_end() throws IOException {
        assertThat(lenient(hvm(SDE, PAGES)))
                .containsExactly("octet 4168: stream: order: the end of the stream instead of END or PAGE_DATA or "
                        + "X86_TSC_INFO or HVM_CONTEXT or HVM_PARAMS or VERIFY or CHECKPOINT "
                        + "[libxc-migration-stream#order.x86_hvm_v3]");
        byte[] half = Arrays.copyOf(hvm(SDE, TSC, END), 52);
        assertThatThrownBy(() -> lenient(half)).hasMessageContaining("record 1: head: truncated: 4 more octets");
        assertThatThrownBy(() -> lenient(hvm(PAGES)))
                .as("an end out of order has been told of as order, so that the missing head is told instead")
                .hasMessageContaining("record 1: head: truncated");
    }

    @Test
    void violations_are_collected_up_to_the_limit_and_counted_beyond() throws IOException {
        byte[] octets = hvm(SDE, pages(5L << 60, 6L << 60, 7L << 60), END);
        Validation validation = check(octets, Validation.lenient().limit(2));
        assertThat(validation.violations()).hasSize(2);
        assertThat(validation.isFull()).isTrue();
        assertThat(validation.count()).isGreaterThan(2);
    }

    @Test
    void a_failing_validation_stops_at_the_first() throws IOException {
        byte[] octets = hvm(SDE, pages(5L << 60, 6L << 60), END);
        assertThatThrownBy(() -> walk(
                        LibxcReader.of(ByteBuffer.wrap(octets)),
                        Validation.lenient().failing()))
                .isInstanceOf(FormatException.class)
                .hasMessage("octet 64: record 1 (PAGE_DATA): pfn[0].type: 0x5 instead of a value with a meaning");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongStreams")
    void a_writer_reports_what_a_reader_does_in_the_same_order(String violation, byte[] octets) throws IOException {
        Validation reading = Validation.strict();
        LibxcReader in = LibxcReader.of(ByteBuffer.wrap(octets));
        in.validate(reading);
        Validation writing = Validation.strict();
        try (LibxcWriter out = LibxcWriter.to(new ByteArrayOutputStream(), in.imageHeader(), in.domainHeader())) {
            out.validate(writing);
            while (in.advance()) {
                out.write(in.record());
            }
        }
        assertThat(writing.violations()).isEqualTo(reading.violations()).isNotEmpty();
    }

    @Test
    void readers_writers_and_validations_say_where_they_stand() throws IOException {
        LibxcReader in = LibxcReader.of(ByteBuffer.wrap(hvm(SDE, pages(5L << 60), END)));
        Validation validation = Validation.strict();
        in.validate(validation);
        assertThat(in).hasToString("LibxcReader at octet 40");
        in.advance();
        in.advance();
        assertThat(in).hasToString("LibxcReader at octet 48, record 1 (PAGE_DATA)");
        assertThat(validation).hasToString("strict, 1 violation");
        LibxcWriter out = LibxcWriter.to(new ByteArrayOutputStream(), in.imageHeader(), in.domainHeader());
        out.write(SDE);
        assertThat(out).hasToString("LibxcWriter at octet 48, record 1");
    }

    @Test
    void a_field_of_a_header_is_told_with_the_header_once() {
        assertThatThrownBy(() -> LibxcReader.of(ByteBuffer.allocate(24)))
                .isInstanceOf(FormatException.class)
                .hasMessage("octet 0: image_header.marker: is 0x0 instead of 0xffffffffffffffff");
    }

    @Test
    void a_truncated_header_is_named_once() {
        assertThatThrownBy(() -> LibxcReader.of(ByteBuffer.allocate(5)))
                .isInstanceOf(FormatException.class)
                .hasMessage("octet 0: image_header: truncated: 19 more octets are needed");
    }

    @Test
    void a_writer_refuses_what_a_reader_would_and_writes_nothing_of_it() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageHeader image = new ImageHeader(3, ImageHeader.Options.of(false));
        try (LibxcWriter writer = LibxcWriter.to(out, image, new DomainHeader(DomainHeaderType.X86_HVM, 12, 4, 19))) {
            for (LibxcRecord refused : List.of(PAGES, END, PV_INFO)) {
                assertThatThrownBy(() -> writer.write(refused))
                        .isInstanceOf(FormatException.class)
                        .hasMessageContaining("order");
            }
            writer.write(SDE);
            assertThatThrownBy(() -> writer.write(pages())).hasMessageContaining("count > 0");
            writer.write(PAGES).write(END);
        }
        assertThat(out.toByteArray()).isEqualTo(hvm(SDE, PAGES, END));
    }

    @Test
    void a_writer_refuses_values_without_a_meaning_only_if_it_is_told_to() throws IOException {
        ImageHeader image = new ImageHeader(3, ImageHeader.Options.of(false));
        DomainHeader domain = new DomainHeader(DomainHeaderType.X86_HVM, 12, 4, 19);
        LibxcWriter asked = LibxcWriter.to(new ByteArrayOutputStream(), image, domain);
        asked.validate(Validation.strict().failing());
        asked.write(SDE);
        assertThatThrownBy(() -> asked.write(pages(5L << 60))).hasMessageContaining("pfn[0].type");
        LibxcWriter unasked = LibxcWriter.to(new ByteArrayOutputStream(), image, domain);
        unasked.write(SDE).write(pages(5L << 60));
    }

    static Stream<Arguments> impliedEnds() throws IOException {
        return Stream.of(
                Arguments.of(pv(2, PV_INFO, FRAMES, PAGES, END), List.of(false, true, false, false)),
                Arguments.of(
                        image(2, DomainHeaderType.X86_HVM, PAGES, TSC, PARAMS, CONTEXT, END),
                        List.of(true, false, false, false, false)),
                Arguments.of(hvm(SDE, PAGES, END), List.of(false, false, false)));
    }

    @ParameterizedTest
    @MethodSource("impliedEnds")
    void version_2_implies_the_end_of_static_data_before_memory(byte[] octets, List<Boolean> expected)
            throws IOException {
        List<Boolean> implied = new ArrayList<>();
        LibxcReader reader = LibxcReader.of(ByteBuffer.wrap(octets));
        reader.validate(Validation.strict());
        while (reader.advance()) {
            implied.add(reader.state().orElseThrow().isImplied(StaticDataEnd.RECORD_TYPE));
        }
        assertThat(implied).isEqualTo(expected);
    }

    @Test
    void a_libxl_stream_is_checked_with_the_image_inside_of_it() throws IOException {
        byte[] octets = HexStream.octets("libxl-v2-hvm.hex");
        Validation validation = Validation.lenient(); // as Xen writes it: HVM_CONTEXT first
        LibxlReader sound = LibxlReader.from(new ByteArrayInputStream(octets));
        sound.validate(validation);
        while (sound.next().isPresent()) {}
        assertThat(validation.violations()).isEmpty();

        octets[16 + 8 + 24] = 9; // the inner domain's type
        LibxlReader wrong = LibxlReader.of(ByteBuffer.wrap(octets));
        wrong.validate(validation);
        while (wrong.next().isPresent()) {}
        assertThat(validation.violations())
                .extracting(Violation::toString)
                .containsExactly(
                        "octet 48: domain_header: type: 0x9 instead of a value with a meaning [libxc-migration-stream#domain_header.type.known]",
                        "octet 48: domain_header: type: type = 9 instead of type in {x86_pv, x86_hvm} "
                                + "[libxc-migration-stream#domain_header.supported_type]",
                        "octet 24: headers: order: headers of no kind of stream instead of those of x86_pv_v3 or "
                                + "x86_pv_v2 or x86_hvm_v3 or x86_hvm_v2 [libxc-migration-stream#order.headers]");
    }
}
