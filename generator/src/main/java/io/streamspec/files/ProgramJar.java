package io.streamspec.files;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Enumeration;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The jar that a class comes from. */
public final class ProgramJar {

    private static final int OCTETS_EACH = Integer.BYTES + 2 * Long.BYTES;

    private ProgramJar() {}

    /**
     * What tells the jar from others: name, size and checksum of each file in it. That takes no look at the content,
     * which would take longer than all that is done with it. Absent if the class comes from somewhere else.
     */
    public static Optional<byte[]> of(Class<?> type) throws IOException {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            Path jar = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(jar) ? Optional.of(directory(jar)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static byte[] directory(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ByteBuffer octets = ByteBuffer.allocate(zip.size() * OCTETS_EACH);
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                octets.putInt(entry.getName().hashCode())
                        .putLong(entry.getSize())
                        .putLong(entry.getCrc());
            }
            return octets.array();
        }
    }
}
