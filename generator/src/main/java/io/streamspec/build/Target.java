package io.streamspec.build;

import io.streamspec.Generator;
import io.streamspec.example.SpecificationExamples;
import io.streamspec.export.ExportFormat;
import io.streamspec.files.Fingerprint;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.html.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something that is made from documents, and the place where it is kept. */
public sealed interface Target {

    /** The folder in which it is kept. */
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
     * The documents in the languages of other tools, in a folder.
     *
     * @param docs where the pages of the documents are, for links
     */
    record Exports(Path place, List<ExportFormat> formats, Optional<String> docs) implements Target {
        public Exports {
            formats = List.copyOf(formats);
        }

        @Override
        public Recipe recipe(List<Path> documents, Diagnostics diagnostics) {
            String names = formats.stream().map(ExportFormat::name).collect(Collectors.joining(" "));
            Fingerprint inputs =
                    new Fingerprint().add("options", "export " + names).add("docs", docs.orElse(""));
            return new Recipe(inputs, (models, faults) -> Generator.export(models, formats, docs, faults));
        }
    }
}
