package io.streamspec.resolve;

import io.streamspec.model.LayoutLine;
import io.streamspec.model.LayoutLine.Subject;
import io.streamspec.read.LayoutRule;
import io.streamspec.read.LayoutRule.Name;
import java.util.List;

/** What the lines of a layout block speak of. */
final class RuleLines {

    private RuleLines() {}

    static LayoutLine line(LayoutRule rule) {
        if (rule instanceof LayoutRule.Definition definition) {
            return line(rule, Subject.DEFINITION, definition.name());
        } else if (rule instanceof LayoutRule.FieldType type) {
            return line(rule, Subject.FIELD, type.field());
        } else if (rule instanceof LayoutRule.ValueNames names) {
            return line(rule, Subject.VALUE_NAMES, names.field());
        } else if (rule instanceof LayoutRule.Accept accept) {
            return line(rule, Subject.ACCEPT, accept.field());
        } else if (rule instanceof LayoutRule.AcceptAny accept) {
            return line(rule, Subject.ACCEPT, accept.field());
        } else if (rule instanceof LayoutRule.ZeroExtended) {
            return line(rule, Subject.ZERO_EXTENSION);
        } else if (rule instanceof LayoutRule.Constraint) {
            return line(rule, Subject.CONDITION);
        } else if (rule instanceof LayoutRule.ShortName) {
            return line(rule, Subject.SHORT_NAME);
        } else if (rule instanceof LayoutRule.Order) {
            return line(rule, Subject.BYTE_ORDER);
        }
        return ofStream(rule);
    }

    private static LayoutLine ofStream(LayoutRule rule) {
        if (rule instanceof LayoutRule.Frame) {
            return line(rule, Subject.FRAME);
        } else if (rule instanceof LayoutRule.Align) {
            return line(rule, Subject.ALIGN);
        } else if (rule instanceof LayoutRule.OptionalRecords) {
            return line(rule, Subject.OPTIONAL);
        } else if (rule instanceof LayoutRule.Given) {
            return line(rule, Subject.GIVEN);
        } else if (rule instanceof LayoutRule.Limit) {
            return line(rule, Subject.LIMIT);
        } else if (rule instanceof LayoutRule.Since since) {
            return line(rule, Subject.SINCE, since.records().toArray(Name[]::new));
        } else if (rule instanceof LayoutRule.Stream) {
            return line(rule, Subject.STREAM);
        } else if (rule instanceof LayoutRule.Before) {
            return line(rule, Subject.BEFORE);
        } else if (rule instanceof LayoutRule.Imply) {
            return line(rule, Subject.IMPLIED);
        } else if (rule instanceof LayoutRule.Continues continues) {
            return line(rule, Subject.CONTINUES, continues.behind());
        }
        if (rule instanceof LayoutRule.Evolution) {
            return line(rule, Subject.EVOLUTION);
        }
        return line(rule, Subject.RESUMES, ((LayoutRule.Resumes) rule).record());
    }

    private static LayoutLine line(LayoutRule rule, Subject subject, Name... names) {
        return new LayoutLine(subject, List.of(names).stream().map(Name::text).toList(), rule.span());
    }
}
