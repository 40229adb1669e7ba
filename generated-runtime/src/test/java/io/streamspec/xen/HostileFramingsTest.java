package io.streamspec.xen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.Octets;
import io.streamspec.runtime.Validation;
import io.streamspec.xen.libvirtsave.LibvirtsaveReader;
import io.streamspec.xen.xlsave.Header;
import io.streamspec.xen.xlsave.XlsaveReader;
import io.streamspec.xen.xlsave.XlsaveWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with the headers of saved machines is refused where it stands, by the rule that it breaks. */
class HostileFramingsTest {

    @ParameterizedTest
    @CsvSource({
        // octet, its value, rule, offset
        "0, 59, header.magic.constant, 0",
        "31, 0e, header.magic.constant, 31",
        "27, 00, header.magic.constant, 27",
        "32, 05, header.byteorder.constant, 32",
        "35, 00, header.byteorder.constant, 32",
        "47, ff, header.limit, 0", // 4 GiB of optional data
        "51, 7f, header.limit, 0", // and of configuration
        "44, 03, header.layout, 90", // less than config_len itself
        "48, 2a, header.layout, 94", // config_len is longer than what has it
    })
    void an_xl_save_file_is_refused(int octet, String value, String rule, long offset) throws IOException {
        byte[] octets = HexStream.octets("outer/xl-v2-config.hex");
        octets[octet] = (byte) Integer.parseInt(value, 16);
        refused(() -> XlsaveReader.of(ByteBuffer.wrap(octets)), rule, offset);
        refused(() -> XlsaveReader.from(new ByteArrayInputStream(octets)), rule, offset);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 00, header.magic.constant, 5",
        "16, 03, header.version.constant, 16",
        "19, 01, header.version.constant, 16",
        "23, ff, header.limit, 0",
    })
    void a_libvirt_save_file_is_refused(int octet, String value, String rule, long offset) throws IOException {
        byte[] octets = HexStream.octets("outer/libvirt-v2.hex");
        octets[octet] = (byte) Integer.parseInt(value, 16);
        refused(() -> LibvirtsaveReader.of(ByteBuffer.wrap(octets)), rule, offset);
        refused(() -> LibvirtsaveReader.from(new ByteArrayInputStream(octets)), rule, offset);
    }

    @Test
    void a_header_that_breaks_off_is_refused_at_every_octet() throws IOException {
        byte[] xl = Arrays.copyOf(HexStream.octets("outer/xl-v2-config.hex"), 93);
        for (int size = 0; size < xl.length; size++) {
            byte[] cut = Arrays.copyOf(xl, size);
            refused(() -> XlsaveReader.of(ByteBuffer.wrap(cut)));
            refused(() -> XlsaveReader.from(new ByteArrayInputStream(cut)));
        }
        byte[] libvirt = Arrays.copyOf(HexStream.octets("outer/libvirt-v2.hex"), 85);
        for (int size = 0; size < libvirt.length; size++) {
            byte[] cut = Arrays.copyOf(libvirt, size);
            refused(() -> LibvirtsaveReader.of(ByteBuffer.wrap(cut)));
        }
    }

    @Test
    void an_unknown_mandatory_flag_is_reported() throws IOException {
        byte[] octets = HexStream.octets("outer/xl-v2-config.hex");
        octets[36] = 7;
        Validation validation = Validation.lenient();
        XlsaveReader.of(ByteBuffer.wrap(octets)).validate(validation);
        assertThat(validation.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo("header.known_flags");
            assertThat(violation.offset()).isEqualTo(36);
        });
    }

    @Test
    void a_file_without_xml_is_reported() throws IOException {
        byte[] octets = HexStream.octets("outer/libvirt-v1.hex");
        octets[20] = 0;
        Validation validation = Validation.lenient();
        LibvirtsaveReader.of(ByteBuffer.wrap(octets)).validate(validation);
        assertThat(validation.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo("header.xml_len_over_0");
            assertThat(violation.offset()).isEqualTo(20);
        });
    }

    @Test
    void a_writer_that_announces_a_stream_has_to_write_one() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsaveWriter writer = XlsaveWriter.to(out, ByteOrder.LITTLE_ENDIAN, header(true));
        assertThatThrownBy(writer::close)
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("the end of the stream instead of the stream that begins here");
    }

    @Test
    void a_writer_that_announces_none_cannot_begin_one() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XlsaveWriter writer = XlsaveWriter.to(out, ByteOrder.LITTLE_ENDIAN, header(false))) {
            assertThatThrownBy(() -> writer.libxl(new io.streamspec.xen.libxl.Header(
                            io.streamspec.xen.libxl.Header.Options.of(false, false))))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining("another stream instead of what the headers announce");
        }
    }

    @Test
    void a_writer_writes_nothing_of_a_header_that_readers_would_refuse() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Header wrong = new Header(
                new Header.MandatoryFlags(4),
                new Header.OptionalFlags(0),
                0,
                Optional.empty(),
                Optional.<Octets>empty(),
                Optional.<Octets>empty());
        XlsaveWriter writer = XlsaveWriter.to(out, ByteOrder.BIG_ENDIAN, wrong);
        assertThatThrownBy(writer::close).isInstanceOf(FormatException.class).hasMessageContaining("mandatory_flags");
        assertThat(out.size()).isZero();
    }

    private static Header header(boolean isFollowed) {
        return new Header(
                Header.MandatoryFlags.of(false, isFollowed),
                new Header.OptionalFlags(0),
                0,
                Optional.empty(),
                Optional.<Octets>empty(),
                Optional.<Octets>empty());
    }

    /** Opens a file. */
    @FunctionalInterface
    private interface Opening {
        Object open() throws IOException;
    }

    private static FormatException refused(Opening opening) {
        FormatException fault = catchThrowableOfType(FormatException.class, opening::open);
        assertThat(fault).isNotNull();
        assertThat(fault.rule()).isEqualTo("header.layout");
        return fault;
    }

    private static void refused(Opening opening, String rule, long offset) {
        FormatException fault = catchThrowableOfType(FormatException.class, opening::open);
        assertThat(fault).isNotNull();
        assertThat(fault.rule()).isEqualTo(rule);
        assertThat(fault.offset()).hasValue(offset);
    }
}
