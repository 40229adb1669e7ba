package io.streamspec.tools.identify;

import io.streamspec.runtime.FormatException;
import io.streamspec.tools.stream.Format;
import io.streamspec.tools.stream.LegacySigns;
import io.streamspec.tools.stream.Packing;
import io.streamspec.tools.stream.StreamSource;
import io.streamspec.tools.stream.UnwalkableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file is.
 *
 * @param packing how it is packed
 * @param format what it is; null if it is nothing known
 * @param layers what it says of itself, from the outside in
 * @param problem what is wrong; empty if nothing is, as far as that shows at its beginning
 */
record Identification(Packing packing, @Nullable Format format, List<String> layers, String problem) {

    /** Looks at the first octets, and at the headers that are there. */
    static Identification of(StreamSource source) throws IOException {
        Format format = source.format();
        if (format == null) {
            return new Identification(
                    source.packing(),
                    null,
                    List.of(),
                    Format.unknown(source.input().peekUpTo(Format.RECOGNISED_BY)));
        }
        if (format.isLegacy()) {
            return new Identification(source.packing(), format, legacy(source, format), "");
        }
        Layers layers = new Layers();
        String problem = "";
        try {
            source.walk(layers);
        } catch (FormatException e) {
            problem = String.valueOf(e.getMessage());
        } catch (UnwalkableException e) {
            // its headers have been met
        }
        return new Identification(source.packing(), format, layers.words(), problem);
    }

    private static List<String> legacy(StreamSource source, Format format) throws IOException {
        ByteBuffer start = source.input().peekUpTo(Format.RECOGNISED_BY);
        start.position(Math.min(start.limit(), format.magic().length));
        return LegacySigns.of(start).map(signs -> List.of(signs.toString())).orElse(List.of());
    }

    boolean isKnown() {
        return format != null;
    }

    /** {@code gzip: libxl migration stream: libxl stream, version 2, little-endian; ...}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (packing != Packing.NONE) {
            text.append(packing).append(": ");
        }
        text.append(format == null ? problem : format.title());
        for (int i = 0; i < layers.size(); i++) {
            text.append(i == 0 ? ": " : "; ").append(layers.get(i));
        }
        return format == null || problem.isEmpty()
                ? text.toString()
                : text.append("; but ").append(problem).toString();
    }
}
