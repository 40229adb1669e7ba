import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.LibxcRecord;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what another process sends through a pipe and counts the records by kind: {@code sender | java ReadPipe}. */
class ReadPipe {

    public static void main(String[] arguments) throws IOException {
        Map<String, Integer> kinds = new TreeMap<>();
        LibxcReader in = LibxcReader.from(System.in);
        for (Optional<LibxcRecord> next = in.next(); next.isPresent(); next = in.next()) {
            kinds.merge(next.get().getClass().getSimpleName(), 1, Integer::sum);
        }
        System.out.println(kinds);
    }
}
