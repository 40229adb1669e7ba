package io.streamspec.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file of text that appears whole or not at all. */
public final class TextFile {

    private TextFile() {}

    /** Writes {@code text} to {@code file}, in place of what it held before. */
    public static void write(Path file, String text) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "this is a folder");
        }
        Path target = file.toAbsolutePath().normalize();
        Path folder = target.getParent();
        if (folder == null) {
            throw new FileSystemException(file.toString(), null, "this is no name of a file");
        }
        Files.createDirectories(folder);
        Path staged = folder.resolve("." + target.getFileName() + ".streamspec-new");
        try {
            Files.writeString(staged, text, StandardCharsets.UTF_8);
            move(staged, target);
        } finally {
            Files.deleteIfExists(staged);
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
