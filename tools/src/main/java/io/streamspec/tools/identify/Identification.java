package io.streamspec.tools.identify;

import io.streamspec.runtime.FormatException;
import io.streamspec.tools.stream.Format;
import io.streamspec.tools.stream.Packing;
import io.streamspec.tools.stream.StreamSource;
import io.streamspec.tools.stream.StreamWalk;
import java.io.IOException;
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
        Layers layers = new Layers();
        String problem = "";
        try {
            new StreamWalk(layers).walk(source.input(), format);
        } catch (FormatException e) {
            problem = String.valueOf(e.getMessage());
        }
        return new Identification(source.packing(), format, layers.words(), problem);
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
