package io.streamspec.build;

import io.streamspec.Generator;
import io.streamspec.files.Fingerprint;
import io.streamspec.files.SourceFiles;
import io.streamspec.model.Specification;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Severity;
import io.streamspec.source.SourceText;
import io.streamspec.source.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Earlier revisions of documents. One belongs to the document of the same file name up to the first dot:
 * {@code 2/frames.pandoc} and {@code frames.2.pandoc} to {@code frames.pandoc}. What it is called stands behind that dot, or in its title block ({@code Revision 2}), or is the name of its folder: the first of these that there is.
 */
final class OlderRevisions {

    private static final DiagnosticId REVISION_UNUSED = DiagnosticId.error("revision-unused");
    private static final DiagnosticId REVISION_TWICE = DiagnosticId.error("revision-twice");
    private static final String ENDING = ".pandoc";
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** No revisions. */
    static final OlderRevisions NONE = new OlderRevisions(List.of());

    private final List<Edition> editions;

    private OlderRevisions(List<Edition> editions) {
        this.editions = editions;
    }

    /** A text of the document {@code document}; {@code suffix} is what its file name has behind that, if anything. */
    private record Edition(String document, String suffix, String folder, SourceText text) {

        Specification model(Diagnostics diagnostics) {
            Diagnostics own = new Diagnostics();
            Specification model = Generator.read(text, Optional.empty(), own);
            own.sorted().stream() // of a revision that is out, only what keeps it from being read is worth telling
                    .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                    .forEach(diagnostics::report);
            return model.withRevision(suffix.isEmpty() ? model.revision().orElse(folder) : suffix);
        }
    }

    /** Reads the revisions at {@code places}, files or folders with folders in them, of {@code documents}. */
    static OlderRevisions read(List<Path> places, List<Path> documents, Diagnostics diagnostics) throws IOException {
        List<Edition> editions = new ArrayList<>();
        for (Path place : places) {
            for (Path file : SourceFiles.at(place, Set.of(ENDING))) {
                Optional<SourceText> text = SourceFiles.read(file, diagnostics);
                if (text.isPresent()) {
                    Optional<Edition> edition = edition(file, text.get(), documents);
                    edition.ifPresentOrElse(editions::add, () -> reportUnused(text.get(), diagnostics));
                }
            }
        }
        return new OlderRevisions(editions);
    }

    private static Optional<Edition> edition(Path file, SourceText text, List<Path> documents) {
        String name = document(file);
        Path parent = file.toAbsolutePath().normalize().getParent();
        String folder = parent == null ? "" : String.valueOf(parent.getFileName());
        String suffix = String.valueOf(file.getFileName())
                .substring(name.length())
                .replaceFirst("\\.[^.]*$", "")
                .replaceFirst("^\\.([Rr]ev(ision)?[-_ ]?)?", "");
        return documents.stream().map(OlderRevisions::document).anyMatch(name::equals)
                ? Optional.of(new Edition(name, suffix, folder, text))
                : Optional.empty();
    }

    private static void reportUnused(SourceText text, Diagnostics diagnostics) {
        diagnostics.report(REVISION_UNUSED
                .at(text.span(0, 0), "no document has the name of this older revision")
                .hint("give it the file name of the document, in a folder of its own, or with the revision "
                        + "behind a dot: frames.2.pandoc"));
    }

    /** Adds the content of all revisions to {@code fingerprint}. */
    void digest(Fingerprint fingerprint) {
        editions.forEach(edition -> fingerprint.add(
                String.join("\n", edition.document(), edition.suffix(), edition.folder()),
                edition.text().text()));
    }

    /** The models of the revisions by the names of {@code current}, the latest first. */
    Map<String, List<Specification>> models(List<Specification> current, Diagnostics diagnostics) {
        Map<String, List<Specification>> models = new LinkedHashMap<>();
        for (Specification specification : current) {
            List<Specification> older = of(specification.name(), diagnostics);
            reportTwice(specification, older, diagnostics);
            models.put(specification.name(), older);
        }
        return models;
    }

    /** The latest revision of {@code document}, if there is one. */
    Optional<Specification> latest(SourceText document, Diagnostics diagnostics) {
        return of(document(Path.of(document.name())), diagnostics).stream().findFirst();
    }

    private List<Specification> of(String document, Diagnostics diagnostics) {
        return editions.stream()
                .filter(edition -> edition.document().equals(document))
                .map(edition -> edition.model(diagnostics))
                .sorted(Comparator.comparing(OlderRevisions::order).reversed())
                .toList();
    }

    private static void reportTwice(Specification current, List<Specification> older, Diagnostics diagnostics) {
        Map<String, Specification> named = new LinkedHashMap<>();
        current.revision().ifPresent(revision -> named.put(revision, current));
        for (Specification model : older) {
            String revision = model.revision().orElseThrow();
            Specification first = named.putIfAbsent(revision, model);
            if (first != null) {
                diagnostics.report(REVISION_TWICE
                        .at(start(model), "two revisions of '%s' are called '%s'", current.name(), revision)
                        .hint("name one by a folder and no title, or behind a dot in its file name")
                        .seeAlso(start(first), "the other is here"));
            }
        }
    }

    private static Span start(Specification model) {
        return model.span().source().span(0, 0);
    }

    /** Revisions count as people count: 10 comes after 9. */
    private static String order(Specification model) {
        return DIGITS.matcher(model.revision().orElse(""))
                .replaceAll(digits -> "0".repeat(Math.max(0, 12 - digits.group().length())) + digits.group());
    }

    /** A document is called by its file name, up to the first dot. */
    private static String document(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.indexOf('.', 1);
        return dot < 0 ? name : name.substring(0, dot);
    }
}
