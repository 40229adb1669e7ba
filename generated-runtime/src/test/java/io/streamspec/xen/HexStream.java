package io.streamspec.xen;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The golden streams' notation; {@code src/test/resources/streams/README.md} explains it. */
final class HexStream {

    private HexStream() {}

    /** All of them that are whole streams. */
    static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/streams"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".hex"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    static List<String> lines(String name) {
        try (InputStream in = Objects.requireNonNull(HexStream.class.getResourceAsStream("/streams/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The octets of {@code NAME.hex}. */
    static byte[] octets(String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String line : lines(name)) {
            String text = line.replaceFirst("#.*", "").strip();
            String[] words = text.split("\\s+");
            if (words[0].equals("include")) {
                out.writeBytes(octets(words[1]));
            } else if (words[0].equals("at")) {
                if (out.size() != Long.decode(words[1])) {
                    throw new AssertionError(name + ": " + line + " comes after " + out.size() + " octets");
                }
            } else if (!text.isEmpty()) {
                out.writeBytes(value(text));
            }
        }
        return out.toByteArray();
    }

    /** {@code ramp 4096}, {@code fill 56 00}, {@code 5145564d}, or several of them. */
    static byte[] value(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] words = text.split("\\s+");
        for (int i = 0; i < words.length; i++) {
            if (words[i].equals("ramp")) {
                int count = Integer.parseInt(words[++i]);
                for (int octet = 0; octet < count; octet++) {
                    out.write(octet & 0xFF);
                }
            } else if (words[i].equals("fill")) {
                int count = Integer.parseInt(words[++i]);
                int octet = Integer.parseInt(words[++i], 16);
                for (int n = 0; n < count; n++) {
                    out.write(octet);
                }
            } else {
                out.writeBytes(HexFormat.of().parseHex(words[i]));
            }
        }
        return out.toByteArray();
    }
}
