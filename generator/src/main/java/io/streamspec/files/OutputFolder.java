package io.streamspec.files;

import io.streamspec.write.OutputFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A folder that a writer keeps up to date. Files whose content is the same are not touched; files that an earlier run
 * wrote and this one does not are deleted; files of others stay. All new content is staged first, each file appears
 * whole, and the manifest that says the folder is up to date comes last: what an interrupted run leaves, the next one
 * mends.
 */
public final class OutputFolder {

    private static final String STAGING = ".streamspec-staging";
    private static final String LOCK = ".streamspec-lock";

    private final Path root;

    private OutputFolder(Path root) {
        this.root = root;
    }

    /** The folder {@code root}, which need not exist yet. */
    public static OutputFolder at(Path root) {
        return new OutputFolder(root.toAbsolutePath().normalize());
    }

    /** Which files a run wrote and deleted, and how many it left alone because they were the same. */
    public record Changes(List<String> writtenFiles, int unchanged, List<String> deletedFiles) {
        public Changes {
            writtenFiles = List.copyOf(writtenFiles);
            deletedFiles = List.copyOf(deletedFiles);
        }

        /** How many files were written. */
        public int written() {
            return writtenFiles.size();
        }

        /** How many files were deleted. */
        public int deleted() {
            return deletedFiles.size();
        }
    }

    /** Whether the folder holds, untouched, what a run with this fingerprint wrote. */
    public boolean isUpToDate(String fingerprint) throws IOException {
        Optional<Manifest> manifest = Manifest.read(root);
        if (manifest.isEmpty() || !manifest.get().fingerprint().equals(fingerprint)) {
            return false;
        }
        for (Map.Entry<String, String> file : manifest.get().files().entrySet()) {
            Path path = root.resolve(file.getKey());
            if (!Files.isRegularFile(path)
                    || !Fingerprint.of(Files.readAllBytes(path)).equals(file.getValue())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Makes the folder hold exactly {@code files}, besides files of others, which are never overwritten.
     *
     * @param sources the documents that the files were made from
     * @throws IOException if a file of others is in the way, or the folder is kept for other documents that are still there
     */
    public Changes replace(List<OutputFile> files, String fingerprint, List<Path> sources) throws IOException {
        Files.createDirectories(root);
        try (FileChannel channel =
                FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock(channel); // held until the channel is closed
            try {
                return replaceLocked(files, fingerprint, relative(sources));
            } finally {
                Files.deleteIfExists(root.resolve(LOCK)); // also where the run is refused
            }
        }
    }

    private void lock(FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // another thread of this process; reported like another process
        }
        throw new IOException("another run is writing to " + root + "; give each its own output folder");
    }

    private List<String> relative(List<Path> sources) {
        return sources.stream()
                .map(source -> source.toAbsolutePath().normalize())
                .map(source -> source.getRoot().equals(root.getRoot()) ? root.relativize(source) : source)
                .map(source -> source.toString().replace('\\', '/'))
                .toList();
    }

    private Changes replaceLocked(List<OutputFile> files, String fingerprint, List<String> sources) throws IOException {
        Manifest before = Manifest.read(root).orElse(new Manifest("", List.of(), Map.of()));
        requireSame(before, sources);
        Map<String, String> digests = new LinkedHashMap<>();
        Map<String, byte[]> changed = new LinkedHashMap<>();
        for (OutputFile file : files) {
            byte[] content = file.text().getBytes(StandardCharsets.UTF_8);
            Path target = inside(file.path());
            if (digests.put(file.path(), Fingerprint.of(content)) != null) {
                throw new IOException("two files would be written to " + target);
            }
            if (!Files.isRegularFile(target) || !Arrays.equals(Files.readAllBytes(target), content)) {
                requireOwn(target, before.files().containsKey(file.path()));
                changed.put(file.path(), content);
            }
        }
        stage(changed);
        if (!changed.isEmpty() || !before.files().keySet().equals(digests.keySet())) {
            writeManifest(unfinished(before, digests, sources), before);
        }
        for (String path : changed.keySet()) {
            Path target = inside(path);
            Files.createDirectories(target.getParent());
            TextFile.move(root.resolve(STAGING).resolve(path), target);
        }
        List<String> deleted = deleteStale(before, digests);
        writeManifest(new Manifest(fingerprint, sources, digests), before);
        deleteTree(root.resolve(STAGING));
        return new Changes(List.copyOf(changed.keySet()), files.size() - changed.size(), deleted);
    }

    /** While files are moved, no fingerprint fits, and old and new files count as ours, so that the next run can mend. */
    private static Manifest unfinished(Manifest before, Map<String, String> digests, List<String> sources) {
        Map<String, String> both = new LinkedHashMap<>(before.files());
        both.putAll(digests);
        return new Manifest("unfinished", sources, both);
    }

    private void requireSame(Manifest before, List<String> sources) throws IOException {
        if (!Collections.disjoint(names(before.sources()), names(sources))) {
            return;
        }
        for (String source : before.sources()) {
            Path other = root.resolve(source).normalize();
            if (Files.exists(other)) {
                throw new IOException(root + " is kept for " + other
                        + "; give all documents in one run, or each run a folder of its own");
            }
        }
    }

    /** A document that has moved is the same document. */
    private static Set<String> names(List<String> sources) {
        return sources.stream()
                .map(source -> source.substring(source.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
    }

    private static void requireOwn(Path target, boolean isOwn) throws IOException {
        if (!isOwn && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(
                    target + " is in the way: streamspec did not write it; move it, or choose another folder");
        }
    }

    private void stage(Map<String, byte[]> changed) throws IOException {
        deleteTree(root.resolve(STAGING));
        for (Map.Entry<String, byte[]> file : changed.entrySet()) {
            Path staged = root.resolve(STAGING).resolve(file.getKey());
            Files.createDirectories(staged.getParent());
            Files.write(staged, file.getValue());
        }
    }

    private List<String> deleteStale(Manifest before, Map<String, String> now) throws IOException {
        List<String> deleted = new ArrayList<>();
        for (String path : before.files().keySet()) {
            if (!now.containsKey(path)) {
                Path stale = inside(path);
                if (Files.deleteIfExists(stale)) {
                    deleted.add(path);
                }
                deleteEmptyParents(stale);
            }
        }
        return deleted;
    }

    private void deleteEmptyParents(Path file) throws IOException {
        for (Path folder = file.getParent(); folder != null && !folder.equals(root); folder = folder.getParent()) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (var entries = Files.list(folder)) {
                if (entries.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(folder);
        }
    }

    private void writeManifest(Manifest manifest, Manifest before) throws IOException {
        Path file = root.resolve(Manifest.NAME);
        if (before.equals(manifest)
                && Manifest.read(root).filter(before::equals).isPresent()) {
            return;
        }
        Path staged = root.resolve(STAGING).resolve(Manifest.NAME);
        Files.createDirectories(staged.getParent());
        Files.writeString(staged, manifest.text());
        TextFile.move(staged, file);
    }

    /** The place of {@code path}, which neither its parts nor a symbolic link may lead out of the folder. */
    private Path inside(String path) throws IOException {
        Path target = root.resolve(path).normalize();
        if (!target.startsWith(root)) {
            throw new IOException(path + " would be written outside of " + root);
        }
        for (Path part = target; part != null && !part.equals(root); part = part.getParent()) {
            if (Files.isSymbolicLink(part)) {
                throw new IOException(part + " is a symbolic link; nothing is written through it");
            }
        }
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(target + " is a folder where a file is to be written");
        }
        return target;
    }

    private static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
