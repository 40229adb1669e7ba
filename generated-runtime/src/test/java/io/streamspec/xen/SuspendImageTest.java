package io.streamspec.xen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.RecordInput;
import io.streamspec.runtime.Validation;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.suspend.Signature;
import io.streamspec.xen.suspend.SuspendReader;
import io.streamspec.xen.suspend.SuspendRecord;
import io.streamspec.xen.suspend.SuspendWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden suspend images of xenopsd, and hostile ones. */
class SuspendImageTest {

    @ParameterizedTest
    @ValueSource(strings = {"xenopsd-hvm", "xenopsd-smallest"})
    void an_image_decodes_to_its_values_and_encodes_to_its_octets(String name) throws IOException {
        byte[] octets = octets(name);
        List<Expected> expected = Expected.read("outer/" + name + ".expected").stream()
                .filter(part -> part.name().equals(part.name().toUpperCase(java.util.Locale.ROOT)))
                .toList();
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        int at = 0;
        try (SuspendReader reader = SuspendReader.from(new ByteArrayInputStream(octets));
                SuspendWriter writer = SuspendWriter.to(copy, reader.signature())) {
            while (reader.advance()) {
                SuspendRecord record = reader.record();
                assertThat("0x%04X %s".formatted(reader.offset(), reader.type()))
                        .isEqualTo("0x%04X %s"
                                .formatted(
                                        expected.get(at).offset(),
                                        expected.get(at).name()));
                expected.get(at++).check(record);
                writer.write(record);
                if (reader.hasLibxc()) {
                    LibxcReader inner = reader.libxc();
                    LibxcWriter to = writer.libxc(inner.imageHeader(), inner.domainHeader());
                    while (inner.advance()) {
                        assertThat(inner.offset()).isEqualTo(expected.get(at).offset());
                        expected.get(at++).check(inner.record());
                        to.write(inner.record());
                    }
                }
            }
        }
        assertThat(at).isEqualTo(expected.size());
        assertThat(copy.toByteArray()).isEqualTo(octets);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xenopsd-hvm", "xenopsd-smallest"})
    void nothing_is_wrong_with_the_golden_images(String name) throws IOException {
        Validation validation = Validation.strict();
        try (SuspendReader reader = SuspendReader.of(ByteBuffer.wrap(octets(name)))) {
            reader.validate(validation);
            while (reader.advance()) {
                reader.type();
            }
            assertThat(reader.hasEnded()).isTrue();
        }
        assertThat(validation.violations()).isEmpty();
    }

    @Test
    void a_legacy_stream_has_to_be_read_by_others() throws IOException {
        SuspendReader reader = SuspendReader.of(ByteBuffer.wrap(octets("xenopsd-legacy")));
        assertThat(reader.advance()).isTrue();
        assertThatThrownBy(reader::advance).isInstanceOf(IllegalStateException.class);
        RecordInput legacy = reader.foreignStream();
        legacy.skip("legacy stream", 64);
        assertThat(reader.advance()).isTrue();
        assertThat(reader.type()).hasToString("END_OF_IMAGE");
        assertThat(reader.advance()).isFalse();
    }

    @Test
    void an_image_of_the_older_kind_is_told_by_its_signature() throws IOException {
        byte[] old = octets("xenopsd-old");
        FormatException fault =
                catchThrowableOfType(FormatException.class, () -> SuspendReader.of(ByteBuffer.wrap(old)));
        assertThat(fault.rule()).isEqualTo("signature.signature.constant");
        assertThat(fault.offset()).hasValue(11);
        assertThat(Signature.SIGNATURE_VALUE.size()).isEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource({
        // octet, its value, rule, offset
        "0, 59, signature.signature.constant, 0",
        "14, 0d, signature.signature.constant, 14",
        "15, 10, record_overview.type.known, 15",
        "22, ff, record_overview.type.known, 15", // negative
        "27, ff, record_overview.length.limit, 15", // 4 GiB
        "30, ff, record_overview.length.limit, 15", // negative
    })
    void an_image_is_refused(int octet, String value, String rule, long offset) throws IOException {
        byte[] octets = octets("xenopsd-hvm");
        octets[octet] = (byte) Integer.parseInt(value, 16);
        FormatException fault = catchThrowableOfType(FormatException.class, () -> walk(octets));
        assertThat(fault.rule()).isEqualTo(rule);
        assertThat(fault.offset()).hasValue(offset);
    }

    @Test
    void an_image_that_breaks_off_is_refused_at_every_octet() throws IOException {
        byte[] octets = octets("xenopsd-hvm");
        for (int size = 0; size < octets.length; size++) {
            byte[] cut = Arrays.copyOf(octets, size);
            assertThatThrownBy(() -> walk(cut)).as("%d octets", size).isInstanceOf(FormatException.class);
        }
    }

    private static void walk(byte[] octets) throws IOException {
        try (SuspendReader reader = SuspendReader.of(ByteBuffer.wrap(octets))) {
            while (reader.advance()) {
                reader.record();
            }
        }
    }

    /** Leaves the stream as a file, so that the command line can be tried on it. */
    private static byte[] octets(String name) throws IOException {
        byte[] octets = HexStream.octets("outer/" + name + ".hex");
        Path folder = Files.createDirectories(Path.of("target", "streams"));
        Files.write(folder.resolve(name), octets);
        return octets;
    }
}
