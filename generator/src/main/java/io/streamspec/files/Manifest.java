package io.streamspec.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an earlier run wrote into a folder.
 *
 * @param fingerprint of what it was made from
 * @param sources the documents it was made from, as paths relative to the folder
 * @param files each file with its digest
 */
record Manifest(String fingerprint, List<String> sources, Map<String, String> files) {

    static final String NAME = ".streamspec";

    /** Stands before a document, where a file has its digest. */
    private static final String SOURCE = "from";

    private static final String TITLE = "streamspec-manifest ";

    /** Raised when lines are added; of another number, the files count as ours, and are never up to date. */
    private static final String FORMAT = TITLE + "2";

    Manifest {
        sources = List.copyOf(sources);
        files = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    static Optional<Manifest> read(Path root) throws IOException {
        Path file = root.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (lines.size() < 2 || !lines.get(0).startsWith(TITLE)) {
            return Optional.empty();
        }
        List<String> sources = new ArrayList<>();
        Map<String, String> files = new LinkedHashMap<>();
        for (String line : lines.subList(2, lines.size())) {
            int gap = line.indexOf(' ');
            if (gap < 0) {
                return Optional.empty();
            }
            if (line.startsWith(SOURCE + " ")) {
                sources.add(line.substring(gap + 1));
            } else {
                files.put(line.substring(gap + 1), line.substring(0, gap));
            }
        }
        String fingerprint = lines.get(0).equals(FORMAT) ? lines.get(1) : "";
        return Optional.of(new Manifest(fingerprint, sources, files));
    }

    String text() {
        StringBuilder text =
                new StringBuilder(FORMAT).append('\n').append(fingerprint).append('\n');
        sources.forEach(name -> text.append(SOURCE).append(' ').append(name).append('\n'));
        files.forEach(
                (name, digest) -> text.append(digest).append(' ').append(name).append('\n'));
        return text.toString();
    }
}
