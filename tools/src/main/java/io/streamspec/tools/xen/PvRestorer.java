package io.streamspec.tools.xen;

import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.PfinfoType;
import io.streamspec.xen.libxc.VcpuMsr;
import io.streamspec.xen.libxc.X86PvInfo;
import io.streamspec.xen.libxc.X86PvP2mFrames;
import io.streamspec.xen.libxc.X86PvVcpuBasic;
import io.streamspec.xen.libxc.X86PvVcpuExtended;
import io.streamspec.xen.libxc.X86PvVcpuMsrs;
import io.streamspec.xen.libxc.X86PvVcpuXsave;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/** What Xen's restorer asks of a PV guest. */
final class PvRestorer extends Restorer {

    private static final int SMALLEST_EXTENDED = 32;
    private static final int EMPTY_XSAVE = 16;
    private static final int SMALLEST_XSAVE = 592;
    private static final int MOST_VCPUS = 8192;

    private final PfnTypes types = new PfnTypes();
    private final P2m p2m = new P2m();
    private final Map<Long, VcpuContext> vcpus = new TreeMap<>();
    private int width = Long.BYTES;

    PvRestorer(LibxcReader reader, Spot spot) {
        super(reader, spot);
    }

    @Override
    boolean impliesStaticDataEnd(long type) {
        return type == PageData.RECORD_TYPE || type == X86PvP2mFrames.RECORD_TYPE;
    }

    @Override
    void own(long type) throws IOException {
        if (type == PageData.RECORD_TYPE) {
            pages();
        } else if (reader.length() > 0 && isSound()) {
            other(reader.record());
        }
    }

    private void other(Object record) {
        if (record instanceof X86PvInfo info) {
            width = info.guestWidth();
        } else if (record instanceof X86PvP2mFrames frames) {
            p2m.add(frames);
        } else if (record instanceof X86PvVcpuBasic basic) {
            take(basic);
        } else if (record instanceof X86PvVcpuExtended extended) {
            checkExtended(extended);
        } else if (record instanceof X86PvVcpuXsave xsave) {
            int size = xsave.context().size();
            if (size > EMPTY_XSAVE && size < SMALLEST_XSAVE) {
                spot.refuse(XenRule.XSAVE_SIZE, "context", "16 octets, or at least 592", size + " octets");
            }
        } else if (record instanceof X86PvVcpuMsrs msrs) {
            checkMsrs(msrs);
        }
    }

    private void take(X86PvVcpuBasic basic) {
        int size = basic.context().size();
        if (size != 0 && size != VcpuContext.size(width)) {
            spot.refuse(XenRule.BASIC_SIZE, "context", VcpuContext.size(width) + " octets", size + " octets");
        } else if (size != 0 && vcpus.size() < MOST_VCPUS) {
            vcpus.put(basic.vcpuId(), VcpuContext.of(basic.context(), width, reader.byteOrder()));
        }
    }

    private void pages() throws IOException {
        long octets = PageData.PFN_OFFSET;
        if (reader.length() < octets) {
            return; // told of already
        }
        ByteBuffer head = reader.load(octets);
        long count = PageData.count(head, head.position());
        octets += count * Long.BYTES;
        if (octets > reader.length()) {
            return;
        }
        ByteBuffer body = reader.load(octets);
        for (int i = 0; i < count; i++) {
            long bits = PageData.pfn(body, body.position(), i);
            PageData.Pfn entry = new PageData.Pfn(bits);
            if (p2m.isWithin(entry.pfn())) {
                types.set(entry.pfn(), entry.typeNumber());
            } else {
                String found = "0x" + Long.toHexString(entry.pfn());
                spot.refuse(XenRule.PFN_WITHIN, "pfn[" + i + "].pfn", p2m.extent(), found);
            }
        }
    }

    private void checkExtended(X86PvVcpuExtended extended) {
        ByteBuffer context = extended.context().asByteBuffer().order(reader.byteOrder());
        if (context.remaining() >= Long.BYTES) {
            long size = Integer.toUnsignedLong(context.getInt(context.position() + Integer.BYTES));
            if (size < SMALLEST_EXTENDED) {
                spot.refuse(XenRule.EXTENDED_SIZE, "context", "at least 32 octets", size + " octets");
            }
        }
    }

    private void checkMsrs(X86PvVcpuMsrs msrs) {
        int i = 0;
        for (VcpuMsr msr : msrs.context()) {
            if (!Hypervisor.takesOfPv(msr.index())) {
                String found = "0x" + Long.toHexString(msr.index());
                spot.refuse(XenRule.VCPU_MSR, "context[" + i + "].index", "an MSR that Xen keeps", found);
            }
            i++;
        }
    }

    @Override
    void complete() {
        p2m.check(types, spot);
        if (!vcpus.containsKey(0L)) {
            spot.refuse(XenRule.FIRST_VCPU, "", "an X86_PV_VCPU_BASIC of vCPU 0 before it", "none");
        }
        vcpus.forEach(this::check);
    }

    private void check(long id, VcpuContext vcpu) {
        String who = "vCPU " + id + ": ";
        int level = width == Long.BYTES ? 4 : 3;
        requireType(XenRule.CR3_PAGE, vcpu.cr3Page(), level, "L" + level + "TAB", who + "cr3 is page 0x");
        if (id == 0) {
            requireType(XenRule.START_INFO_PAGE, vcpu.startInfoPage(), 0, "NOTAB", who + "its start info is page 0x");
        }
        if (vcpu.gdtEntries() > VcpuContext.MOST_GDT_ENTRIES) {
            String found = who + Long.toUnsignedString(vcpu.gdtEntries());
            spot.refuse(XenRule.GDT_ENTRIES, "", "at most 7168 entries", found);
        }
    }

    /** Requires that a page is a table of this level, pinned or not, or none if the level is 0. */
    private void requireType(XenRule rule, long pfn, int level, String expected, String found) {
        int type = p2m.isWithin(pfn) ? types.get(pfn) : PfnTypes.UNKNOWN;
        if (type == PfnTypes.FULL) {
            return;
        }
        boolean isTable = type >= 0 && type < PfinfoType.BROKEN.value() && (type & 7) == level;
        if (!isTable || level == 0 && type != 0) {
            String of = type == PfnTypes.UNKNOWN ? ", which is none" : ", of type " + PfinfoType.of(type);
            spot.refuse(rule, "", expected, found + Long.toHexString(pfn) + of);
        }
    }
}
