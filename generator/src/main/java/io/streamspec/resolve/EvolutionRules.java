package io.streamspec.resolve;

import io.streamspec.model.Evolution;
import io.streamspec.model.Evolution.Demand;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.RuleIds;
import io.streamspec.model.Structure;
import io.streamspec.read.LayoutRule;
import io.streamspec.read.LayoutRule.Name;
import io.streamspec.source.Diagnostics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the document says of its later revisions. */
final class EvolutionRules {

    private static final String REVISION = "revision";

    private final Symbols symbols;
    private final Diagnostics diagnostics;

    private EvolutionRules(Symbols symbols, Diagnostics diagnostics) {
        this.symbols = symbols;
        this.diagnostics = diagnostics;
    }

    static List<Evolution> of(List<LayoutRule.Evolution> rules, Symbols symbols, Diagnostics diagnostics) {
        EvolutionRules resolver = new EvolutionRules(symbols, diagnostics);
        Map<String, Evolution> evolution = new LinkedHashMap<>();
        for (LayoutRule.Evolution rule : rules) {
            resolver.resolve(rule).ifPresent(found -> resolver.add(evolution, found));
        }
        return List.copyOf(evolution.values());
    }

    private void add(Map<String, Evolution> evolution, Evolution rule) {
        Evolution first = evolution.putIfAbsent(rule.id(), rule);
        if (first != null) {
            diagnostics.report(Faults.RULE_TWICE
                    .at(rule.span(), "this is said for the second time")
                    .hint("keep one of the two rules")
                    .seeAlso(first.span(), "first said here"));
        }
    }

    private Optional<Evolution> resolve(LayoutRule.Evolution rule) {
        if (rule instanceof LayoutRule.Evolution.Raises raises) {
            Evolution.Changes changes =
                    Evolution.Changes.valueOf(raises.changes().name());
            return raised(raises.what())
                    .map(what -> evolution(rule, raises.must(), new Demand.Raises(changes, what.place())));
        } else if (rule instanceof LayoutRule.Evolution.NewType type) {
            return Optional.of(evolution(rule, type.must(), new Demand.NewType()));
        } else if (rule instanceof LayoutRule.Evolution.Stays stays) {
            List<Evolution.Place> fields = new ArrayList<>();
            stays.fields().forEach(name -> field(name).ifPresent(found -> fields.add(found.place())));
            return fields.size() == stays.fields().size()
                    ? Optional.of(evolution(rule, stays.must(), new Demand.Stays(fields)))
                    : Optional.empty();
        }
        return Optional.of(evolution(rule, true, new Demand.BreaksOldReaders()));
    }

    private static Evolution evolution(LayoutRule rule, boolean must, Demand demand) {
        String text = rule.span().text().replaceAll("\\s+", " ").strip();
        return new Evolution(RuleIds.evolution(text), must, demand, text, rule.span());
    }

    /** What is raised: a field, or the document's revision if it is none. */
    private record Raised(Optional<Evolution.Place> place) {}

    private Optional<Raised> raised(Name name) {
        if (name.text().equals(REVISION)) {
            return Optional.of(new Raised(Optional.empty()));
        }
        Optional<Found> found = field(name);
        if (found.isPresent() && !(found.get().field().type() instanceof FieldType.Constant)) {
            diagnostics.report(Faults.RULE_MISFIT
                    .at(name.span(), "'%s' has no constant value that could be raised", name.text())
                    .hint("name a field whose description begins with its value, or write revision"));
            return Optional.empty();
        }
        return found.map(field -> new Raised(Optional.of(field.place())));
    }

    private record Found(Structure structure, Field field) {
        Evolution.Place place() {
            return new Evolution.Place(structure.name(), field.name());
        }
    }

    private Optional<Found> field(Name name) {
        int last = name.parts().size() - 1;
        String owner = String.join(".", name.parts().subList(0, last));
        Optional<Found> found = symbols.structure(owner).flatMap(structure -> structure
                .called(name.parts().get(last))
                .or(() -> structure.field(Words.snake(name.parts().get(last))))
                .map(field -> new Found(structure, field)));
        if (found.isEmpty()) {
            Expressions.unknownName(name.span(), name.text(), names(), diagnostics);
        }
        return found;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(List.of(REVISION));
        for (Structure structure : symbols.structures()) {
            structure.fields().stream()
                    .filter(field -> !field.isIgnored())
                    .forEach(field -> names.add(structure.name() + "." + field.name()));
        }
        return names;
    }
}
