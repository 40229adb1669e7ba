package io.streamspec.write.html;

import io.streamspec.example.SpecificationExamples;
import io.streamspec.model.Specification;
import io.streamspec.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is published together.
 *
 * @param older earlier revisions of a specification, the latest first, by its name
 * @param examples by the specification's name
 * @param handbook further pages, written in Markdown, in the order of the index
 * @param singleFile whether each page holds all that it needs, so that it can be sent around by itself
 */
public record Site(
        List<Specification> specifications,
        Map<String, List<Specification>> older,
        Map<String, SpecificationExamples> examples,
        Javadoc javadoc,
        List<Manuscript> handbook,
        boolean singleFile) {

    public Site {
        specifications = List.copyOf(specifications);
        older = Map.copyOf(older);
        examples = Map.copyOf(examples);
        handbook = List.copyOf(handbook);
    }

    /** A text of the handbook; {@code path} places it among the others, so that links between them can be followed. */
    public record Manuscript(String path, SourceText text) {}

    /** Where the Javadoc of the generated code is, relative to the pages or absolute, and the codecs' base package. */
    public record Javadoc(Optional<String> address, String basePackage) {}

    /** The pages of {@code specifications}, and nothing else. */
    public static Site of(List<Specification> specifications) {
        return new Site(specifications, Map.of(), Map.of(), new Javadoc(Optional.empty(), ""), List.of(), false);
    }
}
