package io.streamspec.tools.memory;

import io.streamspec.tools.stream.NewFile;
import io.streamspec.tools.stream.StreamSource;
import io.streamspec.tools.stream.StreamVisitor;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A stream that is read several times. What comes through a pipe or a socket is kept in a temporary file while it is read
 * for the first time.
 */
final class Origin implements Closeable {

    private final String name;
    private final Path folder;
    private @Nullable NewFile copy;

    /** The folder for what nobody is to keep. */
    static Path temporaryFolder() {
        return Path.of(System.getProperty("java.io.tmpdir", "."));
    }

    /** The stream of this name, a copy of which may be put into {@code folder}. */
    Origin(String name, Path folder) {
        this.name = name;
        this.folder = folder;
    }

    /** Goes through the stream. */
    void walk(StreamVisitor visitor) throws IOException {
        try (StreamSource source = open()) {
            source.walk(visitor);
        }
    }

    private StreamSource open() throws IOException {
        if (copy != null) {
            return StreamSource.open(copy.temporary().toString());
        }
        if (StreamSource.isRepeatable(name)) {
            return StreamSource.open(name);
        }
        copy = NewFile.create(folder.resolve("stream"), true);
        return StreamSource.open(name, FileChannel.open(copy.temporary(), StandardOpenOption.WRITE));
    }

    @Override
    public void close() throws IOException {
        if (copy != null) {
            copy.close();
        }
    }
}
