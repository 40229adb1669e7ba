package io.streamspec.export;

import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import java.util.List;
import java.util.Optional;

/** A format in which other tools take a specification. */
public interface ExportFormat {

    /** What users call it: a lower-case word. */
    String name();

    /** What its files are, in a few words: {@code "the layout model"}. */
    String description();

    /** Whether its files are the same for all specifications, and there without any. */
    default boolean isFixed() {
        return false;
    }

    /**
     * The files for {@code specifications}, in the order in which they have to be read. What the format cannot express is
     * reported, and never left out in silence.
     *
     * @param docs where the pages of the specifications are published, a folder or an address
     */
    List<OutputFile> write(List<Specification> specifications, Optional<String> docs, Diagnostics diagnostics);
}
