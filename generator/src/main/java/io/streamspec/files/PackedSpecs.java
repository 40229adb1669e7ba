package io.streamspec.files;

import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Documents that travel in the jar of the codecs that were generated from them. */
public final class PackedSpecs {

    /** The folder of a jar that holds its documents. */
    public static final String FOLDER = "META-INF/streamspec";

    /** The folder of a jar that holds supplements, each of the file name of its document. */
    public static final String SUPPLEMENTS = FOLDER + "/supplements";

    private PackedSpecs() {}

    /** The document of the file name {@code name} in {@code jar}; nothing, without a diagnostic, if it is not there. */
    public static Optional<SourceText> document(Path jar, String name, Diagnostics diagnostics) {
        return read(jar, FOLDER + "/" + name, diagnostics);
    }

    /** The supplement of the document of the file name {@code name}; nothing, without a diagnostic, if there is none. */
    public static Optional<SourceText> supplement(Path jar, String name, Diagnostics diagnostics) {
        return read(jar, SUPPLEMENTS + "/" + name, diagnostics);
    }

    private static Optional<SourceText> read(Path jar, String entry, Diagnostics diagnostics) {
        String shown = jar.getFileName() + "!/" + entry;
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry found = zip.getEntry(entry);
            if (found == null || found.isDirectory()) {
                return Optional.empty();
            }
            try (InputStream in = zip.getInputStream(found)) {
                byte[] octets = in.readNBytes(SourceFiles.MOST_OCTETS + 1);
                return octets.length > SourceFiles.MOST_OCTETS
                        ? SourceFiles.tooLarge(shown, "the document is too large", diagnostics)
                        : SourceFiles.decode(shown, octets, diagnostics);
            }
        } catch (IOException e) {
            return SourceFiles.unreadable(shown, "the jar cannot be read: " + e.getMessage(), diagnostics);
        }
    }
}
