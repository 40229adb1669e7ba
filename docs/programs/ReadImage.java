import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.X86TscInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Reads a save file of any size: of each batch of memory the list of its pages; the pages are passed over. */
class ReadImage {

    public static void main(String[] arguments) throws IOException {
        long pages = 0;
        try (LibxcReader in = LibxcReader.open(Path.of(arguments[0]))) {
            System.out.println(in.domainHeader().type() + " image of version " + in.imageHeader().version());
            while (in.advance()) { // the head of the next record; its body only as far as somebody asks
                if (in.typeNumber() == PageData.RECORD_TYPE) {
                    ByteBuffer start = in.load(PageData.MIN_SIZE);
                    pages += PageData.count(start, start.position());
                } else if (in.record() instanceof X86TscInfo tsc) {
                    System.out.println("octet " + in.offset() + ": " + tsc.khz() + " kHz");
                }
            }
        }
        System.out.println(pages + " pages");
    }
}
