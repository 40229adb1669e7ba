package io.streamspec.xen;

import static io.streamspec.xen.Images.domain;
import static io.streamspec.xen.Images.image;

import io.streamspec.runtime.Octets;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.DomainHeaderType;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxc.LibxcRecord;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.StaticDataEnd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** Small images to change. */
final class Images {

    private Images() {}

    static ImageHeader image() {
        return new ImageHeader(3, ImageHeader.Options.of(false));
    }

    static DomainHeader domain() {
        return new DomainHeader(DomainHeaderType.X86_HVM, 12, 4, 19);
    }

    /** An image without an end: so many batches of so many pages. */
    static byte[] pageData(int batches, int pages) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LibxcWriter writer = LibxcWriter.to(out, image(), domain());
        writer.write(new StaticDataEnd());
        for (int i = 0; i < batches; i++) {
            LibxcRecord batch = new PageData(
                    PageData.Pfn.all(new long[pages]), Octets.each(ByteBuffer.allocate(4096 * pages), 4096));
            writer.write(batch);
        }
        writer.flush();
        return out.toByteArray();
    }

    static ReadableByteChannel oneByOne(byte[] octets) {
        return new ReadableByteChannel() {
            private int next;

            @Override
            public int read(ByteBuffer target) {
                if (next == octets.length) {
                    return -1;
                }
                target.put(octets[next++]);
                return 1;
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
