package io.streamspec.write.html;

import io.streamspec.model.Rule;
import io.streamspec.model.Rules;
import io.streamspec.model.Specification;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of one page, each with one anchor: where it is said, or else in the list of all. */
final class RuleAnchors {

    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Set<String> placed = new HashSet<>();

    RuleAnchors(Specification specification) {
        Rules.of(specification).forEach(rule -> rules.put(rule.id(), rule));
    }

    /** The id of a rule's anchor. */
    static String id(String rule) {
        return "rule." + rule;
    }

    /** Takes the anchor of {@code rule}; false if it stands elsewhere already. */
    boolean place(String rule) {
        return rules.containsKey(rule) && placed.add(rule);
    }

    boolean isKnown(String rule) {
        return rules.containsKey(rule);
    }

    List<Rule> all() {
        return List.copyOf(rules.values());
    }
}
