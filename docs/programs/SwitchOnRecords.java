import io.streamspec.xen.libxl.CheckpointEnd;
import io.streamspec.xen.libxl.CheckpointState;
import io.streamspec.xen.libxl.EmulatorContext;
import io.streamspec.xen.libxl.EmulatorXenstoreData;
import io.streamspec.xen.libxl.End;
import io.streamspec.xen.libxl.LibxcContext;
import io.streamspec.xen.libxl.LibxlReader;
import io.streamspec.xen.libxl.LibxlRecord;
import java.io.IOException;
import java.nio.file.Path;

/**
 * On Java 21 and later: a switch over the sealed family of records. There is no default, so a kind of record that a new
 * revision adds does not compile before somebody has thought of it here.
 */
class SwitchOnRecords {

    public static void main(String[] arguments) throws IOException {
        try (LibxlReader in = LibxlReader.open(Path.of(arguments[0]))) {
            while (in.advance()) { // the libxc stream inside is passed over
                System.out.println(describe(in.record()));
            }
        }
    }

    private static String describe(LibxlRecord record) {
        return switch (record) {
            case LibxcContext context -> "the machine";
            case EmulatorXenstoreData(var id, var index, var pairs) -> pairs.size() + " keys of " + id;
            case EmulatorContext model -> "state of " + model.emulatorId() + ", " + model.emulatorCtx().size() + " octets";
            case CheckpointEnd end -> "a checkpoint";
            case CheckpointState state -> "COLO: " + state.controlId();
            case End end -> "the end";
            case LibxlRecord.Unknown unknown -> "unknown: " + unknown;
        };
    }
}
