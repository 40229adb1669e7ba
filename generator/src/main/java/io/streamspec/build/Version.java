package io.streamspec.build;

import io.streamspec.files.ProgramJar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** The version of this generator, as its build wrote it into a resource. */
public final class Version {

    private Version() {}

    /**
     * What tells this build of the generator from others: the version, and of a snapshot the content of its jar, since
     * another one of the same version may generate something else.
     */
    static byte[] identity() throws IOException {
        byte[] version = value().getBytes(StandardCharsets.UTF_8);
        return value().endsWith("-SNAPSHOT") ? ProgramJar.of(Version.class).orElse(version) : version;
    }

    /** The version, such as {@code 0.1.0}. */
    public static String value() {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(Version.class.getResourceAsStream("version.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }
}
