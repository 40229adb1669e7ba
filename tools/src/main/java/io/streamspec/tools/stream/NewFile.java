package io.streamspec.tools.stream;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears under its name when it is whole, and not at all before: until {@link #publish} it is a temporary file
 * of the same folder, which {@link #close} deletes, or the end of the process does if the user stops it. Nobody but
 * its owner may read it.
 */
public final class NewFile implements Closeable {

    private final Path target;
    private final Path temporary;
    private final boolean replaces;
    private final FileChannel channel;
    private final Thread hook;

    private NewFile(Path target, Path temporary, boolean replaces) throws IOException {
        this.target = target;
        this.temporary = temporary;
        this.replaces = replaces;
        this.hook = new Thread(this::delete, "deletes " + temporary);
        Runtime.getRuntime().addShutdownHook(hook);
        this.channel = FileChannel.open(temporary, StandardOpenOption.WRITE, StandardOpenOption.READ);
    }

    /** Begins a file to be called {@code target}, where there must be nothing unless it {@code replaces} that. */
    public static NewFile create(Path target, boolean replaces) throws IOException {
        if (target.toString().equals("-")) {
            throw new FileSystemException(
                    "-", null, "is standard output, which takes no file; ./- is a file of that name");
        }
        Path folder = folder(target);
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        requireFree(target, replaces);
        return new NewFile(target, Files.createTempFile(folder, "." + target.getFileName() + ".", ".part"), replaces);
    }

    /** The folder that a file is in. */
    public static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private static void requireFree(Path target, boolean replaces) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new FileSystemException(target.toString(), null, "is there already, and no file");
        }
        if (Files.exists(target) && !replaces) {
            throw new FileSystemException(target.toString(), null, "is there already; --force replaces it");
        }
    }

    /** Where it is until it is whole. */
    public Path temporary() {
        return temporary;
    }

    /** What to write to. */
    public FileChannel channel() {
        return channel;
    }

    /** What to say if writing to it failed for this reason: the channel does not know the file's name. */
    public IOException failed(IOException reason) {
        boolean isTold = reason instanceof FileSystemException
                || reason instanceof DamagedException
                || reason instanceof UnwalkableException
                || reason instanceof ClosedByInterruptException;
        return isTold
                ? reason
                : new FileSystemException(target.toString(), null, "cannot be written: " + reason.getMessage());
    }

    /** Puts the file in its place, with all that has been written. */
    public void publish() throws IOException {
        channel.force(true);
        channel.close();
        requireFree(target, replaces);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(temporary);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending, and the hook at work
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // nobody is left to be told
        }
    }
}
