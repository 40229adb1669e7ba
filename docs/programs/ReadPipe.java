import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.LibxcRecord;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Reads what another process sends through a pipe and counts the records by kind: {@code sender | java ReadPipe}. */
class ReadPipe {

    public static void main(String[] arguments) throws IOException {
        Map<String, Integer> kinds = new TreeMap<>();
        // System.in would copy every octet once more
        try (LibxcReader in = LibxcReader.from(new FileInputStream(FileDescriptor.in).getChannel())) {
            while (in.advance()) { // nothing of the record before is kept, so that memory for one record is enough
                LibxcRecord record = in.record();
                kinds.merge(record.getClass().getSimpleName(), 1, Integer::sum);
            }
        }
        System.out.println(kinds);
    }
}
