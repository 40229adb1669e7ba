package io.streamspec.write.html;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the links of the handbook lead: between its texts, and to the pages of the documents.
 *
 * @param files the pages by the paths of their texts; documents by their file names
 * @param headings the ids on those pages that are known, by the same paths
 */
record HandbookLinks(Map<String, String> files, Map<String, Set<String>> headings) {

    HandbookLinks {
        files = Map.copyOf(files);
        headings = Map.copyOf(headings);
    }

    /** What {@code address} on the page of {@code path} is on the site; nothing if it leads nowhere there. */
    Optional<String> on(String path, String address) {
        Optional<String> safe = Links.safe(address);
        if (safe.isEmpty() || safe.get().matches("(?i)(https?:|mailto:).*")) {
            return safe;
        }
        String link = safe.get();
        int hash = link.indexOf('#');
        String fragment = hash < 0 ? "" : link.substring(hash);
        String file = hash < 0 ? link : link.substring(0, hash);
        return target(file.isEmpty() ? path : resolved(path, file))
                .filter(target -> fragment.isEmpty() || isThere(target, fragment.substring(1)))
                .map(target -> (file.isEmpty() ? "" : files.get(target)) + fragment);
    }

    private Optional<String> target(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        for (String candidate : new String[] {path, path + "README.md", path + "/README.md", name}) {
            if (files.containsKey(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Whether there is such a place; of pages of documents it is not known here. */
    private boolean isThere(String target, String fragment) {
        return Optional.ofNullable(headings.get(target))
                .map(ids -> ids.contains(fragment))
                .orElse(true);
    }

    private static String resolved(String path, String address) {
        int slash = path.lastIndexOf('/');
        return Path.of(path.substring(0, slash + 1))
                .resolve(address)
                .normalize()
                .toString()
                .replace('\\', '/');
    }
}
