package io.streamspec.xen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.Octets;
import io.streamspec.runtime.Scalars;
import io.streamspec.xen.libxc.CpuidLeaf;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.DomainHeaderType;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.HvmContext;
import io.streamspec.xen.libxc.HvmParams;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.LibxcRecord;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.MsrEntry;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.PfinfoType;
import io.streamspec.xen.libxc.SharedInfo;
import io.streamspec.xen.libxc.StaticDataEnd;
import io.streamspec.xen.libxc.VcpuMsr;
import io.streamspec.xen.libxc.X86CpuidPolicy;
import io.streamspec.xen.libxc.X86MsrPolicy;
import io.streamspec.xen.libxc.X86PvInfo;
import io.streamspec.xen.libxc.X86PvP2mFrames;
import io.streamspec.xen.libxc.X86PvVcpuBasic;
import io.streamspec.xen.libxc.X86PvVcpuExtended;
import io.streamspec.xen.libxc.X86PvVcpuMsrs;
import io.streamspec.xen.libxc.X86PvVcpuXsave;
import io.streamspec.xen.libxc.X86TscInfo;
import io.streamspec.xen.libxl.EmulatorContext;
import io.streamspec.xen.libxl.EmulatorRecordsEmulatorId;
import io.streamspec.xen.libxl.EmulatorXenstoreData;
import io.streamspec.xen.libxl.Header;
import io.streamspec.xen.libxl.LibxcContext;
import io.streamspec.xen.libxl.LibxlReader;
import io.streamspec.xen.libxl.LibxlRecord;
import io.streamspec.xen.libxl.LibxlWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole images, written with nothing but the codecs, read back equal. */
class WrittenStreamsTest {

    private static final Random RANDOM = new Random(20261123);

    private static Octets random(int size) {
        byte[] octets = new byte[size];
        RANDOM.nextBytes(octets);
        return Octets.of(octets);
    }

    private static List<LibxcRecord> pv(int version) {
        List<LibxcRecord> records = new ArrayList<>(List.of(new X86PvInfo(8, 4)));
        if (version == 3) {
            records.add(new X86CpuidPolicy(List.of(new CpuidLeaf(0xD, 0xFFFF_FFFFL, 1, 2, 3, 4))));
            records.add(new X86MsrPolicy(List.of(new MsrEntry(0xCE, 0, -1))));
            records.add(new StaticDataEnd());
        }
        records.add(new X86PvP2mFrames(0, 1023, Scalars.of(7, 8)));
        records.add(new PageData(
                List.of(
                        PageData.Pfn.of(7, PfinfoType.NOTAB),
                        PageData.Pfn.of(9, PfinfoType.XTAB),
                        PageData.Pfn.of(0xF_FFFF_FFFF_FFFFL, PfinfoType.L4TAB_PIN)),
                List.of(random(4096), random(4096))));
        records.add(new X86TscInfo(1, 2_400_000, -1, 0xFFFF_FFFFL));
        records.add(new SharedInfo(random(4096)));
        records.add(new X86PvVcpuBasic(0, random(5168)));
        records.add(new X86PvVcpuExtended(0, random(64)));
        records.add(new X86PvVcpuXsave(0, random(592)));
        records.add(new X86PvVcpuMsrs(0, List.of(new VcpuMsr(0xC000_0103L, 1), new VcpuMsr(0x48, -2))));
        records.add(new End());
        return records;
    }

    private static List<LibxcRecord> hvm(int version) {
        List<LibxcRecord> records = new ArrayList<>();
        if (version == 3) {
            records.add(new StaticDataEnd());
        }
        records.add(new PageData(List.of(PageData.Pfn.of(0, PfinfoType.NOTAB)), List.of(random(4096))));
        records.add(new PageData(List.of(PageData.Pfn.of(1, PfinfoType.BROKEN)), List.of()));
        records.add(new HvmParams(List.of(new HvmParams.Param(1, 0xFEFFC), new HvmParams.Param(12, -1))));
        records.add(new HvmContext(random(40)));
        records.add(new End());
        return records;
    }

    private static ImageHeader image(int version, boolean big) {
        return new ImageHeader(version, ImageHeader.Options.of(big));
    }

    private static DomainHeader domain(DomainHeaderType type) {
        return new DomainHeader(type, 12, 4, 22);
    }

    @ParameterizedTest
    @CsvSource({"3,false", "3,true", "2,false", "2,true"})
    void a_pv_and_an_hvm_image_are_read_as_they_were_written(int version, boolean big) throws IOException {
        assertReadsBack(image(version, big), domain(DomainHeaderType.X86_PV), pv(version));
        assertReadsBack(image(version, big), domain(DomainHeaderType.X86_HVM), hvm(version));
    }

    private static byte[] written(ImageHeader image, DomainHeader domain, List<LibxcRecord> records)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LibxcWriter writer = LibxcWriter.to(out, image, domain)) {
            for (LibxcRecord record : records) {
                writer.write(record);
            }
        }
        return out.toByteArray();
    }

    private static void assertReadsBack(ImageHeader image, DomainHeader domain, List<LibxcRecord> records)
            throws IOException {
        byte[] octets = written(image, domain, records);
        assertThat(octets.length % 8).isZero();
        LibxcReader reader = LibxcReader.from(new ByteArrayInputStream(octets));
        assertThat(reader.imageHeader()).isEqualTo(image);
        assertThat(reader.domainHeader()).isEqualTo(domain);
        List<LibxcRecord> read = new ArrayList<>();
        while (reader.advance()) {
            read.add(reader.record());
        }
        assertThat(read).isEqualTo(records);
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void a_libxl_stream_around_an_image_is_read_as_it_was_written(boolean big) throws IOException {
        List<LibxcRecord> inside = hvm(3);
        List<LibxlRecord> outside = List.of(
                new LibxcContext(),
                new EmulatorXenstoreData(
                        EmulatorRecordsEmulatorId.QEMU_UPSTREAM,
                        0,
                        List.of(
                                new EmulatorXenstoreData.XenstoreKeyValueData("physmap/f0/size", "800000"),
                                new EmulatorXenstoreData.XenstoreKeyValueData("physmap/f0/name", ""))),
                new EmulatorContext(EmulatorRecordsEmulatorId.QEMU_TRADITIONAL, 0, random(21)),
                new io.streamspec.xen.libxl.End());
        Header header = new Header(Header.Options.of(big, false));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LibxlWriter writer = LibxlWriter.to(out, header)) {
            writer.write(outside.get(0));
            LibxcWriter libxc = writer.libxc(image(3, big), domain(DomainHeaderType.X86_HVM));
            for (LibxcRecord record : inside) {
                libxc.write(record);
            }
            for (LibxlRecord record : outside.subList(1, outside.size())) {
                writer.write(record);
            }
        }
        List<LibxlRecord> readOutside = new ArrayList<>();
        List<LibxcRecord> readInside = new ArrayList<>();
        LibxlReader reader = LibxlReader.from(new ByteArrayInputStream(out.toByteArray()));
        while (reader.advance()) {
            readOutside.add(reader.record());
            if (reader.record() instanceof LibxcContext) {
                LibxcReader libxc = reader.libxc();
                while (libxc.advance()) {
                    readInside.add(libxc.record());
                }
            }
        }
        assertThat(readOutside).isEqualTo(outside);
        assertThat(readInside).isEqualTo(inside);
    }

    @Test
    void an_image_cut_off_anywhere_ends_in_a_fault_with_an_offset_and_in_nothing_else() throws IOException {
        byte[] octets = written(image(3, false), domain(DomainHeaderType.X86_HVM), hvm(3));
        for (int length = 0; length < octets.length; length += length < 200 ? 1 : 61) {
            byte[] cut = Arrays.copyOf(octets, length);
            assertThatThrownBy(() -> {
                        LibxcReader reader = LibxcReader.from(new ByteArrayInputStream(cut));
                        while (reader.advance()) {
                            reader.record();
                        }
                    })
                    .as("cut to %d octets", length)
                    .isInstanceOfSatisfying(FormatException.class, fault -> assertThat(fault.offset())
                            .isPresent());
        }
    }

    @Test
    void an_unknown_mandatory_record_is_a_fault_with_its_offset_and_an_optional_one_is_visible() throws IOException {
        LibxcRecord optional = new LibxcRecord.Unknown(0x8000_0001L, random(5));
        LibxcRecord mandatory = new LibxcRecord.Unknown(0x55, random(5));
        byte[] octets = written(
                image(3, false),
                domain(DomainHeaderType.X86_HVM),
                List.of(new StaticDataEnd(), optional, mandatory, new End()));
        LibxcReader reader = LibxcReader.from(new ByteArrayInputStream(octets));
        reader.advance();
        assertThat(reader.next()).contains(optional);
        assertThatThrownBy(reader::advance)
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("octet 64")
                .hasMessageContaining("unknown mandatory record");
    }

    @Test
    void pages_that_do_not_fit_their_pfns_or_the_page_size_are_refused_before_anything_is_written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LibxcWriter writer = LibxcWriter.to(out, image(3, false), domain(DomainHeaderType.X86_HVM))) {
            List<PageData.Pfn> one = List.of(PageData.Pfn.of(0, PfinfoType.NOTAB));
            assertThatThrownBy(() -> writer.write(new PageData(one, List.of())))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.write(new PageData(one, List.of(random(4095)))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(out.size()).isEqualTo(40);
    }
}
