package io.streamspec.tools.inspect;

import io.streamspec.Generator;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The specifications that the codecs of this program were generated from, which stand in its jar, read when asked for. */
final class Documents {

    private final Map<String, Specification> read = new HashMap<>();

    /** The specification of this name. */
    Specification of(String name) {
        return read.computeIfAbsent(name, Documents::read);
    }

    private static Specification read(String name) {
        String file = name + ".pandoc";
        try (InputStream in = Documents.class.getResourceAsStream("/META-INF/streamspec/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in the jar");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Generator.read(SourceText.of(file, text), Optional.empty(), new Diagnostics());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
