package io.streamspec.export;

import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import io.streamspec.write.kaitai.KaitaiWriter;
import java.util.List;
import java.util.Optional;

/** Descriptions for the compiler of Kaitai Struct, a file a specification. */
final class KaitaiFormat implements ExportFormat {

    @Override
    public String name() {
        return "kaitai";
    }

    @Override
    public String description() {
        return "a description for the compiler of Kaitai Struct";
    }

    @Override
    public List<OutputFile> write(List<Specification> specifications, Optional<String> docs, Diagnostics diagnostics) {
        return KaitaiWriter.write(specifications, docs, diagnostics);
    }
}
