package io.streamspec.files;

import io.streamspec.read.SpecificationReader;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads documents from files, as UTF-8 and nothing else. */
public final class SourceFiles {

    private static final DiagnosticId FILE_UNREADABLE = DiagnosticId.error("file-unreadable");
    private static final DiagnosticId DOCUMENT_TOO_LARGE = DiagnosticId.error("document-too-large");
    /** No document has more. */
    static final int MOST_OCTETS = 4 * SpecificationReader.LARGEST_DOCUMENT;

    private static final DiagnosticId NOT_UTF_8 = DiagnosticId.error("not-utf-8");

    private SourceFiles() {}

    /**
     * The files that {@code place} stands for: itself, or, if it is a folder, all files in it and below whose names end
     * in one of {@code endings}, in order of their paths.
     */
    public static List<Path> at(Path place, Set<String> endings) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(
                            file -> endings.stream().anyMatch(file.getFileName().toString()::endsWith))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(file -> file.toString().replace('\\', '/')))
                    .toList();
        }
    }

    /** Whether there is a file of that name. */
    public static boolean exists(String name) {
        try {
            return Files.exists(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The document in {@code file}, reported by its path as given; nothing, and a diagnostic, if there is none. */
    public static Optional<SourceText> read(Path file, Diagnostics diagnostics) {
        String name = file.toString().replace('\\', '/');
        try {
            if (Files.isDirectory(file)) {
                return refuse(FILE_UNREADABLE, name, "this is a folder, not a document", diagnostics);
            }
            if (Files.size(file) > MOST_OCTETS) {
                return tooLarge(name, "the document has " + Files.size(file) + " octets", diagnostics);
            }
            return decode(name, Files.readAllBytes(file), diagnostics);
        } catch (IOException e) {
            return refuse(FILE_UNREADABLE, name, "the document cannot be read: " + reason(e), diagnostics);
        }
    }

    /** The document that {@code in} holds, reported as {@code name}; nothing, and a diagnostic, if it holds none. */
    public static Optional<SourceText> read(String name, InputStream in, Diagnostics diagnostics) throws IOException {
        int most = 4 * SpecificationReader.LARGEST_DOCUMENT;
        byte[] octets = in.readNBytes(most + 1);
        return octets.length > most
                ? refuse(DOCUMENT_TOO_LARGE, name, "the document has more than " + most + " octets", diagnostics)
                : decode(name, octets, diagnostics);
    }

    /** The document of these octets, reported as {@code name}; nothing, and a diagnostic, if they are no UTF-8. */
    static Optional<SourceText> decode(String name, byte[] octets, Diagnostics diagnostics) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(octets);
        CharBuffer out = CharBuffer.allocate(octets.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (!result.isError()) {
            return Optional.of(SourceText.of(name, text));
        }
        SourceText source = SourceText.of(name, text);
        diagnostics.report(NOT_UTF_8
                .at(
                        source.span(text.length(), text.length()),
                        "the octet 0x%02X at offset %d is not UTF-8",
                        octets[in.position()] & 0xFF,
                        in.position())
                .hint("save the document as UTF-8"));
        return Optional.empty();
    }

    static Optional<SourceText> tooLarge(String name, String message, Diagnostics diagnostics) {
        return refuse(DOCUMENT_TOO_LARGE, name, message, diagnostics);
    }

    static Optional<SourceText> unreadable(String name, String message, Diagnostics diagnostics) {
        return refuse(FILE_UNREADABLE, name, message, diagnostics);
    }

    private static Optional<SourceText> refuse(DiagnosticId id, String name, String message, Diagnostics diagnostics) {
        diagnostics.report(id.at(SourceText.of(name, "").span(0, 0), "%s", message)
                .hint("name a text file of up to %d characters", SpecificationReader.LARGEST_DOCUMENT));
        return Optional.empty();
    }

    private static String reason(IOException e) {
        return switch (e.getClass().getSimpleName()) {
            case "NoSuchFileException" -> "there is no such file";
            case "AccessDeniedException" -> "permission denied";
            default -> String.valueOf(e.getMessage());
        };
    }
}
