package io.streamspec.diff;

import io.streamspec.diff.Change.Kind;
import io.streamspec.diff.Change.Subject;
import io.streamspec.model.Rule;
import io.streamspec.model.Rules;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Changes of rules that stand for themselves; those that follow from a field change with the field. */
final class RuleChanges {

    private static final Set<Rule.Kind> OWN =
            EnumSet.of(Rule.Kind.CONDITION, Rule.Kind.BEFORE, Rule.Kind.IMPLIED, Rule.Kind.EVOLUTION);

    private final Revisions revisions;
    private final RuleJudge judge;
    private final List<Change> changes = new ArrayList<>();

    private RuleChanges(Revisions revisions) {
        this.revisions = revisions;
        this.judge = new RuleJudge(revisions);
    }

    static List<Change> of(Revisions revisions) {
        return new RuleChanges(revisions).changes();
    }

    private List<Change> changes() {
        Pairing<Rule> rules = Pairing.of(rules(revisions.old()), rules(revisions.now()))
                .by(rule -> revisions.names().of(rule.id()), Rule::id)
                .by(rule -> revisions.names().in(whole(rule)), RuleChanges::whole)
                .by(rule -> revisions.names().in(subject(rule)), RuleChanges::subject);
        rules.removed().stream()
                .filter(gone -> isKept(revisions.structures().removed(), gone))
                .forEach(gone -> changes.add(Change.removed(
                        Subject.RULE, gone.id(), "rule." + gone.id(), gone.text(), gone.span(), judge.removed(gone))));
        rules.added().stream()
                .filter(come -> isKept(revisions.structures().added(), come))
                .forEach(come -> changes.add(Change.added(
                        Subject.RULE, come.id(), "rule." + come.id(), come.text(), come.span(), judge.added(come))));
        rules.pairs().forEach(this::compare);
        return changes;
    }

    private static boolean isKept(List<Structure> others, Rule rule) {
        return others.stream()
                .noneMatch(structure ->
                        rule.structure().filter(structure.name()::equals).isPresent());
    }

    private void compare(Pairing.Pair<Rule> pair) {
        Rule before = pair.before();
        Rule after = pair.after();
        boolean same = revisions.names().in(text(before)).equals(text(after));
        if (!same) {
            add(Kind.CHANGED, pair, text(before), text(after), judge.changed(pair));
        } else if (!revisions.names().of(before.id()).equals(after.id())) {
            add(Kind.RENAMED, pair, before.id(), after.id(), Revisions.NAMES);
        }
    }

    private static List<Rule> rules(Specification specification) {
        return Rules.of(specification).stream()
                .filter(rule -> OWN.contains(rule.kind()))
                .toList();
    }

    /** What the rule says, without the name that it gives itself. */
    private static String text(Rule rule) {
        return rule.text().replaceAll("\\s+", " ").replaceFirst(" as \\w+$", "");
    }

    private static String whole(Rule rule) {
        return rule.structure().orElse("") + " " + text(rule);
    }

    /** What the rule speaks of first: a rule of that, where it has one, that is worded anew is the same rule. */
    private static String subject(Rule rule) {
        return rule.field().isEmpty()
                ? ""
                : rule.structure().orElse("") + "." + rule.field().get();
    }

    private void add(Kind kind, Pairing.Pair<Rule> pair, String before, String after, Judgement judgement) {
        Rule now = pair.after();
        changes.add(Change.of(
                kind,
                Subject.RULE,
                now.id(),
                "rule." + now.id(),
                before,
                after,
                pair.before().span(),
                now.span(),
                judgement));
    }
}
