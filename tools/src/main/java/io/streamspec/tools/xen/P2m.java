package io.streamspec.tools.xen;

import io.streamspec.xen.libxc.PfinfoType;
import io.streamspec.xen.libxc.X86PvP2mFrames;
import java.util.Arrays;

/** The extent of a PV guest's memory, and the pages that hold its P2M. */
final class P2m {

    private static final int MOST_FRAMES = 1 << 20;

    private long end = -1;
    private long[] frames = new long[16];
    private int count;

    /** Takes what the record says; the P2M may grow. */
    void add(X86PvP2mFrames record) {
        end = Math.max(end, record.p2mEndPfn());
        for (int i = 0; i < record.p2mPfn().size() && count < MOST_FRAMES; i++) {
            if (count == frames.length) {
                frames = Arrays.copyOf(frames, 2 * count);
            }
            frames[count] = record.p2mPfn().get(i);
            count++;
        }
    }

    boolean isWithin(long pfn) {
        return pfn >= 0 && pfn <= end;
    }

    /** {@code at most 0xffff}. */
    String extent() {
        return end < 0 ? "an X86_PV_P2M_FRAMES before it" : "at most 0x" + Long.toHexString(end);
    }

    /** Every page of the P2M has to be one, without being a page table. */
    void check(PfnTypes types, Spot spot) {
        for (int i = 0; i < count; i++) {
            int type = isWithin(frames[i]) ? types.get(frames[i]) : PfnTypes.UNKNOWN;
            if (type != PfnTypes.FULL && type != PfinfoType.NOTAB.value()) {
                String page = "page 0x" + Long.toHexString(frames[i]);
                String of = type == PfnTypes.UNKNOWN ? ", which is none" : " of type " + PfinfoType.of(type);
                spot.refuse(XenRule.P2M_PAGES, "", "NOTAB", page + of);
            }
        }
    }
}
