package io.streamspec.xen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.Octets;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.DomainHeaderType;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.LibxcRecord;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.StaticDataEnd;
import io.streamspec.xen.libxc.X86TscInfo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A header that is wrong is named, and not the record that cannot be decoded because of it. */
class WrongHeadersTest {

    private static final int PAGE_SHIFT_AT = 28;
    private static final PageData PAGE =
            new PageData(PageData.Pfn.all(0x1000), Octets.each(ByteBuffer.allocate(4096), 4096));

    @TempDir
    Path folder;

    private static byte[] image(int type, int pageShift, LibxcRecord... records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageHeader image = new ImageHeader(3, ImageHeader.Options.of(false));
        DomainHeader domain = new DomainHeader(DomainHeaderType.of(type), 12, 4, 19);
        try (LibxcWriter writer = LibxcWriter.to(out, image, domain)) {
            writer.unchecked();
            for (LibxcRecord record : records) {
                writer.write(record);
            }
        }
        byte[] octets = out.toByteArray();
        octets[PAGE_SHIFT_AT] = (byte) pageShift;
        octets[PAGE_SHIFT_AT + 1] = (byte) (pageShift >> 8);
        return octets;
    }

    private List<LibxcReader> readers(byte[] octets) throws IOException {
        return List.of(
                LibxcReader.of(ByteBuffer.wrap(octets)),
                LibxcReader.from(new ByteArrayInputStream(octets)),
                LibxcReader.open(Files.write(folder.resolve("image"), octets)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, == 12",
        "11, == 12",
        "13, == 12",
        "27, == 12",
        "28, <= 27",
        "40, <= 27",
        "63, <= 27",
        "64, <= 27",
        "65535, <= 27"
    })
    void a_page_shift_that_no_record_fits_is_told_of_the_header(int pageShift, String right) throws IOException {
        for (LibxcReader reader : readers(image(2, pageShift, new StaticDataEnd(), PAGE, new End()))) {
            try (reader) {
                assertThat(reader.next()).contains(new StaticDataEnd());
                assertThatThrownBy(reader::next)
                        .isInstanceOf(FormatException.class)
                        .hasMessageStartingWith("octet 28: domain_header: page_shift: page_shift = " + pageShift
                                + " instead of page_shift " + right + "; with it, record 1 (PAGE_DATA) does not fit: ")
                        .cause()
                        .asInstanceOf(type(FormatException.class))
                        .satisfies(record -> assertThat(record.record()).contains("record 1 (PAGE_DATA)"));
                assertThat(reader.next()).as("who passes over it goes on").contains(new End());
            }
        }
    }

    @Test
    void the_fault_has_rule_and_field_of_the_header() throws IOException {
        LibxcReader reader = LibxcReader.of(ByteBuffer.wrap(image(2, 40, PAGE)));
        reader.advance();
        assertThatThrownBy(reader::record)
                .asInstanceOf(type(FormatException.class))
                .returns("domain_header.page_shift_at_most_27", FormatException::rule)
                .returns("page_shift", FormatException::field)
                .returns(28L, fault -> fault.offset().orElseThrow());
    }

    @Test
    void a_record_is_told_of_where_the_header_is_sound_or_has_nothing_to_do_with_it() throws IOException {
        LibxcRecord shortBatch = new LibxcRecord.Unknown(PageData.RECORD_TYPE, Octets.zeroes(9));
        LibxcRecord shortTsc = new LibxcRecord.Unknown(X86TscInfo.RECORD_TYPE, Octets.zeroes(9));
        for (byte[] octets : List.of(image(2, 12, shortBatch), image(9, 12, shortBatch), image(2, 40, shortTsc))) {
            LibxcReader reader = LibxcReader.of(ByteBuffer.wrap(octets));
            reader.advance();
            assertThatThrownBy(reader::record).hasMessageStartingWith("octet ").hasMessageContaining(": record 0 (");
        }
    }
}
