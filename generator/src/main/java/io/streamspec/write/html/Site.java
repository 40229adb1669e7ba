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

    /** The same, with these examples. */
    public Site withExamples(Map<String, SpecificationExamples> others) {
        return new Site(specifications, older, others, javadoc, handbook, singleFile);
    }

    /**
     * Where the Javadoc of the generated code is, relative to the pages or absolute, and the codecs' base package.
     *
     * @param classes the generated class of each structure by its full name, by specification and structure; of nested
     *     ones as {@code com.example.libxc.HvmParams.Param}, where the packages are in small letters; and what reads each
     *     field, {@code hvm_params#count} as {@code com.example.libxc.HvmParams#count()}
     */
    public record Javadoc(Optional<String> address, String basePackage, Map<String, Map<String, String>> classes) {
        public Javadoc {
            classes = Map.copyOf(classes);
        }

        /** Javadoc of classes whose names are not known yet. */
        public Javadoc(Optional<String> address, String basePackage) {
            this(address, basePackage, Map.of());
        }
    }

    /** This site, with the names of the generated classes. */
    public Site withClasses(Map<String, Map<String, String>> classes) {
        Javadoc named = new Javadoc(javadoc.address(), javadoc.basePackage(), classes);
        return new Site(specifications, older, examples, named, handbook, singleFile);
    }

    /** The pages of {@code specifications}, and nothing else. */
    public static Site of(List<Specification> specifications) {
        return new Site(specifications, Map.of(), Map.of(), new Javadoc(Optional.empty(), ""), List.of(), false);
    }
}
