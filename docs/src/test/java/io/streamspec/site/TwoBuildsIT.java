package io.streamspec.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.build.Build;
import io.streamspec.build.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same documents give the same pages, whoever builds them, where and when. */
class TwoBuildsIT {

    @TempDir
    Path folder;

    @Test
    void another_build_in_another_place_zone_and_language_writes_the_same_octets() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Path root = Path.of("..").toAbsolutePath().normalize();
            List<Path> documents = List.of(
                    root.resolve("spec/libxc-migration-stream.pandoc"),
                    root.resolve("spec/libxl-migration-stream.pandoc"));
            List<Path> handbook = List.of(root.resolve("README.md"), root.resolve("docs/layout-rules.md"));
            Publication publication = new Publication(
                    List.of(root.resolve("spec/older")), handbook, Optional.of("apidocs"), "io.streamspec.xen", false);
            assertThat(new Build(documents, List.of(), folder.resolve("a"))
                            .html(publication)
                            .failed())
                    .isFalse();
            Locale.setDefault(Locale.ROOT);
            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
            new Build(documents, List.of(), folder.resolve("b")).html(publication);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(Files.list(folder.resolve("a"))).hasSizeGreaterThan(1).allSatisfy(page -> assertThat(
                        Files.readAllBytes(page))
                .isEqualTo(Files.readAllBytes(folder.resolve("b").resolve(page.getFileName()))));
    }
}
