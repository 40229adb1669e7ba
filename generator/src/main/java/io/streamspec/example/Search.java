package io.streamspec.example;

import io.streamspec.model.Expression;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks for values of one structure for which some conditions hold; tries little, and the instructive first. */
final class Search {

    private static final int MOST_STEPS = 20_000;
    private static final int MOST_ELEMENTS = 4096;
    private static final long MOST_OCTETS = 1 << 20;
    private static final int SPELLED_OUT = 16;

    private final Specification specification;
    private final Structure structure;
    private final Map<String, Value.Group> earlier;
    private final Terms terms;
    private final Candidates candidates;
    private final Landmarks landmarks;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Evaluation evaluation;
    private List<Goal> goals = List.of();
    private int turn;
    private int steps;
    private boolean wishful;

    Search(Specification specification, Structure structure, Map<String, Value.Group> earlier, int turn) {
        this.specification = specification;
        this.structure = structure;
        this.earlier = earlier;
        this.turn = turn;
        this.terms = new Terms(specification, structure);
        this.evaluation = Evaluation.of(specification, structure.name(), values, earlier);
        this.landmarks = new Landmarks(terms, structure, evaluation);
        this.candidates = new Candidates(specification, landmarks);
    }

    /** A condition that shall hold, or shall not. */
    record Goal(Expression condition, boolean holds, Set<String> fields) {}

    Goal goal(Expression condition, boolean holds) {
        return new Goal(condition, holds, terms.fields(condition));
    }

    /** All that the structure's rules require and expect. */
    List<Goal> rules() {
        List<Goal> all = new ArrayList<>();
        structure.constraints().forEach(constraint -> all.add(goal(constraint.condition(), true)));
        return all;
    }

    /** Values that reach {@code wanted}, if possible with arrays of two or three elements; absent if none was found. */
    Optional<Value.Group> find(List<Goal> wanted) {
        goals = wanted;
        for (boolean wish : new boolean[] {true, false}) {
            wishful = wish;
            steps = 0;
            values.clear();
            if (assign(0, turn)) {
                return Optional.of(new Value.Group(structure.name(), values));
            }
        }
        return Optional.empty();
    }

    private boolean assign(int index, int free) {
        if (index == structure.fields().size()) {
            return goals.stream().filter(goal -> goal.fields().isEmpty()).allMatch(this::isReached);
        }
        Field field = structure.fields().get(index);
        try {
            boolean isThere =
                    field.when().isEmpty() || evaluation.holds(field.when().get());
            if (!isThere || field.isIgnored()) {
                return isFine(index, field) && assign(index + 1, free);
            }
            boolean isFree = field.type() instanceof FieldType.Scalar && !landmarks.areAny(field.name());
            int next = isFree ? free + 1 : free;
            for (Value value : choices(field, free)) {
                values.put(field.name(), value);
                if (++steps <= MOST_STEPS && isFine(index, field) && assign(index + 1, next)) {
                    return true;
                }
                values.remove(field.name());
            }
        } catch (Evaluation.Fault e) {
            values.remove(field.name());
        }
        return false;
    }

    /** Whether the goals that can be judged since {@code field} is known are reached. */
    private boolean isFine(int index, Field field) {
        List<String> known = structure.fields().subList(0, index + 1).stream()
                .map(Field::name)
                .toList();
        return goals.stream()
                .filter(goal -> goal.fields().contains(field.name()) && known.containsAll(goal.fields()))
                .allMatch(this::isReached);
    }

    private boolean isReached(Goal goal) {
        try {
            return evaluation.holds(goal.condition()) == goal.holds();
        } catch (Evaluation.Fault e) {
            return false;
        }
    }

    private List<Value> choices(Field field, int free) {
        Optional<Extent> extent = Terms.extent(field.type());
        if (extent.isEmpty()) {
            return single(field, field.type(), free);
        }
        List<Value> choices = new ArrayList<>();
        for (long count : counts(field, extent.get())) {
            boolean isArray = field.type() instanceof FieldType.Array;
            boolean isTold = extent.get() instanceof Extent.Computed computed
                    && !terms.fields(computed.count()).isEmpty();
            boolean isMissed = wishful && isArray && isTold && (count < 2 || count > 3);
            if (count >= 0 && count <= (isArray ? MOST_ELEMENTS : MOST_OCTETS) && !isMissed) {
                extended(field, field.type(), count, free).ifPresent(choices::add);
            }
        }
        return choices;
    }

    private List<Value> single(Field field, FieldType type, int free) {
        if (type instanceof FieldType.Composite composite) {
            Structure inner = specification.structure(composite.structure());
            Search search = new Search(specification, inner, earlier, free);
            return search.find(search.rules()).map(List::<Value>of).orElse(List.of());
        }
        return candidates.of(structure.name(), field, type, free).stream()
                .map(number -> (Value) new Value.Number(number))
                .toList();
    }

    private List<Long> counts(Field field, Extent extent) {
        Optional<Long> body = new Sizes(specification).body(structure, field.name(), values);
        if (body.isPresent()) {
            return List.of(body.get());
        } else if (extent instanceof Extent.Fixed fixed) {
            return List.of(fixed.count());
        } else if (extent instanceof Extent.Computed computed) {
            BigInteger count = evaluation.number(computed.count());
            return count.bitLength() < Long.SIZE ? List.of(count.longValue()) : List.of();
        } else if (extent instanceof Extent.ForEach each) {
            Value array = values.get(each.array());
            return array instanceof Value.Many many
                    ? List.of(many.elements().stream()
                            .filter(element -> each.where().isEmpty()
                                    || evaluation
                                            .forElement(each.array(), element)
                                            .holds(each.where().get()))
                            .count())
                    : List.of();
        }
        boolean takesAll = field.type() instanceof FieldType.Array array && terms.isOpen(array.element());
        return takesAll ? List.of(1L) : candidates.extents(field, extent);
    }

    private Optional<Value> extended(Field field, FieldType type, long count, int free) {
        if (type instanceof FieldType.Array array) {
            return many(field, array, count);
        } else if (type instanceof FieldType.Text text) {
            return Optional.of(new Value.Text(text(count, free, text.extent() instanceof Extent.Terminated)));
        }
        byte[] octets = new byte[(int) count];
        for (int i = 0; i < count && count <= SPELLED_OUT; i++) {
            octets[i] = (byte) (i + 1);
        }
        return Optional.of(new Value.Octets(ByteBuffer.wrap(octets).asReadOnlyBuffer()));
    }

    private Optional<Value> many(Field field, FieldType.Array array, long count) {
        List<Value> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Optional<Value> element = element(field, array.element(), i);
            if (element.isEmpty()) {
                return Optional.empty();
            }
            elements.add(element.get());
        }
        return Optional.of(new Value.Many(elements));
    }

    private Optional<Value> element(Field field, FieldType type, int index) {
        Optional<Extent> extent = Terms.extent(type);
        if (extent.isEmpty()) {
            boolean isGroup = type instanceof FieldType.Composite;
            return single(field, type, isGroup ? index * fieldsOf(type) : index).stream()
                    .findFirst();
        }
        return counts(field, extent.get()).stream()
                .filter(count -> count >= 0 && count <= MOST_ELEMENTS * 4)
                .findFirst()
                .flatMap(count -> extended(field, type, count, index));
    }

    private int fieldsOf(FieldType type) {
        return type instanceof FieldType.Composite composite
                ? specification.structure(composite.structure()).fields().size()
                : 1;
    }

    private static String text(long count, int free, boolean isWord) {
        String[] words = {"alpha", "beta", "gamma", "delta", "epsilon"};
        if (isWord) {
            return words[free % words.length];
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append((char) ('a' + (free + i) % 26));
        }
        return out.toString();
    }
}
