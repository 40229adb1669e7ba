package io.streamspec;

import io.streamspec.diff.Review;
import io.streamspec.example.Examples;
import io.streamspec.example.SpecificationExamples;
import io.streamspec.export.ExportFormat;
import io.streamspec.lint.Lint;
import io.streamspec.lint.Silences;
import io.streamspec.model.Specification;
import io.streamspec.read.Document;
import io.streamspec.read.SpecificationReader;
import io.streamspec.resolve.Resolver;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.write.OutputFile;
import io.streamspec.write.html.HtmlWriter;
import io.streamspec.write.html.Site;
import io.streamspec.write.java.JavaWriter;
import io.streamspec.write.json.JsonSchema;
import io.streamspec.write.json.ReviewJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The whole pipeline: text in, models and files' contents out, problems as diagnostics. Touches no file itself. What
 * it returns is to be used only if the diagnostics have no errors.
 */
public final class Generator {

    private Generator() {}

    /**
     * A document that has been read and resolved.
     *
     * @param said what there was to be said, what the document silences included
     */
    public record Parsed(Document document, Specification specification, Diagnostics said) {

        /** What was said and is not silenced. */
        public List<Diagnostic> heard() {
            return Silences.of(document).heard(said.sorted());
        }

        /** That, and what the checks of the catalogue find; {@code older} is an earlier revision, if there is one. */
        public List<Diagnostic> lint(Optional<Specification> older) {
            return Lint.of(document, specification, said, older);
        }
    }

    /** Reads one document, and the supplement that may go with it. */
    public static Parsed parse(SourceText text, Optional<SourceText> supplement) {
        Diagnostics said = new Diagnostics();
        Document document = SpecificationReader.read(text, said);
        return new Parsed(document, resolve(document, supplement, said), said);
    }

    /** The same, for its model. */
    public static Specification read(SourceText text, Optional<SourceText> supplement, Diagnostics diagnostics) {
        Parsed parsed = parse(text, supplement);
        diagnostics.reportAll(parsed.heard());
        return parsed.specification();
    }

    private static Specification resolve(Document document, Optional<SourceText> supplement, Diagnostics diagnostics) {
        Optional<Document> rules = supplement.map(source -> SpecificationReader.read(source, diagnostics));
        return Resolver.resolve(document, rules, diagnostics);
    }

    /**
     * All that can be said against one document: what reading it brings up, and what the checks of the catalogue find.
     * {@code older} is an earlier revision, if there is one to compare with.
     */
    public static List<Diagnostic> lint(
            SourceText text, Optional<SourceText> supplement, Optional<Specification> older) {
        return parse(text, supplement).lint(older);
    }

    /** The codecs of {@code specifications}, each in a package of its own under {@code basePackage}. */
    public static List<OutputFile> java(
            List<Specification> specifications, String basePackage, Diagnostics diagnostics) {
        return JavaWriter.write(specifications, basePackage, diagnostics);
    }

    /** The examples of {@code specifications} by their names; those that cannot be had are no errors. */
    public static Map<String, SpecificationExamples> examples(
            List<Specification> specifications, Diagnostics diagnostics) {
        return Examples.of(specifications, diagnostics);
    }

    /** The same, with Javadoc that leads to the pages in the folder {@code docs}, an address. */
    public static List<OutputFile> java(
            List<Specification> specifications, String basePackage, Optional<String> docs, Diagnostics diagnostics) {
        return JavaWriter.write(specifications, basePackage, docs, diagnostics);
    }

    /** The published pages of {@code site}. */
    public static List<OutputFile> html(Site site, Diagnostics diagnostics) {
        boolean linksJavadoc = site.javadoc().address().isPresent()
                && !site.javadoc().basePackage().isEmpty();
        Site linked = linksJavadoc
                ? site.withClasses(
                        JavaWriter.classes(site.specifications(), site.javadoc().basePackage()))
                : site;
        // the schema of the JSON export goes where its manual goes
        return Stream.concat(HtmlWriter.write(linked, diagnostics).stream(), Stream.of(JsonSchema.file()))
                .toList();
    }

    /**
     * What {@code formats} make of {@code specifications}, format by format; {@code docs} is where their pages are, a folder
     * or an address.
     */
    public static List<OutputFile> export(
            List<Specification> specifications,
            List<ExportFormat> formats,
            Optional<String> docs,
            Diagnostics diagnostics) {
        return formats.stream()
                .flatMap(format -> format.write(specifications, docs, diagnostics).stream())
                .toList();
    }

    /** What changed between two revisions of a specification, judged, and held against its rules of evolution. */
    public static Review review(Specification old, Specification now) {
        return Review.of(old, now);
    }

    /** {@code review} as JSON. */
    public static String json(Review review) {
        return ReviewJson.write(review);
    }

    /** {@code review} as one page that needs no other. */
    public static OutputFile html(Review review) {
        return HtmlWriter.write(review);
    }
}
