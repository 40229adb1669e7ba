package io.streamspec.xen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A JDK with more of the language than the one that the tests run on, if one is installed beside it. */
final class NewerJava {

    private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+)");

    private NewerJava() {}

    /** The {@code java} of this JDK, or of one beside it, of this version or later. */
    static Optional<Path> find(int version) throws IOException {
        Path home = Path.of(System.getProperty("java.home")).toRealPath();
        if (Runtime.version().feature() >= version) {
            return Optional.of(home.resolve("bin/java"));
        }
        try (Stream<Path> others = Files.list(home.getParent())) {
            return others.filter(other -> Files.isExecutable(other.resolve("bin/javac")) && versionOf(other) >= version)
                    .min(Comparator.naturalOrder())
                    .map(other -> other.resolve("bin/java"));
        }
    }

    private static int versionOf(Path home) {
        try {
            Matcher version = VERSION.matcher(Files.readString(home.resolve("release")));
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException e) {
            return 0; // what does not tell its version is none to rely on
        }
    }

    /** Compiles and runs a program of one file; what it prints. */
    static String run(Path java, String program, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(java.toString(), "-cp", System.getProperty("java.class.path"), program);
        builder.command().addAll(Arrays.asList(arguments));
        Process process = builder.redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
