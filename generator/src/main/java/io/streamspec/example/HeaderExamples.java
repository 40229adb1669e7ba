package io.streamspec.example;

import io.streamspec.example.SpecificationExamples.RuleExample;
import io.streamspec.model.Expression;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.model.StreamGrammar;
import io.streamspec.model.Structure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Examples of the rule that headers are those of some kind of stream. */
final class HeaderExamples {

    private static final int MOST_TRIED = 10_000;

    private final Specification specification;
    private final ConditionExamples conditions;
    private final List<Expression> kinds;

    HeaderExamples(Specification specification, ConditionExamples conditions) {
        this.specification = specification;
        this.conditions = conditions;
        this.kinds = specification.streams().stream()
                .map(StreamGrammar::when)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Values of the fields that tell kinds of streams apart, or any where some kind has no condition. None are rejected
     * where constants leave no others: those are wrong before the headers are.
     */
    Optional<RuleExample> example() {
        boolean isAny = kinds.size() < specification.streams().size();
        return isAny
                ? Optional.of(new RuleExample("any headers", ""))
                : found(true).map(good -> new RuleExample(good, found(false).orElse("")));
    }

    private Optional<String> found(boolean accepted) {
        return combinations().stream()
                .map(this::evaluation)
                .filter(evaluation -> kinds.stream().anyMatch(evaluation::holds) == accepted)
                .map(evaluation -> conditions.words("", kinds, evaluation))
                .findFirst();
    }

    private Evaluation evaluation(Map<String, Map<String, Value>> headers) {
        Map<String, Value.Group> groups = new LinkedHashMap<>();
        headers.forEach((name, fields) -> groups.put(name, new Value.Group(name, fields)));
        return Evaluation.of(specification, "", Map.of(), groups);
    }

    private List<Map<String, Map<String, Value>>> combinations() {
        List<Map<String, Map<String, Value>>> all = new ArrayList<>(List.of(Map.of()));
        for (Expression leaf : leaves()) {
            if (leaf instanceof Expression.FieldValue field) {
                List<Map<String, Map<String, Value>>> more = new ArrayList<>();
                for (Map<String, Map<String, Value>> one : all) {
                    numbers(field).forEach(number -> more.add(with(one, field, number)));
                }
                all = more.subList(0, Math.min(MOST_TRIED, more.size()));
            }
        }
        return all;
    }

    private Set<Expression> leaves() {
        Set<Expression> leaves = new LinkedHashSet<>();
        kinds.forEach(condition -> leaves.addAll(condition.leaves()));
        return leaves;
    }

    private static Map<String, Map<String, Value>> with(
            Map<String, Map<String, Value>> headers, Expression.FieldValue field, BigInteger number) {
        Map<String, Map<String, Value>> more = new LinkedHashMap<>(headers);
        Map<String, Value> fields = new LinkedHashMap<>(more.getOrDefault(field.structure(), Map.of()));
        fields.put(field.field(), new Value.Number(number));
        more.put(field.structure(), fields);
        return more;
    }

    /** What the field is compared with, and one number more; of a constant, only what readers take. */
    private List<BigInteger> numbers(Expression.FieldValue value) {
        Structure structure = specification.structure(value.structure());
        Optional<Field> field = structure.field(value.field());
        if (field.isPresent() && field.get().type() instanceof FieldType.Constant constant) {
            Set<BigInteger> accepted = new LinkedHashSet<>(List.of(constant.value()));
            accepted.addAll(constant.accepted());
            return List.copyOf(accepted);
        }
        List<BigInteger> numbers = new ArrayList<>();
        for (Expression leaf : leaves()) {
            if (leaf instanceof Expression.Number number) {
                numbers.add(number.value());
            } else if (leaf instanceof Expression.EnumValue named) {
                numbers.add(named.value());
            }
        }
        BigInteger most = numbers.stream().max(BigInteger::compareTo).orElse(BigInteger.ZERO);
        numbers.add(most.add(BigInteger.ONE));
        return numbers.stream().distinct().toList();
    }
}
