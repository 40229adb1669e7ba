package io.streamspec.write.kaitai;

import io.streamspec.model.Precedence;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a {@code .ksy} for each specification, for the compiler of Kaitai Struct from version 0.11 on. A stream inside of
 * another one is imported from the file beside it. What Kaitai cannot express is octets, and a note says so.
 */
public final class KaitaiWriter {

    private KaitaiWriter() {}

    /** The files; {@code docs} is where the pages of the specifications are, a folder or an address. */
    public static List<OutputFile> write(
            List<Specification> specifications, Optional<String> docs, Diagnostics diagnostics) {
        Scope files = Scope.ofTypes();
        Map<String, RecordStream> streams = new LinkedHashMap<>();
        for (Specification specification : specifications) {
            String id = files.claim(specification.name(), specification.name());
            streams.put(specification.name(), new RecordStream(Plan.of(specification, id)));
        }
        streams.values().forEach(RecordStream::findUnread);
        // all that records need is known before the first of them is written
        Map<RecordStream, List<InnerStream>> inside = new LinkedHashMap<>();
        streams.values().forEach(stream -> inside.put(stream, inside(stream, streams)));
        for (int depth = 0; depth < streams.size(); depth++) { // what the innermost needs reaches the outermost
            inside.values().forEach(inner -> inner.forEach(InnerStream::require));
        }
        List<OutputFile> written = new ArrayList<>();
        inside.forEach((stream, inner) -> written.add(
                new OutputFile(stream.plan().id() + ".ksy", new FileType(stream, inner, docs, diagnostics).text())));
        return written;
    }

    private static List<InnerStream> inside(RecordStream stream, Map<String, RecordStream> streams) {
        Map<RecordStream, List<RecordKind>> kinds = new LinkedHashMap<>();
        for (RecordKind kind :
                stream.kinds(candidate -> candidate.continuation().isPresent())) {
            RecordStream inner = streams.get(kind.continuation().orElseThrow().specification());
            if (stream.isFramed() && inner != null && inner.isFramed()) {
                kinds.computeIfAbsent(inner, unseen -> new ArrayList<>()).add(kind);
            }
        }
        List<InnerStream> inside = new ArrayList<>();
        kinds.forEach((inner, behind) -> inside.add(new InnerStream(stream, inner, behind)));
        return inside;
    }

    /** Whether the specification has rules about the order of records that readers may rely on. */
    static boolean isOrdered(Specification specification) {
        return !specification.streams().isEmpty()
                || specification.precedences().stream().anyMatch(Precedence::must);
    }
}
