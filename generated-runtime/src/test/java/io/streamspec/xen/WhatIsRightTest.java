package io.streamspec.xen;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.runtime.Octets;
import io.streamspec.runtime.Scalars;
import io.streamspec.runtime.Validation;
import io.streamspec.runtime.Violation;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.DomainHeaderType;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.HvmContext;
import io.streamspec.xen.libxc.HvmParams;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.LibxcRecord;
import io.streamspec.xen.libxc.LibxcRecord.Unknown;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.StaticDataEnd;
import io.streamspec.xen.libxc.X86PvInfo;
import io.streamspec.xen.libxc.X86PvP2mFrames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who breaks a rule of the layout is told what would have been right, by the reader as by the writer. */
class WhatIsRightTest {

    private static final LibxcRecord SDE = new StaticDataEnd();
    private static final LibxcRecord END = new End();
    private static final LibxcRecord PV_INFO = new X86PvInfo(8, 4);
    private static final LibxcRecord FRAMES = new X86PvP2mFrames(0, 511, Scalars.of(7));
    private static final LibxcRecord PAGES =
            new PageData(PageData.Pfn.all(0x1000), Octets.each(ByteBuffer.allocate(4096), 4096));
    private static final LibxcRecord PARAMS = new HvmParams(List.of());
    private static final LibxcRecord CONTEXT = new HvmContext(Octets.of((byte) 1));
    private static final String HVM =
            "END or PAGE_DATA or X86_TSC_INFO or HVM_CONTEXT or HVM_PARAMS or VERIFY or " + "CHECKPOINT";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static Stream<Arguments> faults() {
        DomainHeaderType pv = DomainHeaderType.X86_PV;
        DomainHeaderType hvm = DomainHeaderType.X86_HVM;
        return Stream.of(
                fault("order.x86_hvm_v3", "STATIC_DATA_END or X86_CPUID_POLICY or X86_MSR_POLICY", hvm, PAGES),
                fault("order.x86_hvm_v3", HVM, hvm, SDE, PV_INFO),
                fault("order.x86_hvm_v3", "at most one STATIC_DATA_END; here, " + HVM, hvm, SDE, SDE),
                fault("order.x86_pv_v3", "X86_PV_INFO or X86_CPUID_POLICY or X86_MSR_POLICY", pv, SDE),
                fault(
                        "order.x86_pv_p2m_frames_before_page_data",
                        "X86_PV_P2M_FRAMES before the first PAGE_DATA",
                        pv,
                        PV_INFO,
                        SDE,
                        PAGES,
                        FRAMES),
                fault(
                        "order.hvm_params_before_hvm_context",
                        "HVM_PARAMS before the first HVM_CONTEXT",
                        hvm,
                        SDE,
                        CONTEXT,
                        PARAMS),
                fault(
                        "order.headers",
                        "those of x86_pv_v3 or x86_pv_v2 or x86_hvm_v3 or x86_hvm_v2",
                        DomainHeaderType.of(9),
                        END),
                fault("records.type.known", "a known or an optional record", hvm, SDE, new Unknown(0x55, Octets.EMPTY)),
                fault("x86_tsc_info.layout", "24 octets", hvm, SDE, body(8, 10)),
                fault("x86_tsc_info.layout", "24 octets", hvm, SDE, body(8, 32)),
                fault("hvm_params.layout", "8 octets", hvm, SDE, body(10, 4)),
                fault("hvm_params.layout", "8 octets", hvm, SDE, body(10, 24)),
                fault("x86_cpuid_policy.layout", "a multiple of 24 octets", hvm, body(17, 25)),
                fault("x86_pv_info.layout", "X86_PV_INFO before it", pv, body(3, 16)));
    }

    private static Arguments fault(String rule, String expected, DomainHeaderType type, LibxcRecord... records) {
        return Arguments.of(rule, expected, type, List.of(records));
    }

    private static LibxcRecord body(long type, int octets) {
        return new Unknown(type, Octets.zeroes(octets));
    }

    @Test
    void a_writer_is_told_that_nothing_comes_behind_the_end() throws IOException {
        LibxcRecord unknown = new Unknown(0x80000001L, Octets.EMPTY);
        assertThat(written(DomainHeaderType.X86_HVM, SDE, END, END).violations())
                .extracting(Violation::expected)
                .containsExactly("at most one END; here, the end of the stream");
        assertThat(written(DomainHeaderType.X86_HVM, SDE, END, unknown).violations())
                .extracting(Violation::expected)
                .containsExactly("the end of the stream");
    }

    private Validation written(DomainHeaderType type, LibxcRecord... records) throws IOException {
        Validation validation = Validation.strict();
        ImageHeader image = new ImageHeader(3, ImageHeader.Options.of(false));
        LibxcWriter writer = LibxcWriter.to(out, image, new DomainHeader(type, 12, 4, 19));
        writer.validate(validation);
        for (LibxcRecord record : records) {
            writer.write(record);
        }
        writer.flush();
        return validation;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void reader_and_writer_say_what_would_have_been_right(
            String rule, String expected, DomainHeaderType type, List<LibxcRecord> records) throws IOException {
        Validation writing = written(type, records.toArray(LibxcRecord[]::new));
        Validation reading = Validation.strict();
        LibxcReader reader = LibxcReader.of(ByteBuffer.wrap(out.toByteArray()));
        reader.validate(reading);
        for (int i = 0; i < records.size(); i++) {
            reader.advance();
        }
        for (Validation validation : List.of(writing, reading)) {
            assertThat(validation.violations())
                    .filteredOn(violation -> violation.rule().equals(rule))
                    .extracting(Violation::expected)
                    .containsExactly(expected);
        }
    }
}
