package io.streamspec.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The site as the build wrote it. */
final class Pages {

    /** The folder of the site. */
    static final Path SITE =
            Path.of(System.getProperty("streamspec.site", "target/site")).toAbsolutePath();

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
}
