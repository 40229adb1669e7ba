package io.streamspec.example;

import io.streamspec.example.SpecificationExamples.RuleExample;
import io.streamspec.model.Field;
import io.streamspec.model.Rule;
import io.streamspec.model.Rules;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.Count;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What each rule accepts and what it rejects. Both are tried before they are told. */
final class RuleExamples {

    private final Specification specification;
    private final ValueExamples values;
    private final ConditionExamples conditions;
    private final LayoutExamples layouts;
    private final OrderExamples orders;
    private final EvolutionExamples revisions;

    private RuleExamples(Specification specification, Map<String, Value.Group> samples) {
        this.specification = specification;
        this.values = new ValueExamples(specification);
        this.conditions = new ConditionExamples(specification, samples);
        this.layouts = new LayoutExamples(specification, samples);
        this.orders = new OrderExamples(specification, conditions);
        this.revisions = new EvolutionExamples(specification);
    }

    /** The examples by the rule's id, given a sample of each structure. */
    static Map<String, RuleExample> of(Specification specification, Map<String, Value.Group> samples) {
        RuleExamples examples = new RuleExamples(specification, samples);
        Map<String, RuleExample> found = new LinkedHashMap<>();
        for (Rule rule : Rules.of(specification)) {
            try {
                examples.of(rule).ifPresent(example -> found.put(rule.id(), example));
            } catch (Evaluation.Fault e) {
                // what cannot be computed cannot be shown either
            }
        }
        return found;
    }

    private Optional<RuleExample> of(Rule rule) {
        return switch (rule.kind()) {
            case CONSTANT, ALLOWED, NAMED, ZERO ->
                rule.structure().map(specification::structure).flatMap(structure -> field(structure, rule)
                        .flatMap(field -> values.of(structure, field, rule)));
            case LIMIT ->
                rule.field().map(this::limit).or(() -> rule.structure().flatMap(this::headerLimit));
            case LAYOUT -> rule.structure().map(specification::structure).flatMap(layouts::of);
            case CONDITION ->
                rule.structure()
                        .map(specification::structure)
                        .flatMap(structure -> conditions.of(structure, rule.id()));
            case ORDER, BEFORE, IMPLIED -> rule.id().equals("order.complete") ? layouts.cutShort() : orders.of(rule);
            case EVOLUTION -> revisions.of(rule);
            case PROSE, DEFINITION -> Optional.empty(); // the author gives those; others report what is not so
        };
    }

    private static Optional<Field> field(Structure structure, Rule rule) {
        return rule.field().flatMap(structure::field);
    }

    private RuleExample limit(String field) {
        BigInteger most =
                BigInteger.valueOf(specification.framing().orElseThrow().limit());
        return new RuleExample(field + " = " + most, field + " = " + most.add(BigInteger.ONE));
    }

    private Optional<RuleExample> headerLimit(String header) {
        return specification
                .preamble()
                .limit(header)
                .map(limit ->
                        new RuleExample(Count.of(limit.octets(), "octet"), Count.of(limit.octets() + 1, "octet")));
    }
}
