package io.streamspec.write.html;

import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import java.util.List;

/** Writes one page for each specification, and an index. */
public final class HtmlWriter {

    private HtmlWriter() {}

    /** The pages for {@code specifications}; what had to be left out of them stands in {@code diagnostics}. */
    public static List<OutputFile> write(List<Specification> specifications, Diagnostics diagnostics) {
        throw new IllegalStateException("being written");
    }
}
