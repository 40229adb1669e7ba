package io.streamspec.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;

/** Replaces the text of an author's file: all of it at once, or nothing. */
public final class EditedFile {

    private EditedFile() {}

    /**
     * Makes {@code after} the text of {@code file}, which keeps its permissions; of a symbolic link, that of the file it
     * leads to.
     *
     * @throws IOException if the file does not hold {@code before} any more, or cannot be written
     */
    public static void replace(Path file, String before, String after) throws IOException {
        Path target = file.toRealPath();
        if (!Files.isWritable(target)) {
            throw new IOException(file + ": permission denied");
        }
        Path staged = Files.createTempFile(target.getParent(), ".streamspec-", ".tmp");
        try {
            Files.writeString(staged, after);
            copyPermissions(target, staged);
            if (!Arrays.equals(Files.readAllBytes(target), before.getBytes(StandardCharsets.UTF_8))) {
                throw new IOException(file + " was changed meanwhile; try again");
            }
            move(staged, target);
        } finally {
            Files.deleteIfExists(staged);
        }
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (view != null) {
            Files.setPosixFilePermissions(to, view.readAttributes().permissions());
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
