package io.streamspec.diff;

import io.streamspec.diff.Judgement.Effect;
import io.streamspec.model.Expression;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Rule;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.List;
import java.util.Optional;

/** What it means that a rule of the document comes, goes or says something else. */
final class RuleJudge {

    private static final Judgement EVOLUTION = Judgement.same("it binds later revisions of the document, not streams");
    private static final Judgement REMARK = Judgement.same("readers only remark on it");
    private static final Judgement IMPLIED =
            Judgement.read("readers act as if the record stood there, for streams that were written without it");
    private static final Judgement NO_LONGER_IMPLIED = new Judgement(
            Effect.READ, Effect.MISREAD, "readers no longer act as if the record stood there, in streams without it");

    private final Revisions revisions;

    RuleJudge(Revisions revisions) {
        this.revisions = revisions;
    }

    Judgement added(Rule come) {
        if (come.kind() == Rule.Kind.IMPLIED) {
            return IMPLIED;
        } else if (namesOneOf(come, revisions.records().added())) {
            return Judgement.read("it speaks of records that old streams do not have");
        }
        return judge(come, new Judgement(Effect.READ, Effect.REFUSED, "they did not have to keep the rule"));
    }

    Judgement removed(Rule gone) {
        if (gone.kind() == Rule.Kind.IMPLIED) {
            return NO_LONGER_IMPLIED;
        } else if (namesOneOf(gone, revisions.records().removed())) {
            return Judgement.read("it speaks of records that new streams do not have");
        }
        return judge(gone, new Judgement(Effect.REFUSED, Effect.READ, "they no longer have to keep the rule"));
    }

    private static Judgement judge(Rule rule, Judgement ofDemand) {
        return rule.kind() == Rule.Kind.EVOLUTION ? EVOLUTION : rule.must() ? ofDemand : REMARK;
    }

    /** Whether a rule of the order of records names a record of these. */
    private static boolean namesOneOf(Rule rule, List<RecordKind> records) {
        List<String> words = List.of(rule.text().split("\\s+"));
        return rule.kind() == Rule.Kind.BEFORE && records.stream().anyMatch(record -> words.contains(record.name()));
    }

    Judgement changed(Pairing.Pair<Rule> pair) {
        Rule before = pair.before();
        Rule after = pair.after();
        if (after.kind() == Rule.Kind.EVOLUTION) {
            return EVOLUTION;
        } else if (after.kind() == Rule.Kind.IMPLIED) {
            return NO_LONGER_IMPLIED;
        } else if (!before.must() && !after.must()) {
            return REMARK;
        }
        Optional<Condition> was = condition(revisions.old(), before)
                .map(condition -> new Condition(revisions.names().in(condition.subject()), condition.holding()));
        Optional<Condition> is = condition(revisions.now(), after);
        if (was.isPresent()
                && is.isPresent()
                && was.get().subject().equals(is.get().subject())) {
            return domain(after, is.get()).insteadOf(domain(before, was.get()));
        }
        return unlike(before, after);
    }

    private static Domain domain(Rule rule, Condition condition) {
        Numbers allowed = rule.must() ? condition.holding() : Numbers.ALL;
        return new Domain(allowed, allowed);
    }

    /** Two conditions that cannot be compared, or one that has become a demand or ceased to be one. */
    private Judgement unlike(Rule before, Rule after) {
        boolean sameCondition = revisions.names().in(demanded(before)).equals(demanded(after));
        String reason = sameCondition
                ? after.must() ? "what should hold must hold now" : "what had to hold only should now"
                : "a stream that keeps one of the two conditions may break the other";
        return new Judgement(
                before.must() && !(sameCondition && after.must()) ? Effect.REFUSED : Effect.READ,
                after.must() && !(sameCondition && before.must()) ? Effect.REFUSED : Effect.READ,
                reason);
    }

    private static String demanded(Rule rule) {
        return rule.text()
                .replaceFirst("^(require|expect)\\s+", "")
                .replaceAll("\\s+", " ")
                .replaceFirst(" as \\w+$", "");
    }

    private static Optional<Condition> condition(Specification specification, Rule rule) {
        return rule.structure()
                .filter(structure -> rule.kind() == Rule.Kind.CONDITION)
                .flatMap(structure -> expression(specification.structure(structure), rule)
                        .flatMap(expression -> Condition.of(expression, structure)));
    }

    private static Optional<Expression> expression(Structure structure, Rule rule) {
        return structure.constraints().stream()
                .filter(constraint -> constraint.id().equals(rule.id()))
                .map(Structure.Constraint::condition)
                .findFirst();
    }
}
