package io.streamspec.resolve;

import io.streamspec.model.Expression;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Framing;
import io.streamspec.model.Structure;
import io.streamspec.read.LayoutRule;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** How records are framed: what a diagram draws, and what rules add. */
final class FramingRules {

    /** The longest body where no rule says another; more than any record of real streams, less than a heap. */
    static final long DEFAULT_LIMIT = 0x0800_0000;

    private final StreamRules rules;
    private final Symbols symbols;
    private final Diagnostics diagnostics;

    FramingRules(StreamRules rules, Symbols symbols, Diagnostics diagnostics) {
        this.rules = rules;
        this.symbols = symbols;
        this.diagnostics = diagnostics;
    }

    /** The framing that a rule or the shape of a diagram gives; {@code drawn} are its fields as drawn. */
    Framing framing(Structure frame, List<String> drawn) {
        List<String> fields = drawn;
        Optional<LayoutRule.Frame> rule = rules.one(LayoutRule.Frame.class);
        if (rule.isPresent()) {
            fields = rule.get().fields().stream()
                    .map(name -> Words.snake(name.text()))
                    .toList();
            checkFrame(rule.get(), frame, fields);
            fields = fields.size() == 2 ? fields.subList(0, 1) : fields;
        }
        return fields.size() == 1 ? tagged(frame, fields.get(0)) : headed(frame, fields);
    }

    private Framing headed(Structure frame, List<String> fields) {
        String type = fields.get(0);
        return new Framing(
                frame.name(),
                type,
                Optional.of(fields.get(1)),
                fields.get(2),
                rules.one(LayoutRule.Align.class).map(this::alignment).orElse(drawnAlignment(frame)),
                optional(frame, type),
                limit(frame, fields.get(1)),
                frame.span());
    }

    /** Records that begin with a tag, and are as long as their fields make them. */
    private Framing tagged(Structure frame, String type) {
        rules.one(LayoutRule.Align.class)
                .ifPresent(rule -> misfit(rule.span(), "records that begin with a tag are not aligned"));
        rules.one(LayoutRule.OptionalRecords.class)
                .ifPresent(rule -> misfit(rule.span(), "nobody can skip a record whose length nothing tells"));
        String rest = frame.fields().size() > 1 ? frame.fields().get(1).name() : "";
        return new Framing(
                frame.name(),
                type,
                Optional.empty(),
                rest,
                1,
                Optional.empty(),
                limit(frame, frame.name()),
                frame.span());
    }

    private void misfit(Span place, String problem) {
        diagnostics.report(
                Faults.RULE_MISFIT.at(place, problem).hint("take the rule away, or frame records by a length"));
    }

    private void checkFrame(LayoutRule.Frame rule, Structure frame, List<String> fields) {
        if (fields.size() == 2) {
            diagnostics.report(Faults.RULE_MISFIT
                    .at(rule.span(), "a frame of two fields lacks the body, or the length")
                    .hint("write: frame type, length, body; or, for records that begin with a tag: frame type"));
        }
        for (int i = 0; i < rule.fields().size(); i++) {
            if (frame.field(fields.get(i)).isEmpty()) {
                Expressions.unknownName(
                        rule.fields().get(i).span(),
                        rule.fields().get(i).text(),
                        frame.fields().stream().map(Field::name).toList(),
                        diagnostics);
            }
        }
    }

    private int alignment(LayoutRule.Align rule) {
        int octets = rule.octets().bitLength() > 12 ? 0 : rule.octets().intValue();
        if (octets == 0 || Integer.bitCount(octets) != 1) {
            diagnostics.report(Faults.RULE_MISFIT
                    .at(rule.span(), "records cannot be aligned to %s octets", rule.octets())
                    .hint("write a power of two up to 2048"));
            return 1;
        }
        return octets;
    }

    private static int drawnAlignment(Structure frame) {
        return frame.fields().stream()
                .map(Field::type)
                .filter(FieldType.Padding.class::isInstance)
                .mapToInt(type -> (int) Math.min(2048, ((FieldType.Padding) type).most() + 1))
                .findFirst()
                .orElse(1);
    }

    private Optional<Expression> optional(Structure frame, String type) {
        Optional<LayoutRule.OptionalRecords> rule = rules.one(LayoutRule.OptionalRecords.class);
        if (rule.isPresent()) {
            return Optional.of(Expressions.within(frame, symbols, diagnostics)
                    .resolve(rule.get().condition()));
        }
        Expression value = new Expression.FieldValue(frame.name(), type, Optional.empty());
        List<Expression.Item> ranges = frame.field(type).stream()
                .map(Field::type)
                .filter(FieldType.Enumerated.class::isInstance)
                .flatMap(kind -> symbols.enumerations().stream()
                        .filter(e -> e.name().equals(((FieldType.Enumerated) kind).enumeration())))
                .flatMap(enumeration -> enumeration.reserved().stream())
                .filter(range -> Words.plain(range.label()).matches(".*\\boptional\\b.*"))
                .map(range ->
                        new Expression.Item(new Expression.Number(range.from()), new Expression.Number(range.to())))
                .toList();
        return ranges.isEmpty() ? Optional.empty() : Optional.of(new Expression.In(value, ranges, false));
    }

    private long limit(Structure frame, String length) {
        Optional<LayoutRule.Limit> rule = rules.frameLimit(frame.name());
        if (rule.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        if (!Words.snake(rule.get().field().text()).equals(length)) {
            Expressions.unknownName(
                    rule.get().field().span(), rule.get().field().text(), List.of(length), diagnostics);
        }
        BigInteger most = rule.get().most();
        if (most.bitLength() > 31) {
            diagnostics.report(Faults.RULE_MISFIT
                    .at(rule.get().span(), "a record of %s octets cannot be held", most)
                    .hint("write a limit of at most 0x7FFFFFFF"));
            return DEFAULT_LIMIT;
        }
        return most.longValue();
    }
}
