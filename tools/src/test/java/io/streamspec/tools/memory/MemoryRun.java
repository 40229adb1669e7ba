package io.streamspec.tools.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.tools.Streamspec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command {@code memory} on streams that are made for a test, in a folder of the test. */
final class MemoryRun {

    private final Path folder;
    private String out = "";
    private String err = "";

    MemoryRun(Path folder) {
        this.folder = folder;
    }

    /** Writes a stream. */
    @FunctionalInterface
    interface Making {
        void write(ByteArrayOutputStream out) throws IOException;
    }

    /** The octets of a stream. */
    static byte[] stream(Making making) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        making.write(octets);
        return octets.toByteArray();
    }

    Path save(Making making) throws IOException {
        return save(stream(making));
    }

    Path save(byte[] stream) throws IOException {
        return Files.write(folder.resolve("guest.save"), stream);
    }

    /** Runs the command; its exit code. */
    int run(Object... arguments) {
        StringWriter said = new StringWriter();
        StringWriter complained = new StringWriter();
        List<String> words = new ArrayList<>(List.of("memory"));
        Stream.of(arguments).map(Object::toString).forEach(words::add);
        int exitCode = Streamspec.run(
                new PrintWriter(said, true), new PrintWriter(complained, true), words.toArray(new String[0]));
        out = said.toString();
        err = complained.toString();
        return exitCode;
    }

    /** The image of a stream, which must be made without a complaint. */
    byte[] image(Making making, Object... options) throws IOException {
        Path save = save(making);
        Path image = folder.resolve("image");
        List<Object> words = new ArrayList<>(List.of(save, "--out", image, "--force"));
        words.addAll(List.of(options));
        assertThat(run(words.toArray())).as(err).isZero();
        return Files.readAllBytes(image);
    }

    String out() {
        return out;
    }

    String err() {
        return err;
    }

    /** What is in the folder. */
    List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
