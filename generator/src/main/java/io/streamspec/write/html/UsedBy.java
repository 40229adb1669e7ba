package io.streamspec.write.html;

import io.streamspec.model.Expression;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Rule;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What refers to a structure: the structures that contain it or compute with it, the rules that name it, and the sections
 * whose text does.
 */
public record UsedBy(List<Entry> structures, List<Entry> rules, List<Entry> sections) implements Page.Piece {

    /** A name and the id of its place on the page. */
    public record Entry(String name, String id) {}

    /** What refers to the structures that a section draws; {@code mentions} are the sections whose text does. */
    static Optional<UsedBy> of(
            Specification specification, List<String> drawn, Collection<Rule> rules, Collection<Entry> mentions) {
        Set<Entry> structures = new LinkedHashSet<>();
        for (Structure other : specification.structures()) {
            boolean isOther = drawn.stream().noneMatch(own -> isIn(other.name(), own));
            if (isOther && used(other).stream().anyMatch(used -> drawn.stream().anyMatch(own -> isIn(used, own)))) {
                structures.add(new Entry(other.name(), other.anchor()));
            }
        }
        Set<String> names = new LinkedHashSet<>(drawn);
        drawn.forEach(own -> specification.recordsOf(own).forEach(kind -> names.add(kind.name())));
        boolean isInMatrix = drawn.stream() // which says what streams have the record
                .anyMatch(own -> !specification.recordsOf(own).isEmpty());
        List<Entry> naming = rules.stream()
                .filter(rule -> rule.kind() != Rule.Kind.PROSE && !(isInMatrix && rule.kind() == Rule.Kind.ORDER))
                .filter(rule -> rule.structure().stream()
                        .noneMatch(own -> drawn.stream().anyMatch(name -> isIn(own, name))))
                .filter(rule -> names.stream().anyMatch(name -> names(rule.text(), name)))
                .map(rule -> new Entry(rule.id(), RuleAnchors.id(rule.id())))
                .toList();
        return structures.isEmpty() && naming.isEmpty() && mentions.isEmpty()
                ? Optional.empty()
                : Optional.of(new UsedBy(List.copyOf(structures), naming, List.copyOf(mentions)));
    }

    private static boolean isIn(String structure, String owner) {
        return structure.equals(owner) || structure.startsWith(owner + ".");
    }

    private static boolean names(String text, String name) {
        return Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "(?!\\w)")
                .matcher(text)
                .find();
    }

    /** The structures that {@code structure} contains or computes with. */
    private static Set<String> used(Structure structure) {
        Set<String> used = new LinkedHashSet<>();
        List<Expression> expressions = new ArrayList<>();
        for (Field field : structure.fields()) {
            field.when().ifPresent(expressions::add);
            collect(field.type(), used, expressions);
        }
        structure.definitions().forEach(definition -> expressions.add(definition.value()));
        structure.constraints().forEach(rule -> expressions.add(rule.condition()));
        for (Expression expression : expressions) {
            for (Expression leaf : expression.leaves()) {
                if (leaf instanceof Expression.FieldValue value) {
                    used.add(value.structure());
                } else if (leaf instanceof Expression.Defined defined) {
                    used.add(defined.structure());
                }
            }
        }
        return used;
    }

    private static void collect(FieldType type, Set<String> used, List<Expression> expressions) {
        if (type instanceof FieldType.Composite composite) {
            used.add(composite.structure());
        } else if (type instanceof FieldType.Array array) {
            collect(array.extent(), expressions);
            collect(array.element(), used, expressions);
        } else if (type instanceof FieldType.Octets octets) {
            collect(octets.extent(), expressions);
        } else if (type instanceof FieldType.Text text) {
            collect(text.extent(), expressions);
        }
    }

    private static void collect(Extent extent, List<Expression> expressions) {
        if (extent instanceof Extent.Computed computed) {
            expressions.add(computed.count());
        } else if (extent instanceof Extent.ForEach each) {
            each.where().ifPresent(expressions::add);
        }
    }
}
