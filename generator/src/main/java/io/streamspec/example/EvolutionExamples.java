package io.streamspec.example;

import io.streamspec.diff.Finding;
import io.streamspec.diff.Review;
import io.streamspec.example.SpecificationExamples.RuleExample;
import io.streamspec.example.Successors.Successor;
import io.streamspec.model.Evolution;
import io.streamspec.model.Evolution.Demand;
import io.streamspec.model.Rule;
import io.streamspec.model.Specification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What rules for later revisions accept and reject: the document is changed, and the changed one is compared with it as
 * {@code diff} would, so that nothing is told of a rule that does not hold.
 */
final class EvolutionExamples {

    private final Specification specification;
    private final Successors successors;

    EvolutionExamples(Specification specification) {
        this.specification = specification;
        this.successors = new Successors(specification);
    }

    /** The example of {@code rule}, which is one of evolution; absent if no change that is tried here breaks it. */
    Optional<RuleExample> of(Rule rule) {
        return specification.evolution().stream()
                .filter(candidate -> candidate.id().equals(rule.id()))
                .findFirst()
                .flatMap(this::of);
    }

    private Optional<RuleExample> of(Evolution rule) {
        Demand demand = rule.demand();
        if (demand instanceof Demand.Raises raises) {
            return raised(rule, raises);
        } else if (demand instanceof Demand.BreaksOldReaders) {
            return successors.all().stream()
                    .filter(change -> finding(rule, change).isPresent())
                    .findFirst()
                    .map(change -> new RuleExample(told(change), "")); // it warns, and demands nothing
        }
        List<Successor> changes = new ArrayList<>();
        if (demand instanceof Demand.Stays stays) {
            changes.addAll(successors.around(stays.fields().get(0)));
        } else {
            successors.newRecords().forEach(changes::add);
            changes.addAll(successors.all());
        }
        Optional<Successor> broken =
                changes.stream().filter(change -> isBroken(rule, change)).findFirst();
        Optional<Successor> fine =
                changes.stream().filter(change -> !isBroken(rule, change)).findFirst();
        return fine.flatMap(accepted -> broken.map(rejected -> new RuleExample(told(accepted), told(rejected))));
    }

    /** The same change with a number raised and without. */
    private Optional<RuleExample> raised(Evolution rule, Demand.Raises raises) {
        for (Successor change : successors.all()) {
            Optional<Successor> raised = successors.raised(change, raises.what());
            Optional<String> unraised = successors.unraised(raises.what());
            boolean isKept = raised.flatMap(kept -> finding(rule, kept))
                    .filter(Finding::kept)
                    .isPresent();
            if (isKept && unraised.isPresent() && isBroken(rule, change)) {
                Successor rejected = change.and(unraised.get(), change.document());
                return Optional.of(new RuleExample(told(raised.get()), told(rejected)));
            }
        }
        return Optional.empty();
    }

    private boolean isBroken(Evolution rule, Successor change) {
        return finding(rule, change).filter(found -> !found.kept()).isPresent();
    }

    private Optional<Finding> finding(Evolution rule, Successor change) {
        return Review.of(specification, change.document()).findings().stream()
                .filter(found -> found.rule().id().equals(rule.id()))
                .findFirst();
    }

    private static String told(Successor change) {
        return change.words() + ".";
    }
}
