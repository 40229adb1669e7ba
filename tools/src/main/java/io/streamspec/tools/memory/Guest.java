package io.streamspec.tools.memory;

import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.DomainHeaderType;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.X86PvInfo;
import io.streamspec.xen.libxc.X86PvVcpuBasic;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What a stream says of its guest that matters to readers of its memory. */
final class Guest {

    private static final int CONTEXT_32 = 2800;
    private static final int CONTEXT_64 = 5168;

    /** Where {@code ctrlreg[3]} stands in a vCPU's context. */
    private static final int CR3_32 = 2716 + 3 * Integer.BYTES;

    private static final int CR3_64 = 4984 + 3 * Long.BYTES;
    private static final int FOLD = 20;

    private final DomainHeader header;
    private int width;
    private int levels;
    private long table = -1;

    Guest(DomainHeader header) {
        this.header = header;
    }

    DomainHeader header() {
        return header;
    }

    boolean isPv() {
        return header.type().equals(DomainHeaderType.X86_PV);
    }

    /** Its width in octets; 0 if the stream does not say. */
    int width() {
        return width;
    }

    int levels() {
        return levels;
    }

    /** The page of the highest page table that vCPU 0 of a PV guest uses; -1 if the stream does not say. */
    long table() {
        return table;
    }

    /** Takes in what the record on which {@code reader} stands says. */
    void take(LibxcReader reader) throws IOException {
        if (reader.typeNumber() == X86PvInfo.RECORD_TYPE && reader.length() >= X86PvInfo.SIZE) {
            ByteBuffer body = reader.load(X86PvInfo.SIZE);
            width = X86PvInfo.guestWidth(body, body.position());
            levels = X86PvInfo.ptLevels(body, body.position());
        } else if (reader.typeNumber() == X86PvVcpuBasic.RECORD_TYPE) {
            takeRegisters(reader);
        }
    }

    private void takeRegisters(LibxcReader reader) throws IOException {
        int size = reader.length() - X86PvVcpuBasic.CONTEXT_OFFSET;
        if (size != CONTEXT_32 && size != CONTEXT_64) {
            return;
        }
        ByteBuffer body = reader.load();
        if (X86PvVcpuBasic.vcpuId(body, body.position()) != 0) {
            return;
        }
        ByteBuffer context = body.slice(body.position() + X86PvVcpuBasic.CONTEXT_OFFSET, size);
        context.order(ByteOrder.LITTLE_ENDIAN); // it is the processor's
        if (size == CONTEXT_64) {
            table = context.getLong(CR3_64) >>> PageTables.SHIFT;
        } else {
            int folded = context.getInt(CR3_32);
            table = Integer.toUnsignedLong(folded >>> PageTables.SHIFT | folded << FOLD);
        }
    }

    @Override
    public String toString() {
        String kind = isPv() ? "PV guest" : header.type().equals(DomainHeaderType.X86_HVM) ? "HVM guest" : "guest";
        return width == 0 ? kind : kind + " of " + width * Byte.SIZE + " bits, " + levels + " levels of page tables";
    }
}
