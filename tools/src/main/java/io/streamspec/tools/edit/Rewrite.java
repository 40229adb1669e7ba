package io.streamspec.tools.edit;

import io.streamspec.runtime.FormatException;
import io.streamspec.tools.stream.DamagedException;
import io.streamspec.tools.stream.NewFile;
import io.streamspec.tools.stream.Packing;
import io.streamspec.tools.stream.StreamSource;
import io.streamspec.tools.stream.StreamVisitor;
import io.streamspec.tools.stream.UnwalkableException;
import io.streamspec.tools.verify.Finding;
import io.streamspec.tools.verify.Profile;
import io.streamspec.tools.verify.Verdict;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * Makes a file of a stream out of another. It is written beside its place, verified there, forced to the disk, and takes its
 * place when it has no more errors than what it was made of; else nothing is left of it.
 */
final class Rewrite {

    private final Path source;
    private final Path target;
    private final boolean replaces;

    /**
     * From {@code source} to {@code target}, which may be the same file.
     *
     * @param replaces whether the target may be there already
     * @throws IOException if the source is not a plain file that is there, or packed
     */
    Rewrite(String source, Path target, boolean replaces) throws IOException {
        this.source = requireFile(source);
        this.target = Files.isSymbolicLink(target) ? target.toRealPath() : target;
        this.replaces = replaces;
    }

    /** Writes octets. */
    interface Edit {
        void write(Splice to) throws IOException;
    }

    private static Path requireFile(String name) throws IOException {
        Path path = Path.of(name);
        if (!Files.isRegularFile(path) && (name.equals("-") || name.contains(":") || Files.exists(path))) {
            throw new IOException(
                    name + ": a file is needed, for it is gone through more than once; save the stream first");
        }
        try (StreamSource stream = StreamSource.open(name)) {
            return requirePlain(path, stream);
        }
    }

    private static Path requirePlain(Path path, StreamSource stream) throws IOException {
        if (stream.packing() != Packing.NONE) {
            throw new IOException(path + ": it is packed by " + stream.packing() + "; unpack it first");
        }
        stream.requireFormat();
        return path;
    }

    /** Walks through the source. */
    void walk(StreamVisitor visitor) throws IOException {
        try (StreamSource stream = StreamSource.open(source.toString())) {
            stream.walk(visitor);
        } catch (FormatException e) {
            throw new DamagedException(source + ": " + e.getMessage());
        }
    }

    /** Makes the file. */
    void run(Edit edit) throws IOException {
        try (NewFile file = NewFile.create(target, replaces)) {
            write(file, edit);
            verify(file.temporary());
            keepMode(file.temporary());
            file.publish();
        }
    }

    private void write(NewFile file, Edit edit) throws IOException {
        try (FileChannel from = FileChannel.open(source, StandardOpenOption.READ)) {
            Splice splice = new Splice(from, file.channel());
            edit.write(splice);
            splice.flush();
        } catch (FileSystemException | DamagedException | UnwalkableException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(source + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new FileSystemException(target.toString(), null, "cannot be written: " + e.getMessage());
        }
    }

    private void verify(Path written) throws IOException {
        Verdict after = Verdict.of(written, Profile.RECEIVER);
        if (after.errors() > 0
                && after.errors() > Verdict.of(source, Profile.RECEIVER).errors()) {
            Finding first = after.first().get(0);
            throw new DamagedException(
                    target + ": not written, for its readers would refuse it: octet " + first.offset()
                            + ", " + first.path() + ": expected " + first.expected() + ", found " + first.found() + " ["
                            + first.document() + ": " + first.rule() + "]");
        }
    }

    /** What takes the place of a file may be read by whom that could be read by. */
    private void keepMode(Path written) throws IOException {
        PosixFileAttributeView there = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (there != null && Files.exists(target)) {
            Files.setPosixFilePermissions(written, there.readAttributes().permissions());
        }
    }
}
