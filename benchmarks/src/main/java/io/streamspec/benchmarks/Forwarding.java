package io.streamspec.benchmarks;

import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.LibxcWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Passes so many X86_TSC_INFO records on undecoded, from a file or from a pipe, and checks them. */
final class Forwarding implements Closeable {

    private final Path file;
    private final boolean pipe;

    Forwarding(int records, boolean pipe) throws IOException {
        this.file = Files.createTempFile("streamspec", ".image");
        this.pipe = pipe;
        try (FileChannel channel = FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
            channel.write(Images.stream(records));
        }
    }

    /** The octets that came out. */
    long run() throws IOException {
        try (LibxcReader in = pipe ? LibxcReader.from(pipe(FileChannel.open(file))) : LibxcReader.open(file);
                LibxcWriter out = LibxcWriter.to(OutputStream.nullOutputStream(), Images.header(), Images.domain())) {
            while (in.advance()) {
                out.forward(in);
            }
            return out.offset();
        }
    }

    /** A channel that is no file to those who read it. */
    private static ReadableByteChannel pipe(FileChannel file) {
        return new ReadableByteChannel() {
            @Override
            public int read(ByteBuffer target) throws IOException {
                return file.read(target);
            }

            @Override
            public boolean isOpen() {
                return file.isOpen();
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    @Override
    public void close() throws IOException {
        Files.delete(file);
    }
}
