package io.streamspec.tools.statistics;

import io.streamspec.tools.memory.Batch;
import io.streamspec.tools.memory.PageSet;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.PfinfoType;
import java.io.IOException;

/** What the batches of a stream say of a guest's pages. */
final class PageCounts {

    /** Pages from here on are counted, but not told apart: their set would have no bound. */
    private static final long BEYOND = 1L << 30;

    private static final int POSITIONS = 400;
    private static final int HEIGHT = 200;
    private static final int SIDE = 64;
    private static final int TYPES = 16;

    private final Batch batch = new Batch();
    private final ZeroPages zeroPages = new ZeroPages();
    private final PageSet seen = new PageSet();
    private final Passes passes = new Passes();
    private final Grid plot = new Grid(POSITIONS, HEIGHT);
    private final Grid heat = new Grid(SIDE * SIDE, 1);
    private final long[] types = new long[TYPES];
    private long pageSize;
    private long batches;
    private long entries;
    private long sent;
    private long zero;
    private long beyond;
    private long lowest = -1;
    private long highest = -1;

    /** Takes in the batch on which {@code reader} stands. */
    void take(LibxcReader reader) throws IOException {
        batch.read(reader);
        int shift = reader.domainHeader().pageShift();
        pageSize = 1L << shift;
        batches++;
        long at = reader.bodyOffset() + batch.offsetOfPages();
        for (int i = 0; i < batch.size(); i++) {
            entries++;
            types[batch.type(i)]++;
            range(batch.pfn(i));
            if (batch.hasContents(i)) {
                content(batch.pfn(i), at);
                at += pageSize;
            }
        }
        zero += zeroPages.count(reader, batch.offsetOfPages(), pageSize);
    }

    private void range(long pfn) {
        lowest = lowest < 0 ? pfn : Math.min(lowest, pfn);
        highest = Math.max(highest, pfn);
        passes.add(pfn);
    }

    private void content(long pfn, long at) {
        sent++;
        if (pfn >= BEYOND) {
            beyond++;
            return;
        }
        seen.add(pfn);
        plot.add(at, pfn);
        heat.add(pfn, 0);
    }

    void checkpoint() {
        passes.checkpoint();
    }

    /** The name of a type of pages. */
    static String typeName(int type) {
        return new PfinfoType(type).toString();
    }

    /** How many entries of batches are of each type, by its number. */
    long[] types() {
        return types.clone();
    }

    Passes passes() {
        return passes;
    }

    /** Pages with contents: position in the stream from left to right, page numbers upwards. */
    Grid plot() {
        return plot;
    }

    /** How often contents were sent, by page number, in one row. */
    Grid heat() {
        return heat;
    }

    /** The octets of a page; 0 if there is no batch. */
    long pageSize() {
        return pageSize;
    }

    long batches() {
        return batches;
    }

    /** The pages that batches name. */
    long entries() {
        return entries;
    }

    /** Those of them with contents. */
    long sent() {
        return sent;
    }

    /** The different ones among those with contents, as far as these are told apart. */
    long distinct() {
        return seen.size();
    }

    /** How many contents were not the first of their page. */
    long again() {
        return sent - beyond - distinct();
    }

    /** How many contents are zero from end to end. */
    long zero() {
        return zero;
    }

    /** How many contents are of pages too high to be told apart. */
    long beyond() {
        return beyond;
    }

    /** The lowest page that is named; -1 if there is none. */
    long lowest() {
        return lowest;
    }

    /** The highest page that is named; -1 if there is none. */
    long highest() {
        return highest;
    }
}
