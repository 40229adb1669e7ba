import com.example.libxc.*;
import com.example.libxl.EmulatorId;
import com.example.libxl.EmulatorXenstoreData;
import com.example.libxl.Header;
import com.example.libxl.LibxlReader;
import com.example.libxl.LibxlRecord;
import com.example.libxl.LibxlWriter;
import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.Octets;
import io.streamspec.runtime.Scalars;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Uses generated codecs as a user would; compiled and run by a test. */
public final class RoundTrip {

    static final ImageHeader.Options LITTLE = ImageHeader.Options.of(false);

    static void require(boolean holds, Object what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    static Octets page(Random random) {
        byte[] page = new byte[4096];
        random.nextBytes(page);
        return Octets.of(page);
    }

    static List<LibxcRecord> records(Random random) {
        List<PageData.Pfn> pfns = new ArrayList<>();
        List<Octets> pages = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(100); i++) {
            PfinfoType type = PfinfoType.of(random.nextInt(16));
            pfns.add(PageData.Pfn.of(random.nextLong() >>> 12, type));
            boolean empty = type.equals(PfinfoType.BROKEN) || type.equals(PfinfoType.XALLOC) || type.equals(PfinfoType.XTAB);
            if (!empty) {
                pages.add(page(random));
            }
        }
        int start = random.nextInt(1000);
        int end = start + random.nextInt(3000);
        int frames = end / 512 - start / 512 + 1;
        List<HvmParams.Param> params = new ArrayList<>();
        for (int i = 0; i < random.nextInt(20); i++) {
            params.add(new HvmParams.Param(random.nextLong(), random.nextLong()));
        }
        return List.of(
                new X86PvInfo(8, 4),
                new X86PvP2mFrames(start, end, Scalars.of(random.longs(frames).toArray())),
                new PageData(pfns, pages),
                new X86TscInfo(random.nextInt() & 0xFFFFFFFFL, 0xFFFFFFFFL, random.nextLong(), 1),
                new X86PvVcpuBasic(3, page(random)),
                new HvmParams(params),
                new Toolstack(Octets.of((byte) 1, (byte) 2, (byte) 3)),
                new LibxcRecord.Unknown(0x80000077L, Octets.of((byte) 9)),
                new X86CpuidPolicy(List.of(new CpuidLeaf(1, 2, 3))),
                new Checkpoint(),
                new End());
    }

    static void write(LibxcWriter writer, List<LibxcRecord> records) throws Exception {
        for (LibxcRecord record : records) {
            writer.write(record);
        }
    }

    static byte[] libxc(boolean big, List<LibxcRecord> records) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageHeader image = new ImageHeader(3, ImageHeader.Options.of(big));
        try (LibxcWriter writer = LibxcWriter.to(out, image, new DomainHeader(DomainType.X86_PV, 12, 4, 19))) {
            write(writer, records);
        }
        return out.toByteArray();
    }

    static List<LibxcRecord> read(InputStream in) throws Exception {
        List<LibxcRecord> all = new ArrayList<>();
        LibxcReader reader = LibxcReader.from(in);
        for (Optional<LibxcRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
            all.add(next.get());
        }
        return all;
    }

    public static void everyRecordComesBackEqual() throws Exception {
        for (int seed = 0; seed < 40; seed++) {
            List<LibxcRecord> records = records(new Random(seed));
            byte[] octets = libxc(seed % 2 == 0, records);
            List<LibxcRecord> back = read(new ByteArrayInputStream(octets));
            require(back.equals(records), "seed " + seed + ": " + back);
            require(records.equals(back), "seed " + seed);
            require(java.util.Arrays.equals(octets, libxc(seed % 2 == 0, back)), "octets of seed " + seed);
            require(back.toString().contains("nsec="), back);
        }
    }

    public static void slowChannelsGiveTheSame() throws Exception {
        List<LibxcRecord> records = records(new Random(7));
        byte[] octets = libxc(false, records);
        InputStream slow = new ByteArrayInputStream(octets) {
            @Override
            public synchronized int read(byte[] b, int off, int len) {
                return super.read(b, off, Math.min(1, len));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };
        require(read(slow).equals(records), "one octet at a time");
    }

    public static void everyTruncationIsToldWithItsOffset() throws Exception {
        List<LibxcRecord> records = List.of(
                new X86PvInfo(8, 4), new X86PvP2mFrames(0, 0, Scalars.of(5)), new HvmParams(List.of(new HvmParams.Param(1, 2))),
                new End());
        byte[] octets = libxc(false, records);
        for (int length = 0; length < octets.length; length++) {
            try {
                read(new ByteArrayInputStream(octets, 0, length));
                throw new AssertionError("accepted " + length + " octets");
            } catch (FormatException e) {
                require(e.offset().isPresent() && e.offset().getAsLong() <= length, length + ": " + e.getMessage());
                require(e.missing() > 0, length + ": " + e.getMessage());
            }
        }
    }

    public static void aHostileLengthTakesNoMemory() throws Exception {
        for (long length : new long[] {7, 9, 0x08000000L, 0x08000001L, 0x7FFFFFFFL, 0xFFFFFFFFL}) {
            byte[] octets = libxc(false, List.of(new HvmParams(List.of()), new End()));
            ByteBuffer b = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
            b.putInt(40 + RecordHeader.BODY_LENGTH_OFFSET, (int) length);
            try {
                read(new ByteArrayInputStream(octets));
                throw new AssertionError("accepted a length of " + length);
            } catch (FormatException e) {
                require(e.getMessage().contains("HVM_PARAMS") && e.offset().isPresent(), e.getMessage());
            }
        }
        for (long count : new long[] {1, 0x10000000L, 0x10000001L, 0x7FFFFFFFL, 0xFFFFFFFFL}) {
            byte[] octets = libxc(false, List.of(new HvmParams(List.of()), new End()));
            ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN).putInt(48, (int) count);
            try {
                read(new ByteArrayInputStream(octets));
                throw new AssertionError("accepted a count of " + count);
            } catch (FormatException e) {
                require(e.getMessage().contains("HVM_PARAMS.param"), e.getMessage());
            }
        }
    }

    public static void anUnknownMandatoryRecordIsAnErrorWithItsOffset() throws Exception {
        byte[] octets = libxc(false, List.of(new LibxcRecord.Unknown(0x77, Octets.EMPTY), new End()));
        try {
            read(new ByteArrayInputStream(octets));
            throw new AssertionError("accepted");
        } catch (FormatException e) {
            require(e.offset().getAsLong() == 40 && e.getMessage().contains("0x77"), e.getMessage());
        }
    }

    public static void whatDoesNotFitIsRefusedAndNotWritten() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LibxcWriter writer = LibxcWriter.to(out, new ImageHeader(2, LITTLE), new DomainHeader(DomainType.X86_HVM, 12, 4, 19));
        writer.unchecked();
        long before = writer.offset();
        PageData.Pfn pfn = PageData.Pfn.of(1, PfinfoType.NOTAB);
        for (PageData wrong : List.of(
                new PageData(List.of(pfn), List.of()), new PageData(List.of(pfn), List.of(Octets.zeroes(4095))))) {
            try {
                writer.write(wrong);
                throw new AssertionError("wrote " + wrong);
            } catch (IllegalArgumentException e) {
                require(e.getMessage().startsWith("octet 40: record 0 (PAGE_DATA): PAGE_DATA.page_data: "), e.getMessage());
            }
        }
        require(writer.offset() == before, "offset");
    }

    public static void whatMustComeBeforeIsNamed() throws Exception {
        byte[] octets = libxc(false, List.of(new X86PvInfo(8, 4), new X86PvP2mFrames(0, 0, Scalars.of(5)), new End()));
        byte[] without = new byte[octets.length - 16];
        System.arraycopy(octets, 0, without, 0, 40);
        System.arraycopy(octets, 56, without, 40, without.length - 40);
        try {
            read(new ByteArrayInputStream(without));
            throw new AssertionError("accepted");
        } catch (FormatException e) {
            require(e.getMessage().contains("X86_PV_INFO: must come before"), e.getMessage());
        }
    }

    static byte[] libxl(List<LibxcRecord> inner) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LibxlWriter writer = LibxlWriter.to(out, new Header(Header.Options.of(false, false)))) {
            writer.write(new com.example.libxl.LibxcContext());
            LibxcWriter libxc = writer.libxc(new ImageHeader(3, LITTLE), new DomainHeader(DomainType.X86_HVM, 12, 4, 19));
            write(libxc, inner);
            writer.write(new EmulatorXenstoreData(EmulatorId.QEMU_UPSTREAM, 0,
                    List.of(new EmulatorXenstoreData.XenstoreKeyValueData("physmap/0/name", "vga"))));
            writer.write(new com.example.libxl.CheckpointState(com.example.libxl.CheckpointStateNumber.NEW));
            writer.write(new com.example.libxl.End());
        }
        return out.toByteArray();
    }

    public static void aNestedStreamIsReadThroughOrPassedOver() throws Exception {
        List<LibxcRecord> records = records(new Random(3)).stream()
                .filter(record -> !(record instanceof Checkpoint))
                .toList();
        byte[] octets = libxl(records);
        LibxlReader reader = LibxlReader.from(new ByteArrayInputStream(octets));
        List<Object> all = new ArrayList<>();
        while (reader.advance()) {
            all.add(reader.record());
            if (reader.record() instanceof com.example.libxl.LibxcContext) {
                LibxcReader inner = reader.libxc();
                List<LibxcRecord> back = new ArrayList<>();
                for (Optional<LibxcRecord> next = inner.next(); next.isPresent(); next = inner.next()) {
                    back.add(next.get());
                }
                require(back.equals(records), back);
            }
        }
        require(all.size() == 4 && reader.hasEnded(), all);
        LibxlReader skipping = LibxlReader.from(new ByteArrayInputStream(octets));
        int count = 0;
        while (skipping.advance()) {
            count++;
        }
        require(count == 4, count);
    }

    public static void aCheckpointedStreamGoesBackAndForth() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LibxlWriter writer = LibxlWriter.to(out, new Header(Header.Options.of(true, false)))) {
            writer.write(new com.example.libxl.LibxcContext());
            LibxcWriter libxc = writer.libxc(
                    new ImageHeader(3, ImageHeader.Options.of(true)), new DomainHeader(DomainType.X86_HVM, 12, 4, 19));
            for (int round = 0; round < 3; round++) {
                libxc.write(new X86TscInfo(round, 0, 0, 0)).write(new Checkpoint());
                writer.write(new com.example.libxl.CheckpointEnd());
            }
            libxc.write(new End());
            writer.write(new com.example.libxl.End());
        }
        LibxlReader reader = LibxlReader.from(new ByteArrayInputStream(out.toByteArray()));
        StringBuilder seen = new StringBuilder();
        while (reader.advance()) {
            LibxlRecord record = reader.record();
            seen.append(record.getClass().getSimpleName()).append(' ');
            if (reader.hasLibxc()) {
                LibxcReader inner = reader.libxc();
                while (inner.advance()) {
                    seen.append(inner.type()).append(' ');
                }
            }
        }
        require(seen.toString().equals("LibxcContext X86_TSC_INFO CHECKPOINT CheckpointEnd X86_TSC_INFO CHECKPOINT "
                + "CheckpointEnd X86_TSC_INFO CHECKPOINT CheckpointEnd END End "), seen);
    }

    public static void accessorsReadInPlace() throws Exception {
        ByteBuffer b = ByteBuffer.allocate(64).order(ByteOrder.BIG_ENDIAN);
        HvmParams params = new HvmParams(List.of(new HvmParams.Param(1, -1), new HvmParams.Param(2, 3)));
        require(params.encode(b, 8) == 8 + params.encodedSize(), "size");
        require(HvmParams.count(b, 8) == 2 && HvmParams.param(b, 8, 1).value() == 3, "in place");
        require(params.toString().contains("18446744073709551615"), params);
        require(HvmParams.decode(b, 8, 40).equals(params), "equal");
    }

    private RoundTrip() {}
}
