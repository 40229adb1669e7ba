package io.streamspec.benchmarks;

import io.streamspec.runtime.Octets;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.DomainHeaderType;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.HvmParams;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.StaticDataEnd;
import io.streamspec.xen.libxc.X86TscInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The octets that are measured on: little-endian records, made by our own writer. */
final class Images {

    static final int PAGE = 4096;
    static final int BATCH = 1024;
    static final int HEADERS = 40;

    /** Types that carry a page and mean something. */
    private static final long[] TYPES = {0, 0, 0, 0, 1, 2, 3, 4, 9, 10, 11, 12};

    private Images() {}

    /** An HVM image of so many batches of 1,024 pages, headers included. */
    static ByteBuffer pages(int batches) {
        ByteBuffer image = ByteBuffer.allocate(HEADERS + 16 + batches * (16 + BATCH * (8 + PAGE)));
        writePages(image, batches);
        return image.flip().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void writePages(ByteBuffer image, int batches) {
        Random random = new Random(1);
        ByteBuffer pages = ByteBuffer.allocate(BATCH * PAGE);
        random.nextBytes(pages.array());
        try (LibxcWriter writer = LibxcWriter.to(into(image), header(), domain())) {
            writer.write(new StaticDataEnd());
            for (int i = 0; i < batches; i++) {
                writer.write(new PageData(PageData.Pfn.all(pfns(random)), Octets.each(pages, PAGE)));
            }
            writer.write(new End());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static ImageHeader header() {
        return new ImageHeader(3, ImageHeader.Options.of(false)); // little-endian
    }

    static DomainHeader domain() {
        return new DomainHeader(DomainHeaderType.X86_HVM, 12, 4, 19);
    }

    /** 1,024 pfns of types that carry pages. */
    static long[] pfns(Random random) {
        return random.longs(BATCH, 0, 1L << 40)
                .map(pfn -> pfn | TYPES[random.nextInt(TYPES.length)] << 60)
                .toArray();
    }

    /** An HVM image of so many X86_TSC_INFO records. */
    static ByteBuffer stream(int records) throws IOException {
        ByteBuffer image = ByteBuffer.allocate(HEADERS + 16 + 32 * records);
        try (LibxcWriter writer = LibxcWriter.to(into(image), header(), domain())) {
            writer.write(new StaticDataEnd());
            for (int i = 0; i < records; i++) {
                writer.write(new X86TscInfo(0, 2_400_000, i, 1));
            }
            writer.write(new End());
        }
        return image.flip();
    }

    /** X86_TSC_INFO records, framed, without headers. */
    static ByteBuffer tsc(int records) {
        ByteBuffer b = ByteBuffer.allocate(32 * records).order(ByteOrder.LITTLE_ENDIAN);
        Random random = new Random(2);
        for (int at = 0; at < b.capacity(); at += 32) {
            b.putInt(at, 8).putInt(at + 4, X86TscInfo.SIZE);
            new X86TscInfo(
                            random.nextInt() & 0xFFFFFFFFL,
                            random.nextInt() & 0xFFFFFFFFL,
                            random.nextLong(),
                            random.nextInt() & 0xFFFFFFFFL)
                    .encode(b, at + 8);
        }
        return b;
    }

    /** The body of an HVM_PARAMS record. */
    static ByteBuffer params(int entries) {
        Random random = new Random(3);
        List<HvmParams.Param> params = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            params.add(new HvmParams.Param(i, random.nextLong()));
        }
        HvmParams record = new HvmParams(params);
        ByteBuffer b = ByteBuffer.allocate((int) record.encodedSize()).order(ByteOrder.LITTLE_ENDIAN);
        record.encode(b, 0);
        return b;
    }

    private static WritableByteChannel into(ByteBuffer memory) {
        return new WritableByteChannel() {
            @Override
            public int write(ByteBuffer octets) {
                int size = octets.remaining();
                memory.put(octets);
                return size;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };
    }
}
