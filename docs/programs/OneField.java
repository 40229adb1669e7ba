import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxc.RecordsHeader;
import io.streamspec.xen.libxc.X86TscInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Looks at one field of records that lie in memory, without a reader and without making an object. A file of 2 GiB or
 * more cannot be mapped at once: see ReadImage.
 */
class OneField {

    public static void main(String[] arguments) throws IOException {
        try (FileChannel file = FileChannel.open(Path.of(arguments[0]))) {
            ByteBuffer b = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
            boolean isBigEndian = ImageHeader.decode(b, 0).options().endianness();
            b.order(isBigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            int end = b.limit();
            for (int at = ImageHeader.SIZE + DomainHeader.SIZE, next; at < end; at = next) {
                next = RecordsHeader.next(b, at);
                if (RecordsHeader.typeNumber(b, at) == X86TscInfo.RECORD_TYPE) {
                    System.out.println(X86TscInfo.khz(b, at + RecordsHeader.SIZE) + " kHz");
                }
            }
        }
    }
}
