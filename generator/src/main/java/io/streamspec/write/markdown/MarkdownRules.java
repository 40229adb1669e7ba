package io.streamspec.write.markdown;

import io.streamspec.model.LayoutLine;
import io.streamspec.model.LayoutReading;
import io.streamspec.model.Rule;
import io.streamspec.model.Rules;
import io.streamspec.model.Section;
import io.streamspec.model.Specification;
import java.util.ArrayList;
import java.util.List;

/** Layout rules with their ids and what they say in plain English, and the list of all rules. */
final class MarkdownRules {

    private final Specification specification;
    private final MarkdownProse prose;
    private final MarkdownAnchors anchors;
    private final List<Rule> rules;

    MarkdownRules(Specification specification, MarkdownProse prose, MarkdownAnchors anchors) {
        this.specification = specification;
        this.prose = prose;
        this.anchors = anchors;
        this.rules = Rules.of(specification);
    }

    /** The rules as written, and a line for each that says what it means. */
    String of(Section.Content.Rules content) {
        StringBuilder out = new StringBuilder(MarkdownText.block("layout", content.text()));
        List<String> lines = new ArrayList<>();
        for (LayoutLine line : content.lines()) {
            String reading = LayoutReading.of(specification, content.structures(), line);
            String ids = String.join(
                    "",
                    line.rulesOf(rules).stream()
                            .map(rule -> anchors.place("rule." + rule.id()) + MarkdownText.code(rule.id()) + " ")
                            .toList());
            if (!reading.isEmpty() || !ids.isEmpty()) {
                lines.add("* " + ids + (ids.isEmpty() || reading.isEmpty() ? "" : "— ") + MarkdownText.plain(reading));
            }
        }
        return out + (lines.isEmpty() ? "" : "\n" + String.join("\n", lines) + "\n");
    }

    /** All rules; nothing if there are none. */
    String all() {
        List<List<String>> rows = rules.stream().map(this::row).toList();
        return rows.isEmpty() ? "" : MarkdownText.table(List.of("Rule", "Kind", "Says"), rows);
    }

    private List<String> row(Rule rule) {
        String text = rule.kind() == Rule.Kind.PROSE ? prose.cell(rule.text()) : MarkdownText.code(rule.text());
        return List.of(anchors.place("rule." + rule.id()) + MarkdownText.code(rule.id()), rule.demand(), text);
    }
}
