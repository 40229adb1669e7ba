package io.streamspec.example;

import java.util.List;
import java.util.Map;

/**
 * The examples of one specification.
 *
 * @param structures by the structure's name
 * @param rules by the rule's id
 */
public record SpecificationExamples(Map<String, StructureExample> structures, Map<String, RuleExample> rules) {

    /** No examples. */
    public static final SpecificationExamples NONE = new SpecificationExamples(Map.of(), Map.of());

    public SpecificationExamples {
        structures = Map.copyOf(structures);
        rules = Map.copyOf(rules);
    }

    /** A sample of a structure: the Java that makes it, and the octets that the codec encoded it to. */
    public record StructureExample(String java, List<Part> parts) {
        public StructureExample {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Octets that belong together.
     *
     * @param field the field of the structure that they belong to
     * @param path the field, with element and bits where it has them: {@code pfn[0].type}
     * @param offset where they start in the structure
     * @param octets in hexadecimal, two digits each, without blanks
     * @param shown what they mean: {@code 4096}, {@code NOTAB}
     */
    public record Part(String field, String path, long offset, String octets, String shown) {}

    /**
     * What a rule accepts and what it rejects, as short as it gets: values, octets or the order of records.
     *
     * @param rejecting empty if the rule says what counts, and by itself rejects nothing
     */
    public record RuleExample(String accepting, String rejecting) {}
}
