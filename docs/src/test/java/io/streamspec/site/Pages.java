package io.streamspec.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The site as the build wrote it. */
final class Pages {

    /** The folder of the site. */
    static final Path SITE =
            Path.of(System.getProperty("streamspec.site", "target/site")).toAbsolutePath();

    private static final Map<Path, Set<String>> IDS = new HashMap<>();

    private Pages() {}

    /** The pages that streamspec wrote, without the Javadoc. */
    static List<Path> all() {
        List<Path> pages = in(SITE);
        assertThat(pages).hasSizeGreaterThan(20);
        return pages;
    }

    /** The pages in {@code folder}, in order. */
    static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Document read(Path page) {
        try {
            return Jsoup.parse(Files.readString(page), page.toUri().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code page} links to, as written. */
    static Stream<String> links(Path page) {
        return read(page).select("a[href]").eachAttr("href").stream();
    }

    /** The links of {@code page} within the site that lead to no file, or to no place in it. */
    static List<String> dangling(Path page) {
        return links(page)
                .distinct()
                .filter(href -> !href.matches("(https?|mailto):.*"))
                .filter(href -> !leadsSomewhere(page, href))
                .toList();
    }

    private static boolean leadsSomewhere(Path page, String href) {
        String[] parts = href.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        if (!Files.isRegularFile(target)) {
            return false;
        }
        return parts.length == 1
                || parts[1].isEmpty()
                || IDS.computeIfAbsent(target, Pages::ids)
                        .contains(URLDecoder.decode(parts[1].replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    private static Set<String> ids(Path page) {
        return new HashSet<>(read(page).select("[id]").eachAttr("id"));
    }
}
