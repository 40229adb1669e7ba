package io.streamspec.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The site when packages are made: no Javadoc is there yet. Not run with other tests, which see the site complete. */
class PlainSiteCheck {

    @Test
    void every_link_leads_somewhere_and_none_to_javadoc() {
        List<String> faults = new ArrayList<>();
        for (Path page : Pages.all()) {
            Pages.dangling(page).forEach(link -> faults.add(page.getFileName() + ": " + link));
            Pages.read(page)
                    .select("a[href^=apidocs]")
                    .forEach(link -> faults.add(page.getFileName() + " leads to Javadoc"));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void every_text_of_the_handbook_is_published() throws Exception {
        Path root = Path.of("..").toAbsolutePath().normalize();
        List<String> missing = new ArrayList<>();
        try (var files = Files.walk(root.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md"))
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !file.startsWith("docs/src/") && !file.startsWith("docs/target/"))
                    .map(file -> file.replaceFirst("\\.md$", "").replace('/', '-') + ".html")
                    .filter(page -> !Files.exists(Pages.SITE.resolve(page)))
                    .forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }
}
