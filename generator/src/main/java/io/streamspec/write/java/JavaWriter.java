package io.streamspec.write.java;

import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import java.util.List;

/** Writes the codecs of specifications, each into a package of its own. */
public final class JavaWriter {

    private JavaWriter() {}

    /**
     * The Java files for {@code specifications}. Each specification has the package {@code basePackage} plus its short
     * name. Names that collide in Java are diagnostics; then the result is not to be used.
     */
    public static List<OutputFile> write(
            List<Specification> specifications, String basePackage, Diagnostics diagnostics) {
        throw new IllegalStateException("being written");
    }
}
