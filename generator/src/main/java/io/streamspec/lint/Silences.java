package io.streamspec.lint;

import io.streamspec.read.Block;
import io.streamspec.read.Document;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Severity;
import io.streamspec.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a document's author does not want to be told: warnings and notes, by id, in a section or (above the first heading)
 * in all of the document. Errors cannot be silenced.
 */
public final class Silences {

    static final DiagnosticId UNKNOWN = DiagnosticId.warning("silence-unknown");
    static final DiagnosticId UNUSED = DiagnosticId.warning("silence-unused");

    private final SourceText source;
    private final List<Silence> silences;

    /** One id, silenced from offset {@code start} up to, not including, {@code end}. */
    private record Silence(Block.SilencedId id, int start, int end) {
        boolean covers(Diagnostic diagnostic) {
            int at = diagnostic.span().start();
            return diagnostic.id().name().equals(id.name()) && start <= at && at < end;
        }
    }

    private Silences(SourceText source, List<Silence> silences) {
        this.source = source;
        this.silences = silences;
    }

    /** The silences of {@code document}. */
    public static Silences of(Document document) {
        int end = document.source().text().length() + 1;
        List<Silence> silences = new ArrayList<>();
        List<Block> blocks = document.blocks();
        int start = 0;
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading heading) {
                start = heading.span().start();
            } else if (blocks.get(i) instanceof Block.Silence silence) {
                int last = start == 0 ? end : nextHeading(blocks, i, end);
                for (Block.SilencedId id : silence.ids()) {
                    silences.add(new Silence(id, start, last));
                }
            }
        }
        return new Silences(document.source(), silences);
    }

    private static int nextHeading(List<Block> blocks, int from, int end) {
        return blocks.subList(from, blocks.size()).stream()
                .filter(Block.Heading.class::isInstance)
                .mapToInt(heading -> heading.span().start())
                .findFirst()
                .orElse(end);
    }

    /** {@code diagnostics} without those that are silenced. */
    public List<Diagnostic> heard(List<Diagnostic> diagnostics) {
        return silences.isEmpty()
                ? diagnostics
                : diagnostics.stream()
                        .filter(diagnostic -> !isSilenced(diagnostic))
                        .toList();
    }

    private boolean isSilenced(Diagnostic diagnostic) {
        return isOfDocument(diagnostic)
                && diagnostic.severity() != Severity.ERROR
                && silences.stream().anyMatch(silence -> silence.covers(diagnostic));
    }

    private boolean isOfDocument(Diagnostic diagnostic) {
        return diagnostic.span().source().equals(source);
    }

    /** Remarks on silences of ids that do not exist, or of which there is nothing among {@code diagnostics}. */
    List<Diagnostic> remarks(List<Diagnostic> diagnostics) {
        List<Diagnostic> remarks = new ArrayList<>();
        Set<String> found = new LinkedHashSet<>();
        for (Silence silence : silences) {
            String name = silence.id().name();
            boolean used = diagnostics.stream()
                    .anyMatch(diagnostic -> isOfDocument(diagnostic)
                            && diagnostic.severity() != Severity.ERROR
                            && silence.covers(diagnostic));
            boolean repeated = !found.add(name + " " + silence.start());
            Optional<Meanings.Meaning> meaning = Meanings.of(name);
            if (meaning.isEmpty()) {
                remarks.add(UNKNOWN.at(silence.id().span(), "there is no diagnostic '%s'", name)
                        .hint("streamspec lint --list tells those there are"));
            } else if (meaning.get().severity() == Severity.ERROR) {
                remarks.add(UNKNOWN.at(silence.id().span(), "'%s' is an error, and errors cannot be silenced", name)
                        .hint("mend what it reports"));
            } else if (!used || repeated) {
                remarks.add(UNUSED.at(silence.id().span(), "this section has no '%s' to silence", name)
                        .hint("take it out, or put it into the section that has"));
            }
        }
        return remarks;
    }
}
