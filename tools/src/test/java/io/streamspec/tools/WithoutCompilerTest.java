package io.streamspec.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Java that runs programs and compiles none: what a JRE is, made of the JDK that runs the tests. */
class WithoutCompilerTest {

    @TempDir
    Path folder;

    @Test
    void pages_come_without_dumps_of_octets_and_a_note_says_why() throws Exception {
        Path said = folder.resolve("said");
        assertThat(java(said, "docs", "../spec/libxl-migration-stream.pandoc", "--out", folder.resolve("site")))
                .isZero();
        assertThat(said).content().contains("note: pages come without encoded examples: this Java has no compiler");
        assertThat(folder.resolve("site/libxl-migration-stream.html"))
                .content()
                .contains("id=\"page:rules\"", "<code>16 octets</code>") // examples of rules need no compiler
                .doesNotContain("<figure class=\"example\"");
    }

    private static int java(Path said, Object... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--limit-modules",
                "java.se", // has the compiler's interface, but no compiler
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        for (Object argument : arguments) {
            builder.command().add(argument.toString());
        }
        Process process =
                builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }
}
