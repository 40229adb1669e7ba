package io.streamspec.diff;

import io.streamspec.model.Expression;
import io.streamspec.model.ExpressionText;
import io.streamspec.model.Specification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The condition under which a stream is of a kind, in parts that all have to hold.
 *
 * @param names what the new revision calls the things that it names
 */
record When(List<Expression> parts, UnaryOperator<String> names) {

    When {
        parts = List.copyOf(parts);
    }

    static When of(Optional<Expression> condition, UnaryOperator<String> names) {
        List<Expression> parts = new ArrayList<>();
        List<Expression> open = new ArrayList<>(condition.stream().toList());
        while (!open.isEmpty()) {
            Expression part = open.remove(open.size() - 1);
            if (part instanceof Expression.Binary binary && binary.operator() == Expression.Operator.AND) {
                open.add(binary.left());
                open.add(binary.right());
            } else {
                parts.add(part);
            }
        }
        return new When(parts, names);
    }

    /** Whether writers of {@code writers} write streams for which it holds, as far as single values tell. */
    boolean isWrittenBy(Specification writers) {
        return parts.stream().noneMatch(part -> holding(writers, part)
                .filter(held -> held.written.firstOutside(held.holding.others()).isEmpty())
                .isPresent());
    }

    /** Whether it holds for all streams of {@code writers} for which {@code theirs} holds. */
    boolean holdsWhere(When theirs, Specification writers) {
        List<String> known = theirs.texts();
        return parts.stream()
                .allMatch(part -> known.contains(text(part))
                        || holding(writers, part)
                                .filter(held ->
                                        held.written.firstOutside(held.holding).isEmpty())
                                .isPresent());
    }

    private List<String> texts() {
        return parts.stream().map(this::text).toList();
    }

    private String text(Expression part) {
        return names.apply(ExpressionText.of(part, ""));
    }

    /** What writers write to a field, and for which of its values a condition holds. */
    private record Held(Numbers written, Numbers holding) {}

    private static Optional<Held> holding(Specification writers, Expression part) {
        Optional<Condition> condition = Condition.of(part, "");
        return condition.flatMap(found -> writers.structures().stream()
                .flatMap(structure -> structure.fields().stream()
                        .filter(field -> found.subject().equals(structure.name() + "." + field.name())))
                .findFirst()
                .flatMap(field -> Domain.of(writers, field.type()))
                .map(domain -> new Held(domain.written(), found.holding())));
    }
}
