package io.streamspec.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares generated text with the file that a reviewer has seen. */
public final class Golden {

    private static final Path ROOT = Path.of("src/test/resources/golden");

    private Golden() {}

    /** Compares with {@code golden/path}; with {@code -Dgolden.update=true}, rewrites that file instead. */
    public static void assertMatches(String path, String actual) {
        assertSame(ROOT.resolve(path), actual);
    }

    /** Compares with {@code file}; with {@code -Dgolden.update=true}, rewrites it instead. */
    public static void assertSame(Path file, String actual) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(file).as("refresh with -Dgolden.update=true").exists();
            assertThat(actual).as("refresh with -Dgolden.update=true").isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
