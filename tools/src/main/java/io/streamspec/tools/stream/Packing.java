package io.streamspec.tools.stream;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;

/** How a file may be packed, by its first octets. */
public enum Packing {
    /** RFC 1952. */
    GZIP(0x1F, 0x8B),
    /** The .xz file format. */
    XZ(0xFD, '7', 'z', 'X', 'Z', 0),
    /** RFC 8878. */
    ZSTD(0x28, 0xB5, 0x2F, 0xFD),
    /** Not at all. */
    NONE();

    /** The most memory for a dictionary, which the packed octets ask for. */
    private static final int MOST_MEMORY_KIB = 64 * 1024;

    private static final int LARGEST_WINDOW_BITS = 26;
    private static final int BUFFER = 64 * 1024;

    private final int[] magic;

    Packing(int... magic) {
        this.magic = magic;
    }

    /** The packing of a file that begins with {@code start}. */
    static Packing of(ByteBuffer start) {
        for (Packing packing : values()) {
            if (packing.begins(start)) {
                return packing;
            }
        }
        return NONE;
    }

    private boolean begins(ByteBuffer start) {
        for (int i = 0; i < magic.length; i++) {
            if (start.remaining() <= i || start.get(start.position() + i) != (byte) magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** The octets that were packed, unpacked as they are asked for in a bounded amount of memory. */
    InputStream unpack(InputStream packed) throws IOException {
        return switch (this) {
            case NONE -> packed;
            case GZIP -> new GZIPInputStream(packed, BUFFER);
            case XZ -> new XZInputStream(packed, MOST_MEMORY_KIB);
            case ZSTD -> new ZstdInputStream(packed).setLongMax(LARGEST_WINDOW_BITS);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
