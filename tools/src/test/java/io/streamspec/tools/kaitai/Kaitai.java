package io.streamspec.tools.kaitai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.streamspec.tools.Streamspec;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Kaitai's own compiler and runtime, under Node; tests are skipped where they are not installed. */
final class Kaitai {

    private static final Path SCRIPTS = Path.of("src/test/kaitai").toAbsolutePath();

    private Kaitai() {}

    /** How a program went, and what it said. */
    record Run(int exitCode, String out, String err) {}

    /** Skips the calling test where there is no compiler. */
    static void require() {
        boolean isThere = Files.isDirectory(SCRIPTS.resolve("node_modules/kaitai-struct-compiler"))
                && Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
        assumeTrue(
                isThere,
                "Kaitai's compiler is not installed; its tests are skipped (npm install --prefix tools/src/test/kaitai)");
    }

    /** What the command line says. */
    static Run streamspec(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] arguments = Arrays.stream(words).map(Object::toString).toArray(String[]::new);
        int exitCode = Streamspec.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Run(exitCode, out.toString(), err.toString());
    }

    /** Exports {@code documents} into {@code folder}; what was said, and the ids of the files. */
    static List<String> export(Path folder, Path... documents) throws IOException {
        List<Object> words = new ArrayList<>(List.of("export", "--as", "kaitai", "--output", folder));
        words.addAll(List.of(documents));
        Run run = streamspec(words.toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ksy"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .toList();
        }
    }

    /** Compiles {@code ids}, described in {@code from}, to classes in the folder {@code to}. */
    static Run compile(String language, Path from, Path to, List<String> ids) throws IOException {
        List<Object> words = new ArrayList<>(List.of(language, from, to));
        words.addAll(ids);
        return node("compile.js", words);
    }

    /** Runs one of the scripts. */
    static Run node(String script, List<?> words) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("node", SCRIPTS.resolve(script).toString()));
        words.forEach(word -> command.add(word.toString()));
        Path out = Files.createTempFile("node", ".out");
        Path err = Files.createTempFile("node", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("NODE_PATH", SCRIPTS.resolve("node_modules").toString());
        try {
            int exitCode = builder.start().waitFor();
            return new Run(
                    exitCode,
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
