import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.X86TscInfo;
import java.io.IOException;
import java.nio.file.Path;

/** Copies an image with another TSC frequency. All other records go through undecoded, pages without being looked at. */
class ChangeRecord {

    public static void main(String[] arguments) throws IOException {
        long khz = Long.parseLong(arguments[2]);
        try (LibxcReader in = LibxcReader.open(Path.of(arguments[0]));
                LibxcWriter out = LibxcWriter.create(Path.of(arguments[1]), in.imageHeader(), in.domainHeader())) {
            while (in.advance()) {
                if (in.typeNumber() == X86TscInfo.RECORD_TYPE) {
                    X86TscInfo old = (X86TscInfo) in.record();
                    out.write(new X86TscInfo(old.mode(), khz, old.nsec(), old.incarnation()));
                } else {
                    out.forward(in);
                }
            }
        }
    }
}
