package io.streamspec.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A compiler of this machine; tests that need one are skipped where it is not installed. */
public final class Compiler {

    /** What a header has to pass without a word. */
    private static final List<String> STRICT = List.of("-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Werror");

    private final List<String> command;

    private Compiler(String... command) {
        this.command = List.of(command);
    }

    /** GCC for C11. */
    public static Compiler c() {
        assumeInstalled("gcc");
        return new Compiler("gcc", "-std=c11");
    }

    /** GCC for C++11, to which files are C++ whatever they are called. */
    public static Compiler cpp() {
        assumeInstalled("g++");
        return new Compiler("g++", "-std=c++11", "-x", "c++");
    }

    private static void assumeInstalled(String program) {
        boolean isThere = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        assumeTrue(isThere, () -> program + " is not installed; this test needs it");
    }

    /** What the compiler says of {@code arguments} within {@code folder}; nothing if it is content. */
    public String says(Path folder, String... arguments) {
        return run(
                folder,
                Stream.of(command, STRICT, List.of(arguments))
                        .flatMap(List::stream)
                        .toList());
    }

    /** The text of a file of {@code folder} without comments, its macros replaced. */
    public String preprocessed(Path folder, String file) {
        return run(
                folder,
                Stream.concat(command.stream(), Stream.of("-E", "-P", file)).toList());
    }

    /** All that a program prints. */
    public static String run(Path folder, List<String> command) {
        Path out = folder.resolve("printed.txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("does not end: " + command);
            }
            return Files.readString(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
