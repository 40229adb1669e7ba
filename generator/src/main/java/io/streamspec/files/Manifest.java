package io.streamspec.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an earlier run wrote into a folder: its fingerprint, and each file with its digest. */
record Manifest(String fingerprint, Map<String, String> files) {

    static final String NAME = ".streamspec";

    /** Raised when the lines of the file change their meaning; another number is as good as no manifest. */
    private static final String FORMAT = "streamspec-manifest 1";

    Manifest {
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
        if (lines.size() < 2 || !lines.get(0).equals(FORMAT)) {
            return Optional.empty();
        }
        Map<String, String> files = new LinkedHashMap<>();
        for (String line : lines.subList(2, lines.size())) {
            int gap = line.indexOf(' ');
            if (gap < 0) {
                return Optional.empty();
            }
            files.put(line.substring(gap + 1), line.substring(0, gap));
        }
        return Optional.of(new Manifest(lines.get(1), files));
    }

    String text() {
        StringBuilder text =
                new StringBuilder(FORMAT).append('\n').append(fingerprint).append('\n');
        files.forEach(
                (name, digest) -> text.append(digest).append(' ').append(name).append('\n'));
        return text.toString();
    }
}
