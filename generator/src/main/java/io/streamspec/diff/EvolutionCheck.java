package io.streamspec.diff;

import io.streamspec.model.Evolution;
import io.streamspec.model.Evolution.Demand;
import io.streamspec.model.Evolution.Place;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Holds the changes between two revisions against the rules of evolution: those of the new document, and those of the old
 * one that the new one no longer has, for who knows the old one relies on them.
 */
final class EvolutionCheck {

    private final Revisions revisions;
    private final Triggers triggers;

    private EvolutionCheck(Revisions revisions, List<Change> changes) {
        this.revisions = revisions;
        this.triggers = new Triggers(revisions, changes);
    }

    static List<Finding> of(Revisions revisions, List<Change> changes) {
        Specification old = revisions.old();
        Specification now = revisions.now();
        EvolutionCheck check = new EvolutionCheck(revisions, changes);
        List<Finding> findings = new ArrayList<>();
        now.evolution().forEach(rule -> check.check(rule, now).ifPresent(findings::add));
        List<String> known = now.evolution().stream().map(Evolution::id).toList();
        old.evolution().stream().filter(rule -> !known.contains(rule.id())).forEach(rule -> check.check(rule, old)
                .ifPresent(findings::add));
        return findings;
    }

    /** What {@code rule}, which stands in {@code home}, has to say. */
    private Optional<Finding> check(Evolution rule, Specification home) {
        Demand demand = rule.demand();
        if (demand instanceof Demand.Raises raises) {
            Optional<Place> what = raises.what().map(place -> translated(place, home));
            return finding(rule, triggers.of(raises.changes(), what), found -> raised(rule, what, found));
        } else if (demand instanceof Demand.NewType) {
            return finding(
                    rule, triggers.of(Evolution.Changes.RECORD, Optional.empty()), found -> newType(rule, found));
        } else if (demand instanceof Demand.Stays stays) {
            List<Place> places = stays.fields().stream()
                    .map(place -> translated(place, home))
                    .toList();
            return finding(rule, triggers.ofPlaces(places), found -> stayed(rule, found));
        }
        return finding(
                rule, triggers.of(Evolution.Changes.NEW_MANDATORY_RECORDS, Optional.empty()), found -> List.of());
    }

    private Optional<Finding> finding(
            Evolution rule, List<Change> found, Function<List<Change>, List<Diagnostic>> check) {
        return found.isEmpty() ? Optional.empty() : Optional.of(new Finding(rule, found, check.apply(found)));
    }

    /** The new name of a field that an old rule names. */
    private Place translated(Place place, Specification home) {
        if (home == revisions.now()) {
            return place;
        }
        String now = revisions.names().of(place.toString());
        int dot = now.lastIndexOf('.');
        return new Place(now.substring(0, dot), now.substring(dot + 1));
    }

    private List<Diagnostic> raised(Evolution rule, Optional<Place> what, List<Change> found) {
        Raised raised = what.map(place -> Raised.field(revisions, place)).orElseGet(() -> Raised.revision(revisions));
        if (raised.isHigher() || raised.isNew()) {
            return List.of();
        }
        Change first = found.get(0);
        Diagnostic diagnostic = Faults.of(rule)
                .at(
                        raised.is(),
                        "%s is %s as before, but there %s (%s)",
                        raised.name(),
                        raised.after(),
                        found.size() == 1 ? "is a change" : "are " + found.size() + " changes",
                        rule.id())
                .hint("%s", raised.cure())
                .seeAlso(raised.was(), "it was " + raised.before() + " here");
        return List.of(withPlaces(diagnostic, first, rule));
    }

    private List<Diagnostic> newType(Evolution rule, List<Change> found) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (Change change : found) {
            String record = Triggers.owner(change);
            if (!told.contains(record)) {
                told.add(record);
                diagnostics.add(withPlaces(
                        Faults.of(rule)
                                .at(
                                        change.span(),
                                        "the body of %s, a record that exists, has another layout: %s %s (%s)",
                                        record,
                                        change.path(),
                                        Words.of(change.kind()),
                                        rule.id())
                                .hint("leave %s as it was, and add a record of a new type", record),
                        change,
                        rule));
            }
        }
        return diagnostics;
    }

    private static List<Diagnostic> stayed(Evolution rule, List<Change> found) {
        return found.stream()
                .map(change -> withPlaces(
                        Faults.of(rule)
                                .at(
                                        change.span(),
                                        "%s was to stay as it is, but it is %s (%s)",
                                        change.path(),
                                        Words.of(change.kind()),
                                        rule.id())
                                .hint("put new fields elsewhere"),
                        change,
                        rule))
                .toList();
    }

    /** Adds where the change stands in both revisions, as far as the diagnostic does not point there itself. */
    private static Diagnostic withPlaces(Diagnostic diagnostic, Change change, Evolution rule) {
        Diagnostic full = diagnostic;
        String what = Words.of(change.subject()) + " " + change.path() + " " + Words.of(change.kind());
        if (!change.span().equals(diagnostic.span())) {
            full = full.seeAlso(change.span(), what + " here");
        }
        if (change.is().isPresent() && change.was().isPresent()) {
            full = full.seeAlso(change.was().get(), "this is how it was");
        }
        return full.seeAlso(rule.span(), "the rule");
    }
}
