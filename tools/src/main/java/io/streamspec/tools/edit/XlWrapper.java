package io.streamspec.tools.edit;

import io.streamspec.runtime.Octets;
import io.streamspec.xen.xlsave.Header;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The header of an xl save file. */
final class XlWrapper {

    /** What the specification allows the whole header. */
    private static final long MOST = 0x0100_0000;

    private final Splice to;

    XlWrapper(Splice to) {
        this.to = to;
    }

    /** Writes the header with the configuration in this file, if there is one. */
    void begin(@Nullable Path config) throws IOException {
        byte[] text = config == null ? new byte[0] : read(config);
        boolean isJson = text.length > 0 && text[0] == '{';
        if (isJson && text[text.length - 1] != 0) {
            text = Arrays.copyOf(text, text.length + 1); // JSON ends in a zero octet, which is counted
        }
        boolean hasConfig = config != null;
        Header header = new Header(
                Header.MandatoryFlags.of(isJson, true),
                new Header.OptionalFlags(0),
                hasConfig ? Integer.BYTES + text.length : 0,
                hasConfig ? Optional.of((long) text.length) : Optional.empty(),
                hasConfig ? Optional.of(Octets.of(text)) : Optional.empty(),
                hasConfig ? Optional.of(Octets.of()) : Optional.empty());
        ByteBuffer octets =
                ByteBuffer.allocate(Math.toIntExact(header.encodedSize())).order(ByteOrder.LITTLE_ENDIAN);
        octets.position(header.encode(octets, 0));
        to.put(octets.flip());
    }

    private static byte[] read(Path config) throws IOException {
        if (!Files.isRegularFile(config) && Files.exists(config)) {
            throw new FileSystemException(config.toString(), null, "is no file");
        }
        if (Files.size(config) > MOST) {
            throw new FileSystemException(config.toString(), null, "is too long for a configuration");
        }
        return Files.readAllBytes(config);
    }
}
