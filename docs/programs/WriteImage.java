import io.streamspec.runtime.Octets;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.DomainHeaderType;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.HvmContext;
import io.streamspec.xen.libxc.HvmParams;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.PfinfoType;
import io.streamspec.xen.libxc.StaticDataEnd;
import io.streamspec.xen.libxc.X86TscInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** Writes an image. Lengths, counts and padding are computed; a record that may not come next is refused. */
class WriteImage {

    private static final int PAGE = 4096;

    public static void main(String[] arguments) throws IOException {
        ImageHeader image = new ImageHeader(3, ImageHeader.Options.of(false)); // little-endian
        DomainHeader domain = new DomainHeader(DomainHeaderType.X86_HVM, 12, 4, 19);
        ByteBuffer memory = ByteBuffer.allocateDirect(2 * PAGE); // as mapped from somewhere; never copied to the heap
        try (LibxcWriter out = LibxcWriter.create(Path.of(arguments[0]), image, domain)) {
            out.write(new StaticDataEnd());
            out.write(new PageData(
                    List.of(
                            PageData.Pfn.of(0x10, PfinfoType.NOTAB),
                            PageData.Pfn.of(0x11, PfinfoType.XTAB), // has no page
                            PageData.Pfn.of(0x12, PfinfoType.L1TAB)),
                    Octets.each(memory, PAGE)));
            out.write(new X86TscInfo(0, 2_400_000, 0, 1));
            out.write(new HvmParams(List.of(new HvmParams.Param(1, 0xFEFFC))));
            out.write(new HvmContext(Octets.of(new byte[100])));
            out.write(new End());
        }
    }
}
