package io.streamspec.build;

import io.streamspec.files.OutputFolder;
import io.streamspec.files.Stamps;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps targets in step with documents that are being edited. It looks at the files every few hundredths of a second,
 * which sees what any editor does on any file system, and reads them when they have stopped changing.
 */
public final class Watch {

    /** Between two looks at the files, in milliseconds; so long must they have stood still before they are read. */
    private static final long PAUSE = 40;

    /** A file that is missing or empty is probably being saved; after so many looks it is taken as it is. */
    private static final int PATIENCE = 12;

    private final List<Path> documents;
    private final List<Path> supplements;
    private final List<Target> targets;
    private final Inspection inspection;
    private Map<String, Diagnostic> told = Map.of();

    /** What is said of documents besides what keeps targets from being made, such as {@link Documents#lint()}. */
    public interface Inspection {
        /** Reports what is to be said against {@code documents} to their diagnostics. */
        void of(Documents documents) throws IOException;
    }

    /** A watch over {@code documents} with {@code supplements}, which keeps {@code targets}, of which there may be none. */
    public Watch(List<Path> documents, List<Path> supplements, List<Target> targets, Inspection inspection) {
        this.documents = List.copyOf(documents);
        this.supplements = List.copyOf(supplements);
        this.targets = List.copyOf(targets);
        this.inspection = inspection;
    }

    /** Is told what happens. */
    public interface Listener {
        /** Documents were read again, and targets written. */
        void round(Round round);

        /** A file could not be read or written; the watch goes on. */
        void failed(IOException problem);
    }

    /**
     * What one look at changed documents brought.
     *
     * @param diagnostics all that is to be said of the documents now
     * @param come those that were not there before
     * @param gone those that were there before; they point into the text of then
     * @param written files that were written
     * @param deleted files that were deleted
     */
    public record Round(
            List<Diagnostic> diagnostics,
            List<Diagnostic> come,
            List<Diagnostic> gone,
            List<Path> written,
            List<Path> deleted) {
        public Round {
            diagnostics = List.copyOf(diagnostics);
            come = List.copyOf(come);
            gone = List.copyOf(gone);
            written = List.copyOf(written);
            deleted = List.copyOf(deleted);
        }
    }

    /** Runs a round now and behind each change, until the thread is interrupted. */
    public void run(Listener listener) {
        try {
            while (true) {
                Stamps seen = settled();
                tell(listener);
                while (Stamps.of(inputs()).equals(seen)) {
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the way to end it
        }
    }

    private void tell(Listener listener) {
        try {
            listener.round(round());
        } catch (IOException e) {
            listener.failed(e);
        }
    }

    /** Reads everything, and brings the targets up to date where there are no errors. */
    public Round round() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        List<Path> written = new ArrayList<>();
        List<Path> deleted = new ArrayList<>();
        Documents sources = Documents.read(documents, supplements, diagnostics);
        inspection.of(sources);
        for (Production.Product product : Production.of(sources, documents, targets, diagnostics)) {
            write(product, written, deleted);
        }
        Map<String, Diagnostic> now = byIdentity(diagnostics.sorted());
        Map<String, Diagnostic> before = told;
        told = new LinkedHashMap<>(now);
        if (diagnostics.hasErrors()) {
            unseen(before).forEach(told::putIfAbsent);
        }
        return new Round(
                List.copyOf(now.values()),
                without(now, before.keySet()),
                without(before, told.keySet()),
                written,
                deleted);
    }

    private static Map<String, Diagnostic> byIdentity(List<Diagnostic> diagnostics) {
        Map<String, Diagnostic> byIdentity = new LinkedHashMap<>();
        Map<String, Integer> alike = new HashMap<>();
        for (Diagnostic diagnostic : diagnostics) {
            String identity = identity(diagnostic);
            byIdentity.put(identity + "\n" + alike.merge(identity, 1, Integer::sum), diagnostic);
        }
        return byIdentity;
    }

    /** What nobody looks for while there are errors: it is neither there nor gone. */
    private static Map<String, Diagnostic> unseen(Map<String, Diagnostic> diagnostics) {
        Map<String, Diagnostic> unseen = new LinkedHashMap<>(diagnostics);
        unseen.values().removeIf(diagnostic -> diagnostic.severity() == Severity.ERROR);
        return unseen;
    }

    private void write(Production.Product product, List<Path> written, List<Path> deleted) throws IOException {
        Path place = product.target().place();
        OutputFolder.Changes changes =
                OutputFolder.at(place).replace(product.files(), product.fingerprint(), documents);
        changes.writtenFiles().forEach(file -> written.add(place.resolve(file)));
        changes.deletedFiles().forEach(file -> deleted.add(place.resolve(file)));
    }

    /** Waits until the files have stood still for a moment; how they look then. */
    private Stamps settled() throws InterruptedException {
        Stamps before = Stamps.of(inputs());
        for (int looks = 0; ; looks++) {
            Thread.sleep(PAUSE);
            Stamps now = Stamps.of(inputs());
            if (now.equals(before) && (now.areWhole() || looks >= PATIENCE)) {
                return now;
            }
            before = now;
        }
    }

    private Set<Path> inputs() {
        Set<Path> inputs = new LinkedHashSet<>();
        Stream.concat(documents.stream(), supplements.stream()).forEach(inputs::add);
        targets.forEach(target -> inputs.addAll(target.sources()));
        return inputs;
    }

    /** What makes two diagnostics of different rounds the same: all but the line, which moves with every edit above. */
    private static String identity(Diagnostic diagnostic) {
        return diagnostic.span().source().name() + "\n" + diagnostic.id().name() + "\n" + diagnostic.message() + "\n"
                + diagnostic.span().text();
    }

    private static List<Diagnostic> without(Map<String, Diagnostic> diagnostics, Set<String> identities) {
        return diagnostics.entrySet().stream()
                .filter(diagnostic -> !identities.contains(diagnostic.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
