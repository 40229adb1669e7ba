package io.streamspec.build;

import io.streamspec.Generator;
import io.streamspec.example.SpecificationExamples;
import io.streamspec.files.Fingerprint;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import io.streamspec.write.html.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something that is made from documents, and the place where it is kept. */
public sealed interface Target {

    /** The folder, or the file, in which it is kept. */
    Path place();

    /** Files and folders that it is made from besides the documents. */
    default List<Path> sources() {
        return List.of();
    }

    /** How it is made of {@code documents}; files that it needs besides are read, and faults reported. */
    Recipe recipe(List<Path> documents, Diagnostics diagnostics) throws IOException;

    /**
     * Codecs in a source folder, in packages under {@code basePackage}.
     *
     * @param docs where the pages of the documents are, for links from Javadoc
     */
    record Codecs(Path place, String basePackage, Optional<String> docs) implements Target {
        @Override
        public Recipe recipe(List<Path> documents, Diagnostics diagnostics) {
            Fingerprint inputs =
                    new Fingerprint().add("options", "java " + basePackage).add("docs", docs.orElse(""));
            return new Recipe(inputs, (models, faults) -> Generator.java(models, basePackage, docs, faults));
        }
    }

    /** Pages in a folder. */
    record Pages(Path place, Publication publication) implements Target {
        @Override
        public List<Path> sources() {
            return Stream.concat(publication.older().stream(), publication.handbook().stream())
                    .toList();
        }

        @Override
        public Recipe recipe(List<Path> documents, Diagnostics diagnostics) throws IOException {
            OlderRevisions older = OlderRevisions.read(publication.older(), documents, diagnostics);
            List<Site.Manuscript> handbook = Handbook.read(publication.handbook(), diagnostics);
            Fingerprint inputs = new Fingerprint().add("options", "html " + publication.options());
            older.digest(inputs);
            Handbook.digest(handbook, inputs);
            return new Recipe(inputs, (models, faults) -> {
                Site.Javadoc javadoc = new Site.Javadoc(publication.javadoc(), publication.basePackage());
                Map<String, List<Specification>> revisions = older.models(models, faults);
                Map<String, SpecificationExamples> examples = Generator.examples(models, faults);
                Site site = new Site(models, revisions, examples, javadoc, handbook, publication.singleFile());
                return faults.hasErrors() ? List.of() : Generator.html(site, faults);
            });
        }
    }

    /**
     * A document's model in a file of another language.
     *
     * @param document the document's name; empty if there is one document only
     * @param format the name of that language
     * @param writer what writes it
     */
    record Export(Path place, String document, String format, Function<Specification, String> writer)
            implements Target {
        @Override
        public Recipe recipe(List<Path> documents, Diagnostics diagnostics) {
            String file = String.valueOf(place.getFileName());
            Fingerprint inputs = new Fingerprint().add("options", "export " + format + " " + document);
            return new Recipe(inputs, (models, faults) -> List.of(new OutputFile(file, writer.apply(chosen(models)))));
        }

        private Specification chosen(List<Specification> models) {
            if (document.isEmpty() && models.size() == 1) {
                return models.get(0);
            }
            return models.stream()
                    .filter(model -> model.name().equals(document))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no document '" + document
                            + "' to be exported to " + place
                            + "; there are "
                            + models.stream().map(Specification::name).collect(Collectors.joining(", "))));
        }
    }
}
