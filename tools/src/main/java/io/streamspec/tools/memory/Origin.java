package io.streamspec.tools.memory;

import io.streamspec.tools.stream.DamagedException;
import io.streamspec.tools.stream.Format;
import io.streamspec.tools.stream.NewFile;
import io.streamspec.tools.stream.StreamSource;
import io.streamspec.tools.stream.StreamVisitor;
import io.streamspec.tools.stream.StreamWalk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stream that is read several times. What comes through a pipe or a socket is kept in a temporary file while it is read
 * for the first time.
 */
final class Origin implements Closeable {

    private static final Set<Format> UNREAD = Set.of(Format.QEMU_STATE, Format.LEGACY, Format.XENOPSD_LEGACY_IMAGE);

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
            Format format = source.format();
            if (format == null) {
                throw new DamagedException(Format.unknown(source.input().peekUpTo(Format.RECOGNISED_BY)));
            }
            if (UNREAD.contains(format)) {
                throw new DamagedException("a " + format.title() + " is not read for this");
            }
            new StreamWalk(visitor).walk(source.input(), format);
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
