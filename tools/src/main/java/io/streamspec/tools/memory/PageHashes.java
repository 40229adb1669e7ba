package io.streamspec.tools.memory;

import io.streamspec.runtime.FormatException;
import io.streamspec.tools.stream.Level;
import io.streamspec.tools.stream.StreamVisitor;
import io.streamspec.xen.libxc.LibxcReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The pages of a guest, and of each a hash of 64 bits of its last contents and their type. Takes 8 octets a page, and the
 * set of them.
 */
public final class PageHashes {

    private static final int MOST = Integer.MAX_VALUE - 8;
    private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;
    private static final long OTHER = 0xC2B2_AE3D_27D4_EB4FL;
    private static final int ROTATION = 31;

    private final int shift;
    private final PageSet pages;
    private final long[] hashes;

    private PageHashes(int shift, PageSet pages) {
        this.shift = shift;
        this.pages = pages;
        this.hashes = new long[(int) pages.size()];
    }

    /** Takes a page and its hash. */
    @FunctionalInterface
    public interface Taker {
        /** Takes them. */
        void take(long page, long hash);
    }

    /**
     * Reads the stream of this name, to its end.
     *
     * @param mostMemory the guest's addresses are below this
     * @param visitor whom all of it is shown once, before pages are looked at
     * @throws FormatException if it cannot be read
     */
    public static PageHashes read(String name, long mostMemory, StreamVisitor visitor) throws IOException {
        try (Origin origin = new Origin(name, Origin.temporaryFolder())) {
            PageScan scan = new PageScan(mostMemory);
            origin.walk(new Both(visitor, scan));
            int shift = scan.hasGuest() ? scan.guest().header().pageShift() : 0;
            if (scan.present().size() > MOST) {
                throw FormatException.of("pages", -1, "more than " + MOST + " pages are too many", "fewer");
            }
            PageHashes hashes = new PageHashes(shift, scan.present());
            if (scan.hasGuest()) {
                origin.walk(hashes.new Filling(scan.committed()));
            }
            return hashes;
        }
    }

    /** How large pages are, as a power of 2; 0 if there is no guest. */
    public int pageShift() {
        return shift;
    }

    /** Whether there is no page at all. */
    public boolean isEmpty() {
        return hashes.length == 0;
    }

    /** Whether the guest has this page. */
    public boolean contains(long page) {
        return pages.contains(page);
    }

    /** The hash of a page that the guest has. */
    public long hash(long page) {
        return hashes[(int) pages.rank(page)];
    }

    /** Hands out each page, in order. */
    public void forEach(Taker taker) {
        int rank = 0;
        for (long first = pages.next(0); first >= 0; ) {
            long end = pages.end(first);
            for (long page = first; page < end; page++) {
                taker.take(page, hashes[rank++]);
            }
            first = pages.next(end);
        }
    }

    private static long hash(ByteBuffer page, int type) {
        ByteBuffer octets = page.order(ByteOrder.LITTLE_ENDIAN);
        long hash = type;
        for (int at = 0; at < octets.limit(); at += Long.BYTES) {
            hash = Long.rotateLeft(hash ^ octets.getLong(at) * OTHER, ROTATION) * FACTOR;
        }
        return hash ^ hash >>> ROTATION;
    }

    /** Takes the hashes of all pages. */
    private final class Filling extends PageVisitor {
        private final ByteBuffer page = ByteBuffer.allocateDirect(1 << shift);

        Filling(long batches) {
            super(batches);
            Arrays.fill(hashes, hash(page, 0)); // of those without contents
        }

        @Override
        void pages(Batch batch, LibxcReader reader) throws IOException {
            BodyPieces body = new BodyPieces(reader);
            body.skip(batch.offsetOfPages());
            int rank = -1;
            for (int i = 0; i < batch.size(); i++) {
                boolean isNext = rank >= 0 && i > 0 && batch.pfn(i) == batch.pfn(i - 1) + 1;
                rank = batch.isPresent(i) ? isNext ? rank + 1 : (int) pages.rank(batch.pfn(i)) : -1;
                if (batch.hasContents(i)) {
                    body.fill(page.clear());
                    hashes[rank] = hash(page.clear(), batch.type(i));
                }
            }
        }
    }

    /** Shows everything to one visitor and then to another. */
    private record Both(StreamVisitor first, PageScan second) implements StreamVisitor {
        @Override
        public void begin(Level level) throws IOException {
            first.begin(level);
            second.begin(level);
        }

        @Override
        public void header(String path, String name, long offset, long size, Record header) throws IOException {
            first.header(path, name, offset, size, header);
        }

        @Override
        public void record(Level level) throws IOException {
            first.record(level);
            second.record(level);
        }

        @Override
        public void end(Level level) throws IOException {
            first.end(level);
            second.end(level);
        }
    }
}
