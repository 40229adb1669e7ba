package io.streamspec.example;

import io.streamspec.model.Expression;
import io.streamspec.model.Structure;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The numbers at which a structure's rules change their mind: what its fields are compared with and divided by. */
final class Landmarks {

    private final Terms terms;
    private final Structure structure;
    private final Evaluation earlier;

    /** Of a structure whose earlier ones are known to {@code earlier}. */
    Landmarks(Terms terms, Structure structure, Evaluation earlier) {
        this.terms = terms;
        this.structure = structure;
        this.earlier = earlier;
    }

    /** Numbers around which a value of {@code field}, or its measure, makes a difference; the plain ones first. */
    List<BigInteger> of(String field) {
        Set<BigInteger> marks = new LinkedHashSet<>();
        for (Expression expression : terms.all()) {
            if (terms.fields(expression).contains(field)) {
                collect(expression, marks);
            }
        }
        Set<BigInteger> all = new LinkedHashSet<>(marks);
        marks.forEach(mark -> {
            all.add(mark.subtract(BigInteger.ONE));
            all.add(mark.add(BigInteger.ONE));
            all.add(mark.shiftLeft(1));
        });
        return all.stream().filter(mark -> mark.signum() >= 0).toList();
    }

    /** Whether any rule looks at {@code field}, or measures it. */
    boolean areAny(String field) {
        return terms.all().stream()
                .anyMatch(expression -> terms.fields(expression).contains(field));
    }

    /** Whether the measure of {@code field} is looked at. */
    boolean isMeasured(String field) {
        return structure.constraints().stream().anyMatch(constraint -> measures(constraint.condition(), field));
    }

    private boolean measures(Expression expression, String field) {
        return expression instanceof Expression.Measure measure
                        && measure.field().equals(field)
                || terms.parts(expression).stream().anyMatch(part -> measures(part, field));
    }

    private void collect(Expression expression, Set<BigInteger> marks) {
        if (!terms.fields(expression).isEmpty()) {
            terms.parts(expression).forEach(part -> collect(part, marks));
            return;
        }
        try {
            marks.add(earlier.number(expression));
        } catch (Evaluation.Fault e) {
            // what has no number is no landmark
        }
    }
}
