import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.HvmContext;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.LibxcRecord;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.X86TscInfo;
import java.io.IOException;
import java.nio.file.Path;

/** On Java 21 and later: a switch over the sealed family of records, which the compiler checks for completeness. */
class SwitchOnRecords {

    public static void main(String[] arguments) throws IOException {
        try (LibxcReader in = LibxcReader.open(Path.of(arguments[0]))) {
            while (in.advance()) {
                System.out.println(describe(in.record()));
            }
        }
    }

    private static String describe(LibxcRecord record) {
        return switch (record) {
            case PageData(var pfns, var pages) -> pages.size() + " of " + pfns.size() + " pages";
            case X86TscInfo tsc -> tsc.khz() + " kHz";
            case HvmContext context -> "context of " + context.hvmCtx().size() + " octets";
            case End end -> "the end";
            case LibxcRecord.Unknown unknown -> "unknown: " + unknown;
            case LibxcRecord other -> other.toString();
        };
    }
}
