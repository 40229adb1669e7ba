package io.streamspec.resolve;

import io.streamspec.read.LayoutRule;
import io.streamspec.read.LayoutRule.Name;
import io.streamspec.read.LayoutRule.Term;
import java.util.ArrayList;
import java.util.List;

/** The names that a structure's rule speaks of. */
final class RuleNames {

    private final List<Name> names = new ArrayList<>();

    private RuleNames() {}

    static List<Name> of(LayoutRule rule) {
        RuleNames collector = new RuleNames();
        if (rule instanceof LayoutRule.FieldType typed) {
            collector.names.add(typed.field());
        } else if (rule instanceof LayoutRule.ValueNames values) {
            collector.names.add(values.field());
        } else if (rule instanceof LayoutRule.Accept accept) {
            collector.names.add(accept.field());
        } else if (rule instanceof LayoutRule.AcceptAny accept) {
            collector.names.add(accept.field());
        } else if (rule instanceof LayoutRule.Constraint constraint) {
            collector.add(constraint.condition());
        }
        return collector.names;
    }

    private void add(Term term) {
        if (term instanceof Term.Reference reference) {
            names.add(reference.name());
        } else if (term instanceof Term.Measure measure) {
            names.add(measure.field());
        } else if (term instanceof Term.Not not) {
            add(not.operand());
        } else if (term instanceof Term.Binary binary) {
            add(binary.left());
            add(binary.right());
        } else if (term instanceof Term.Choice choice) {
            add(choice.condition());
            add(choice.yes());
            add(choice.no());
        } else if (term instanceof Term.In in) {
            add(in.value());
        }
    }
}
