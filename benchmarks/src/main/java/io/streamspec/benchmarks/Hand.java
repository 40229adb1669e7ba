package io.streamspec.benchmarks;

import io.streamspec.xen.libxc.HvmParams;
import java.nio.ByteBuffer;
import java.util.List;

/** What somebody who knows the format would write by hand: absolute access, unsigned, checked, order at run time. */
final class Hand {

    static final int PAGE_DATA = 1;
    static final int TSC_INFO = 8;

    private static final long LIMIT = 128 << 20;

    private Hand() {}

    static long type(ByteBuffer b, int at) {
        return Integer.toUnsignedLong(b.getInt(at));
    }

    static int length(ByteBuffer b, int at) {
        long length = Integer.toUnsignedLong(b.getInt(at + 4));
        if (length > LIMIT || at + 8 + (length + 7 & ~7L) > b.limit()) {
            throw new IllegalArgumentException("record at " + at + ": " + length + " octets");
        }
        return (int) length;
    }

    /** Counts the types of all pfns of an image, headers passed over. */
    static void countTypes(ByteBuffer b, long[] counts) {
        int at = Images.HEADERS;
        int end = b.limit();
        while (at < end) {
            int length = length(b, at);
            int next = at + 8 + (length + 7 & ~7);
            if (type(b, at) == PAGE_DATA) {
                long count = Integer.toUnsignedLong(b.getInt(at + 8));
                if (8 + 8 * count > length) {
                    throw new IllegalArgumentException("record at " + at + ": " + count + " pfns");
                }
                int pfns = at + 16;
                int all = (int) count;
                for (int i = 0; i < all; i++) {
                    counts[(int) (b.getLong(pfns + 8 * i) >>> 60)]++;
                }
            }
            at = next;
        }
    }

    /** The same in the way of a codec, which first makes sure that a batch has all of its pages, then hands out its pfns. */
    static void countTypesOfBatches(ByteBuffer b, long[] counts) {
        int at = Images.HEADERS;
        int end = b.limit();
        while (at < end) {
            int length = length(b, at);
            int next = at + 8 + (length + 7 & ~7);
            if (type(b, at) == PAGE_DATA) {
                int all = requireBatch(b, at + 8, length);
                int pfns = at + 16;
                for (int i = 0; i < all; i++) {
                    counts[(int) (b.getLong(pfns + 8 * i) >>> 60)]++;
                }
            }
            at = next;
        }
    }

    /** How many pfns a batch has; it has a page for each whose type is below 13. */
    private static int requireBatch(ByteBuffer b, int at, int length) {
        long count = Integer.toUnsignedLong(b.getInt(at));
        if (8 + 8 * count > length) {
            throw new IllegalArgumentException("batch at " + at + ": " + count + " pfns");
        }
        long pages = 0;
        int all = (int) count;
        for (int i = 0; i < all; i++) {
            pages += b.getLong(at + 8 + 8 * i) >>> 60 < 13 ? 1 : 0;
        }
        if (8 + 8 * count + Images.PAGE * pages > length) {
            throw new IllegalArgumentException("batch at " + at + ": " + pages + " pages");
        }
        return all;
    }

    /** The sum of all fields of TSC_INFO records. */
    static long sumTsc(ByteBuffer b) {
        long sum = 0;
        int at = 0;
        int end = b.limit();
        while (at < end) {
            int length = length(b, at);
            int next = at + 8 + (length + 7 & ~7);
            if (type(b, at) == TSC_INFO) {
                if (length < 24) {
                    throw new IllegalArgumentException("record at " + at + " is too short");
                }
                sum += Integer.toUnsignedLong(b.getInt(at + 8))
                        + Integer.toUnsignedLong(b.getInt(at + 12))
                        + b.getLong(at + 16)
                        + Integer.toUnsignedLong(b.getInt(at + 24));
            }
            at = next;
        }
        return sum;
    }

    /** The sum of the seven words of {@code records} TSC_INFO records that lie at multiples of 32. */
    static long sumTscFields(ByteBuffer b, int records) {
        long sum = 0;
        for (int i = 0; i < records; i++) {
            int at = 32 * i;
            if (at > b.limit() - 32) {
                throw new IllegalArgumentException("record at " + at + " is too short");
            }
            sum += Integer.toUnsignedLong(b.getInt(at))
                    + Integer.toUnsignedLong(b.getInt(at + 4))
                    + Integer.toUnsignedLong(b.getInt(at + 8))
                    + Integer.toUnsignedLong(b.getInt(at + 12))
                    + b.getLong(at + 16)
                    + Integer.toUnsignedLong(b.getInt(at + 24))
                    + Integer.toUnsignedLong(b.getInt(at + 28));
        }
        return sum;
    }

    static int putTsc(ByteBuffer b, int at, long mode, long khz, long nsec, long incarnation) {
        b.putInt(at, TSC_INFO);
        b.putInt(at + 4, 24);
        b.putInt(at + 8, (int) mode);
        b.putInt(at + 12, (int) khz);
        b.putLong(at + 16, nsec);
        b.putInt(at + 24, (int) incarnation);
        b.putInt(at + 28, 0);
        return at + 32;
    }

    static long sumParams(ByteBuffer b, int length) {
        long count = Integer.toUnsignedLong(b.getInt(0));
        if (8 + 16 * count != length) {
            throw new IllegalArgumentException(count + " parameters in " + length + " octets");
        }
        long sum = 0;
        int all = (int) count;
        for (int i = 0; i < all; i++) {
            sum += b.getLong(8 + 16 * i) + b.getLong(16 + 16 * i);
        }
        return sum;
    }

    static int putParams(ByteBuffer b, int at, List<HvmParams.Param> params) {
        b.putInt(at, params.size());
        b.putInt(at + 4, 0);
        int position = at + 8;
        for (HvmParams.Param param : params) {
            b.putLong(position, param.index());
            b.putLong(position + 8, param.value());
            position += 16;
        }
        return position;
    }

    static int putPages(ByteBuffer b, int at, long[] pfns, ByteBuffer pages) {
        b.putInt(at, PAGE_DATA);
        b.putInt(at + 4, 8 + 8 * pfns.length + pages.limit());
        b.putInt(at + 8, pfns.length);
        b.putInt(at + 12, 0);
        int position = at + 16;
        for (long pfn : pfns) {
            b.putLong(position, pfn);
            position += 8;
        }
        b.put(position, pages, 0, pages.limit());
        return position + pages.limit();
    }
}
