package io.streamspec.lint;

import io.streamspec.read.Block;
import io.streamspec.read.Document;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Severity;
import io.streamspec.source.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a document's author does not want to be told: warnings and notes, by id, in a section or (above the first heading)
 * in all of the document. Errors cannot be silenced.
 */
public final class Silences {

    static final DiagnosticId UNKNOWN = DiagnosticId.warning("silence-unknown");
    static final DiagnosticId UNUSED = DiagnosticId.warning("silence-unused");

    private final SourceText source;
    private final List<Silence> all = new ArrayList<>();
    private final Map<String, TreeMap<Integer, Silence>> byIdAndStart = new HashMap<>();

    /** One id, silenced from offset {@code start} up to, not including, {@code end}. */
    private record Silence(Block.SilencedId id, int start, int end) {}

    private Silences(SourceText source) {
        this.source = source;
    }

    /** The silences of {@code document}. */
    public static Silences of(Document document) {
        Silences silences = new Silences(document.source());
        Deque<Block.Silence> ofSection = new ArrayDeque<>();
        int length = document.source().text().length() + 1;
        int end = length;
        for (int i = document.blocks().size() - 1; i >= 0; i--) {
            Block block = document.blocks().get(i);
            if (block instanceof Block.Silence silence) {
                ofSection.push(silence);
            } else if (block instanceof Block.Heading heading) {
                silences.add(ofSection, heading.span().start(), end);
                ofSection.clear();
                end = heading.span().start();
            }
        }
        silences.add(ofSection, 0, length);
        return silences;
    }

    private void add(Collection<Block.Silence> blocks, int start, int end) {
        for (Block.Silence block : blocks) {
            for (Block.SilencedId id : block.ids()) {
                Silence silence = new Silence(id, start, end);
                all.add(silence);
                byIdAndStart.computeIfAbsent(id.name(), name -> new TreeMap<>()).putIfAbsent(start, silence);
            }
        }
    }

    /** {@code diagnostics} without those that are silenced. */
    public List<Diagnostic> heard(List<Diagnostic> diagnostics) {
        return all.isEmpty()
                ? diagnostics
                : diagnostics.stream()
                        .filter(diagnostic -> silencesOf(diagnostic).findAny().isEmpty())
                        .toList();
    }

    /** The silence of its section, and that of the document. */
    private Stream<Silence> silencesOf(Diagnostic diagnostic) {
        TreeMap<Integer, Silence> silences =
                byIdAndStart.getOrDefault(diagnostic.id().name(), new TreeMap<>());
        int at = diagnostic.span().start();
        boolean counts = diagnostic.severity() != Severity.ERROR
                && diagnostic.span().source().equals(source);
        return counts
                ? Stream.of(Optional.ofNullable(silences.floorEntry(at)), Optional.ofNullable(silences.firstEntry()))
                        .flatMap(Optional::stream)
                        .map(Map.Entry::getValue)
                        .filter(silence -> silence.start() <= at && at < silence.end())
                : Stream.empty();
    }

    /** Remarks on silences of ids that do not exist, or of which there is nothing among {@code diagnostics}. */
    List<Diagnostic> remarks(List<Diagnostic> diagnostics) {
        Set<Silence> used = new HashSet<>();
        diagnostics.forEach(diagnostic -> silencesOf(diagnostic).forEach(used::add));
        return all.stream()
                .flatMap(silence -> remark(silence, used.contains(silence)).stream())
                .toList();
    }

    private static Optional<Diagnostic> remark(Silence silence, boolean isUsed) {
        String name = silence.id().name();
        Optional<Meanings.Meaning> meaning = Meanings.of(name);
        if (meaning.isEmpty()) {
            return Optional.of(UNKNOWN.at(silence.id().span(), "there is no diagnostic '%s'", name)
                    .hint("streamspec lint --list tells those there are"));
        } else if (meaning.get().severity() == Severity.ERROR) {
            return Optional.of(UNKNOWN.at(silence.id().span(), "'%s' is an error, and errors cannot be silenced", name)
                    .hint("mend what it reports"));
        }
        return isUsed
                ? Optional.empty()
                : Optional.of(UNUSED.at(silence.id().span(), "this section has no '%s' to silence", name)
                        .hint("take it out, or put it into the section that has"));
    }
}
