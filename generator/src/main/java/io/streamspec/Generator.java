package io.streamspec;

import io.streamspec.example.Examples;
import io.streamspec.example.SpecificationExamples;
import io.streamspec.export.ExportFormat;
import io.streamspec.model.Specification;
import io.streamspec.read.Document;
import io.streamspec.read.SpecificationReader;
import io.streamspec.resolve.Resolver;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.write.OutputFile;
import io.streamspec.write.html.HtmlWriter;
import io.streamspec.write.html.Site;
import io.streamspec.write.java.JavaWriter;
import io.streamspec.write.json.JsonSchema;
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

    /** Reads one document, and the supplement that may go with it, into a model. */
    public static Specification read(SourceText text, Optional<SourceText> supplement, Diagnostics diagnostics) {
        Document document = SpecificationReader.read(text, diagnostics);
        Optional<Document> rules = supplement.map(source -> SpecificationReader.read(source, diagnostics));
        return Resolver.resolve(document, rules, diagnostics);
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
}
