package io.streamspec.resolve;

import io.streamspec.model.ProseExamples;
import io.streamspec.model.Rule;
import io.streamspec.model.Rules;
import io.streamspec.model.Section;
import io.streamspec.model.Section.Content;
import io.streamspec.model.Specification;
import io.streamspec.model.Wording;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks what running text says of rules: that the rules that it words or gives examples of exist. */
final class StatementRules {

    private final List<String> ids;
    private final Diagnostics diagnostics;

    private StatementRules(List<String> ids, Diagnostics diagnostics) {
        this.ids = ids;
        this.diagnostics = diagnostics;
    }

    static void check(Specification specification, Diagnostics diagnostics) {
        List<String> ids = Rules.of(specification).stream().map(Rule::id).toList();
        StatementRules rules = new StatementRules(ids, diagnostics);
        Map<String, Span> named = new HashMap<>();
        for (Section section : specification.sections()) {
            for (Content content : section.contents()) {
                if (content instanceof Content.Prose prose) {
                    prose.wordings().forEach(wording -> rules.check(section, wording, named));
                } else if (content instanceof Content.Listing listing && ProseExamples.isMeant(listing)) {
                    rules.check(listing);
                }
            }
        }
    }

    private void check(Section section, Wording wording, Map<String, Span> named) {
        wording.rule().ifPresent(rule -> known(rule, wording.span()));
        wording.name().ifPresent(name -> {
            Span other = named.putIfAbsent(section.anchor() + " " + name, wording.span());
            if (other != null) {
                diagnostics.report(Faults.RULE_TWICE
                        .at(wording.span(), "a statement of this section is called '%s' for the second time", name)
                        .hint("give it another name")
                        .seeAlso(other, "the other is here"));
            }
        });
    }

    private void check(Content.Listing listing) {
        Optional<ProseExamples.Example> example = ProseExamples.of(listing);
        if (example.isPresent()) {
            known(example.get().rule(), listing.span());
        } else {
            diagnostics.report(Faults.EXAMPLE_FORM
                    .at(listing.span(), "this example does not say which rule it is of, or whether it is accepted")
                    .hint("begin it with {.example rule=ID accept} or {.example rule=ID reject}"));
        }
    }

    private void known(String rule, Span span) {
        if (!ids.contains(rule)) {
            Optional<String> near = Words.nearest(rule, ids);
            diagnostics.report(Faults.RULE_UNKNOWN
                    .at(span, "there is no rule '%s'", rule)
                    .hint(near.map(other -> "did you mean " + other + "?")
                            .orElse("the ids of all rules stand at the end of the published page")));
        }
    }
}
