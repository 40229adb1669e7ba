package io.streamspec.write.html;

import io.streamspec.source.Diagnostic;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Span;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Where links of documents and of the handbook lead on the site: to its pages, and to places on them. */
final class SiteLinks {

    private static final DiagnosticId PAGE_LINK = DiagnosticId.warning("page-link");

    private final Map<String, String> files;
    private final Map<String, Supplier<Set<String>>> places;
    private final Map<String, Set<String>> known = new HashMap<>();

    /**
     * Links between pages.
     *
     * @param files the pages by the paths of their texts; documents by their file names
     * @param places the ids on those pages that are known, by page; each is asked for once, when a link needs it
     */
    SiteLinks(Map<String, String> files, Map<String, Supplier<Set<String>>> places) {
        this.files = Map.copyOf(files);
        this.places = Map.copyOf(places);
    }

    /** What {@code address} in the text of {@code path} is on the site; nothing if it leads nowhere there. */
    Optional<String> on(String path, String address) {
        Optional<String> safe = Links.safe(address);
        if (safe.isEmpty() || safe.get().matches("(?i)(https?:|mailto:).*")) {
            return safe;
        }
        String link = safe.get();
        int hash = link.indexOf('#');
        String fragment = hash < 0 ? "" : link.substring(hash);
        String file = hash < 0 ? link : link.substring(0, hash);
        return page(file.isEmpty() ? path : resolved(path, file))
                .filter(page -> fragment.length() < 2 || isThere(page, fragment.substring(1)))
                .map(page -> (file.isEmpty() ? "" : page) + fragment);
    }

    /** The complaint about {@code address}, which stands at {@code place} and leads to nothing. */
    static Diagnostic dangling(Span place, String address) {
        return PAGE_LINK
                .at(place, "'%s' leads to nothing that is published", address)
                .hint("publish that file too, or link to where it can be found");
    }

    private Optional<String> page(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        for (String candidate : new String[] {path, path + "README.md", path + "/README.md", name}) {
            if (files.containsKey(candidate)) {
                return Optional.of(files.get(candidate));
            }
        }
        return path.startsWith("../") ? below(path.replaceFirst("^(\\.\\./)+", "/")) : Optional.empty();
    }

    /** Where a document's folder lies is not known, so the end of a path has to do where it means one text. */
    private Optional<String> below(String end) {
        List<Map.Entry<String, String>> found = files.entrySet().stream()
                .filter(file -> ("/" + file.getKey()).endsWith(end))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0).getValue()) : Optional.empty();
    }

    /** Whether there is such a place; of some pages it is not known. */
    private boolean isThere(String page, String fragment) {
        Supplier<Set<String>> asked = places.get(page);
        if (asked == null) {
            return true;
        }
        Set<String> ids = known.computeIfAbsent(page, key -> asked.get());
        return ids.contains(fragment) || ids.contains(decoded(fragment));
    }

    private static String decoded(String fragment) {
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return fragment; // a percent sign that encodes nothing
        }
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
