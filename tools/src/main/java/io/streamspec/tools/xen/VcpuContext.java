package io.streamspec.tools.xen;

import io.streamspec.runtime.Octets;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What is looked at of a PV vCPU's {@code vcpu_guest_context}, which the libxc specification leaves to Xen's public headers.
 *
 * @param cr3Page the page that cr3 names
 * @param startInfoPage the page that rdx, or edx, names
 * @param gdtEntries how many entries the GDT has
 */
record VcpuContext(long cr3Page, long startInfoPage, long gdtEntries) {

    static final long MOST_GDT_ENTRIES = 7168;

    private static final int SIZE_64 = 5168;
    private static final int RDX_64 = 616;
    private static final int GDT_ENTRIES_64 = 4960;
    private static final int CR3_64 = 4984 + 3 * Long.BYTES;
    private static final int SIZE_32 = 2800;
    private static final int EDX_32 = 524;
    private static final int GDT_ENTRIES_32 = 2704;
    private static final int CR3_32 = 2716 + 3 * Integer.BYTES;
    private static final int PAGE_SHIFT = 12;
    private static final int FOLD = 20;

    /** The octets that the context of a guest has whose words have {@code width} octets. */
    static int size(int width) {
        return width == Long.BYTES ? SIZE_64 : SIZE_32;
    }

    /** A context of the right size. */
    static VcpuContext of(Octets context, int width, ByteOrder order) {
        ByteBuffer b = context.asByteBuffer().slice().order(order);
        if (width == Long.BYTES) {
            long cr3 = b.getLong(CR3_64) >>> PAGE_SHIFT;
            return new VcpuContext(cr3, b.getLong(RDX_64), b.getLong(GDT_ENTRIES_64));
        }
        int folded = b.getInt(CR3_32);
        return new VcpuContext(
                Integer.toUnsignedLong(folded >>> PAGE_SHIFT | folded << FOLD),
                Integer.toUnsignedLong(b.getInt(EDX_32)),
                Integer.toUnsignedLong(b.getInt(GDT_ENTRIES_32)));
    }
}
