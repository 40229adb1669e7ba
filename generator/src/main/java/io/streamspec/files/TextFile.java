package io.streamspec.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** A single file, which appears whole or not at all, and is left alone if it is as it should be. */
public final class TextFile {

    private TextFile() {}

    /** Makes {@code file} hold {@code text} as UTF-8; whether it did not before. */
    public static boolean write(Path file, String text) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "this is a folder");
        }
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        if (Files.isRegularFile(file)
                && Files.size(file) == content.length
                && Arrays.equals(Files.readAllBytes(file), content)) {
            return false;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new FileSystemException(file.toString(), null, "this is no name of a file");
        }
        Files.createDirectories(folder);
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            Files.write(file, content); // a device or a pipe: there is nothing to replace
            return true;
        }
        Path staged = Files.createTempFile(folder, ".streamspec", ".tmp");
        try {
            Files.write(staged, content);
            move(staged, file);
        } finally {
            Files.deleteIfExists(staged);
        }
        return true;
    }

    /** Moves a file in one step where the file system can. */
    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
