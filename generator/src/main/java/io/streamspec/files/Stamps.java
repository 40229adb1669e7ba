package io.streamspec.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What files look like from outside, so that a change is noticed without reading them: also one by an editor that puts
 * a new file in the place of the old one.
 */
public final class Stamps {

    private final Map<Path, Optional<Stamp>> files;

    private Stamps(Map<Path, Optional<Stamp>> files) {
        this.files = files;
    }

    private record Stamp(FileTime modified, long size, @Nullable Object key) {}

    /** How {@code files} look now; those that are not there count as well. */
    public static Stamps of(Collection<Path> files) {
        Map<Path, Optional<Stamp>> stamps = new LinkedHashMap<>();
        files.forEach(file -> stamps.put(file, stamp(file)));
        return new Stamps(stamps);
    }

    /** Whether all files are there, and none is empty, as one is in the middle of being saved. */
    public boolean areWhole() {
        return files.values().stream()
                .allMatch(stamp -> stamp.isPresent() && stamp.get().size() > 0);
    }

    private static Optional<Stamp> stamp(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Stamp(now.lastModifiedTime(), now.size(), now.fileKey()));
        } catch (IOException e) {
            return Optional.empty(); // not there, which is told when it is read
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Stamps that && files.equals(that.files);
    }

    @Override
    public int hashCode() {
        return files.hashCode();
    }
}
