package io.streamspec.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.build.Build;
import io.streamspec.build.Publication;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same documents give the same pages, whoever builds them, where and when. */
class TwoBuildsIT {

    @TempDir
    Path folder;

    /** The other build is a program of its own: what a machine keeps for itself, such as hash seeds, differs too. */
    @Test
    void another_process_in_another_place_zone_language_and_charset_writes_the_same_octets() throws Exception {
        main(folder.resolve("a").toString());
        Path other = Files.createDirectories(folder.resolve("else where"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Pacific/Kiritimati",
                "-Dfile.encoding=ISO-8859-1",
                "-Dline.separator=\r\n",
                "-Dstreamspec.root=" + root(),
                "-cp",
                classPath(),
                TwoBuildsIT.class.getName(),
                other.toString()));
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        Map<String, byte[]> here = files(folder.resolve("a"));
        Map<String, byte[]> there = files(other);
        assertThat(here).hasSizeGreaterThan(5);
        assertThat(there).containsOnlyKeys(here.keySet());
        here.forEach((name, octets) -> assertThat(there.get(name)).as(name).isEqualTo(octets));
    }

    /** Builds the site into the folder that is named first. */
    public static void main(String... arguments) throws IOException {
        Path root = root();
        List<Path> documents = List.of(
                root.resolve("spec/libxc-migration-stream.pandoc"), root.resolve("spec/libxl-migration-stream.pandoc"));
        List<Path> handbook = List.of(root.resolve("README.md"), root.resolve("docs/layout-rules.md"));
        Publication publication = new Publication(
                List.of(root.resolve("spec/older")), handbook, Optional.of("apidocs"), "io.streamspec.xen", false);
        Build.Outcome outcome = new Build(documents, List.of(), Path.of(arguments[0])).html(publication);
        if (outcome.failed()) {
            throw new IllegalStateException(outcome.diagnostics().toString());
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("streamspec.root", ".."))
                .toAbsolutePath()
                .normalize();
    }

    /** That of this test, in absolute terms: the other process works elsewhere. */
    private static String classPath() {
        String paths = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(paths.split(File.pathSeparator))
                .map(path -> Path.of(path).toAbsolutePath().toString())
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
    }

    private static Map<String, byte[]> files(Path site) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(site)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(site.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
