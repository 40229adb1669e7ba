import io.streamspec.xen.libxc.RecordsHeader;
import io.streamspec.xen.libxc.X86TscInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.io.IOException;
import java.nio.file.Path;

/** Looks at one field of records that lie in memory, without a reader and without making an object. */
class OneField {

    private static final int HEADERS = 24 + 16;

    public static void main(String[] arguments) throws IOException {
        try (FileChannel file = FileChannel.open(Path.of(arguments[0]))) {
            ByteBuffer b = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size()).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = HEADERS; at < b.limit(); at = RecordsHeader.next(b, at)) {
                if (RecordsHeader.typeNumber(b, at) == X86TscInfo.RECORD_TYPE) {
                    System.out.println(X86TscInfo.khz(b, at + RecordsHeader.SIZE) + " kHz");
                }
            }
        }
    }
}
