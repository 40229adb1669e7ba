package io.streamspec.tools;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Standard output, which remembers why something could not be written: printers only tell that it could not. */
final class StandardOutput extends OutputStream {

    private final FileOutputStream output = new FileOutputStream(FileDescriptor.out);
    private @Nullable IOException failure;

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int count) throws IOException {
        try {
            output.write(octets, from, count);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    /** Whether something could not be written. */
    boolean hasFailed() {
        return failure != null;
    }

    /** Why not; empty if the reader is gone, who need not be told. */
    String problem() {
        String reason = failure == null ? "" : String.valueOf(failure.getMessage());
        boolean isClosed = reason.toLowerCase(Locale.ROOT).contains("broken pipe");
        return failure == null || isClosed ? "" : "standard output: cannot be written: " + reason;
    }
}
