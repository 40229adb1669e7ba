package io.streamspec.tools.memory;

import io.streamspec.runtime.Octets;
import io.streamspec.runtime.Scalars;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.DomainHeaderType;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.PfinfoType;
import io.streamspec.xen.libxc.StaticDataEnd;
import io.streamspec.xen.libxc.X86PvInfo;
import io.streamspec.xen.libxc.X86PvP2mFrames;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A batch of pages for a stream to be tested with. */
final class Pages {

    static final int SIZE = 4096;
    static final ImageHeader IMAGE = new ImageHeader(3, ImageHeader.Options.of(false));
    static final DomainHeader HVM = new DomainHeader(DomainHeaderType.X86_HVM, 12, 4, 19);
    static final DomainHeader PV = new DomainHeader(DomainHeaderType.X86_PV, 12, 4, 19);

    private static final Set<PfinfoType> EMPTY = Set.of(PfinfoType.BROKEN, PfinfoType.XALLOC, PfinfoType.XTAB);

    private final List<PageData.Pfn> pfns = new ArrayList<>();
    private final List<Octets> contents = new ArrayList<>();

    /** An ordinary page full of {@code octet}. */
    Pages page(long pfn, int octet) {
        return page(pfn, PfinfoType.NOTAB, filled(octet));
    }

    Pages page(long pfn, PfinfoType type, byte[] octets) {
        pfns.add(PageData.Pfn.of(pfn, type));
        contents.add(Octets.of(octets));
        return this;
    }

    /** A page without contents. */
    Pages empty(long pfn, PfinfoType type) {
        assert EMPTY.contains(type);
        pfns.add(PageData.Pfn.of(pfn, type));
        return this;
    }

    PageData record() {
        return new PageData(pfns, contents);
    }

    static byte[] filled(int octet) {
        byte[] octets = new byte[SIZE];
        Arrays.fill(octets, (byte) octet);
        octets[SIZE - 1] = (byte) ~octet;
        return octets;
    }

    /** A page table with this entry at this index, and zero elsewhere. */
    static byte[] table(int index, long entry) {
        byte[] octets = new byte[SIZE];
        ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN).putLong(index * Long.BYTES, entry);
        return octets;
    }

    static LibxcWriter hvm(OutputStream out) throws IOException {
        LibxcWriter writer = LibxcWriter.to(out, IMAGE, HVM);
        writer.write(new StaticDataEnd());
        return writer;
    }

    /** The stream of a PV guest of 64 bits with {@code pages} pages. */
    static LibxcWriter pv(OutputStream out, int pages) throws IOException {
        LibxcWriter writer = LibxcWriter.to(out, IMAGE, PV);
        writer.write(new X86PvInfo(8, 4)).write(new StaticDataEnd());
        writer.write(new X86PvP2mFrames(0, pages - 1, Scalars.of(0)));
        return writer;
    }
}
