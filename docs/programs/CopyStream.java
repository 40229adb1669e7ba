import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxl.LibxcContext;
import io.streamspec.xen.libxl.LibxlReader;
import io.streamspec.xen.libxl.LibxlWriter;
import java.io.IOException;
import java.nio.file.Path;

/** Copies a libxl stream with the libxc stream inside of it, checkpoints and all, undecoded. */
class CopyStream {

    public static void main(String[] arguments) throws IOException {
        try (LibxlReader in = LibxlReader.open(Path.of(arguments[0]));
                LibxlWriter out = LibxlWriter.create(Path.of(arguments[1]), in.header())) {
            LibxcWriter innerOut = null;
            while (in.advance()) {
                out.forward(in);
                if (in.hasLibxc()) { // the libxc stream begins here, or goes on
                    LibxcReader inner = in.libxc();
                    if (in.typeNumber() == LibxcContext.RECORD_TYPE) {
                        innerOut = out.libxc(inner.imageHeader(), inner.domainHeader());
                    }
                    while (inner.advance()) {
                        innerOut.forward(inner);
                    }
                }
            }
        }
    }
}
