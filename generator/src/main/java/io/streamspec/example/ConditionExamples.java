package io.streamspec.example;

import io.streamspec.example.SpecificationExamples.RuleExample;
import io.streamspec.model.Expression;
import io.streamspec.model.ExpressionText;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Examples of {@code require} and {@code expect}: values that the condition looks at. */
final class ConditionExamples {

    private final Specification specification;
    private final Map<String, Value.Group> samples;
    private final Meanings meanings;

    ConditionExamples(Specification specification, Map<String, Value.Group> samples) {
        this.specification = specification;
        this.samples = samples;
        this.meanings = new Meanings(specification);
    }

    Optional<RuleExample> of(Structure structure, String id) {
        return structure.constraints().stream()
                .filter(constraint -> constraint.id().equals(id))
                .findFirst()
                .flatMap(constraint -> of(structure, constraint));
    }

    private Optional<RuleExample> of(Structure structure, Structure.Constraint constraint) {
        Expression condition = constraint.condition();
        Optional<Value.Group> accepted = found(structure, constraint, true);
        Optional<Value.Group> rejected = found(structure, constraint, false);
        return accepted.flatMap(good -> rejected.map(
                bad -> new RuleExample(words(structure, condition, good), words(structure, condition, bad))));
    }

    /** Values that observe the other rules of the structure; if there are none, any. */
    private Optional<Value.Group> found(Structure structure, Structure.Constraint constraint, boolean holds) {
        Search search = new Search(specification, structure, samples, 0);
        List<Search.Goal> all = new ArrayList<>();
        for (Structure.Constraint other : structure.constraints()) {
            all.add(search.goal(other.condition(), holds || !other.id().equals(constraint.id())));
        }
        return search.find(all)
                .or(() -> search.find(List.of(search.goal(constraint.condition(), holds))))
                .filter(group -> evaluation(group).holds(constraint.condition()) == holds);
    }

    private Evaluation evaluation(Value.Group group) {
        return Evaluation.of(specification, group.structure(), group.fields(), samples);
    }

    private String words(Structure structure, Expression condition, Value.Group group) {
        return words(structure.name(), List.of(condition), evaluation(group));
    }

    /** {@code count = 3, page_shift = 12}: what the expressions look at, each once. */
    String words(String self, List<Expression> conditions, Evaluation evaluation) {
        return conditions.stream()
                .flatMap(condition -> condition.leaves().stream())
                .distinct()
                .filter(leaf -> !(leaf instanceof Expression.Number) && !(leaf instanceof Expression.EnumValue))
                .map(leaf -> ExpressionText.of(leaf, self) + " = " + shown(leaf, evaluation.number(leaf)))
                .collect(Collectors.joining(", "));
    }

    private String shown(Expression leaf, BigInteger number) {
        if (leaf instanceof Expression.FieldValue field && field.bits().isEmpty()) {
            FieldType type = specification
                    .structure(field.structure())
                    .field(field.field())
                    .orElseThrow()
                    .type();
            return type instanceof FieldType.Enumerated ? meanings.of(type, number) : number.toString();
        }
        return number.toString();
    }
}
