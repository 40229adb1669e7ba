package io.streamspec.xen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.streamspec.Generator;
import io.streamspec.export.ExportFormats;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.write.OutputFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A program in C that reads streams by the generated headers alone finds in them what our codecs find, in both byte orders;
 * whatever the octets, it reads none beyond them.
 */
class CHeaderTest {

    private static final List<String> STRICT =
            List.of("-std=c11", "-O1", "-g", "-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Werror");

    /** With these a program ends, with a message, where it touches what is not its own. */
    private static final List<String> CHECKED = List.of("-fsanitize=address,undefined", "-fno-sanitize-recover=all");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void compile() throws IOException {
        boolean isThere = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "gcc")));
        assumeTrue(isThere, "gcc is not installed; the tests of C headers need it");
        for (OutputFile file : headers()) {
            Files.writeString(folder.resolve(file.path()), file.text());
        }
        try (InputStream in = Objects.requireNonNull(CHeaderTest.class.getResourceAsStream("/c/dump.c"))) {
            Files.write(folder.resolve("dump.c"), in.readAllBytes());
        }
        List<String> command = new ArrayList<>(List.of("gcc"));
        command.addAll(STRICT);
        List<String> checked = new ArrayList<>(command);
        checked.addAll(CHECKED);
        List<String> files = List.of("dump.c", "-o", "dump");
        checked.addAll(files);
        if (!run(checked).isEmpty()) { // where GCC has no checkers, its warnings still count
            command.addAll(files);
            assertThat(run(command)).isEmpty();
        }
    }

    private static List<OutputFile> headers() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        List<Specification> specifications = new ArrayList<>();
        for (String name : List.of("libxc-migration-stream", "libxl-migration-stream")) {
            Path file = Path.of("..", "spec", name + ".pandoc");
            SourceText text = SourceText.of(file.getFileName().toString(), Files.readString(file));
            specifications.add(Generator.read(text, Optional.empty(), diagnostics));
        }
        return Generator.export(specifications, ExportFormats.named(List.of("c")), Optional.empty(), diagnostics);
    }

    private static String run(List<String> command) throws IOException {
        Path out = folder.resolve("printed.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("does not end: " + command);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return Files.readString(out);
    }

    private static List<String> dumped(byte[]... streams) throws IOException {
        List<String> command = new ArrayList<>(List.of("./dump"));
        for (int i = 0; i < streams.length; i++) {
            Files.write(folder.resolve("stream" + i), streams[i]);
            command.add("stream" + i);
        }
        return run(command).lines().toList();
    }

    /** Those of the two formats that the program knows. */
    static Stream<String> streams() {
        return ScriptReaderTest.streams().filter(name -> name.startsWith("libx"));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void a_golden_stream_is_found_to_hold_what_our_codecs_find_in_it(String name) throws IOException {
        List<String> found = dumped(HexStream.octets(name + ".hex"));
        List<String> expected = new ArrayList<>();
        for (Expected part : Expected.read(name + ".expected")) {
            expected.add("0x%04X %s%s"
                    .formatted(
                            part.offset(),
                            part.name(),
                            part.length().map(length -> " " + length).orElse("")));
            part.fields().forEach(field -> expected.add("    " + plain(field)));
        }
        expected.add("sound");
        assertThat(found.stream().map(CHeaderTest::plainLine)).containsExactlyElementsOf(expected);
    }

    private static String plainLine(String line) {
        return line.startsWith("    ") ? "    " + plain(line.strip()) : line;
    }

    /** A field and its value, spelled in one way. */
    private static String plain(String field) {
        int gap = field.indexOf(' ');
        String name = field.substring(0, gap);
        String text = field.substring(gap + 1).strip();
        if (isOctets(name)) {
            return name + " " + HexFormat.of().formatHex(HexStream.value(text));
        } else if (text.startsWith("0x")) {
            return name + " " + new BigInteger(text.substring(2), 16);
        }
        return name + " " + (text.startsWith("\"") ? text : text.toLowerCase(Locale.ROOT));
    }

    private static boolean isOctets(String name) {
        return name.matches("page_data\\[\\d+]|context|shared_info|hvm_ctx|data|emulator_ctx|body");
    }

    @Test
    void no_octet_beyond_the_stream_is_read_whatever_is_in_it() throws IOException {
        Random random = new Random(7);
        List<byte[]> streams = new ArrayList<>();
        for (String name : streams().toList()) {
            byte[] sound = HexStream.octets(name + ".hex");
            for (int i = 0; i < 25; i++) {
                byte[] octets =
                        Arrays.copyOf(sound, random.nextInt(4) == 0 ? random.nextInt(sound.length) : sound.length);
                for (int change = random.nextInt(5); change > 0 && octets.length > 0; change--) {
                    int at = random.nextInt(Math.min(octets.length, random.nextBoolean() ? 400 : octets.length));
                    octets[at] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt());
                }
                streams.add(octets);
            }
        }
        List<String> lines = dumped(streams.toArray(byte[][]::new));
        assertThat(lines.stream().filter(line -> line.equals("sound") || line.equals("not sound")))
                .hasSize(streams.size())
                .contains("sound", "not sound");
    }
}
