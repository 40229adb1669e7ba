package io.streamspec.example;

import io.streamspec.example.SpecificationExamples.RuleExample;
import io.streamspec.model.Specification;
import java.util.Map;

/** X. */
final class RuleExamples {
    private RuleExamples() {}
    static Map<String, RuleExample> of(Specification specification, Map<String, Value.Group> values) { return Map.of(); }
}
