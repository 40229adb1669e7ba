package io.streamspec.resolve;

import io.streamspec.model.ByteOrder;
import io.streamspec.model.Expression;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Preamble;
import io.streamspec.model.Structure;
import io.streamspec.read.LayoutRule;
import io.streamspec.read.LayoutRule.Name;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what rules say of the headers as a whole. */
final class HeaderRules {

    private final StreamRules rules;
    private final List<String> headers;
    private final Optional<String> frame;
    private final Symbols symbols;
    private final Diagnostics diagnostics;

    HeaderRules(
            StreamRules rules, List<String> headers, Optional<String> frame, Symbols symbols, Diagnostics diagnostics) {
        this.rules = rules;
        this.headers = headers;
        this.frame = frame;
        this.symbols = symbols;
        this.diagnostics = diagnostics;
    }

    Preamble preamble() {
        return new Preamble(mark(), given(), limits(), continuations());
    }

    private Optional<String> given() {
        return rules.one(LayoutRule.Given.class).flatMap(rule -> {
            String name = rule.structure().text();
            Optional<Structure> structure = symbols.structure(name);
            if (structure.isEmpty()) {
                List<String> names =
                        symbols.structures().stream().map(Structure::name).toList();
                Expressions.unknownName(rule.structure().span(), name, names, diagnostics);
                return Optional.empty();
            }
            boolean isInStream = headers.contains(structure.get().name())
                    || frame.filter(structure.get().name()::equals).isPresent()
                    || symbols.records().stream().anyMatch(kind -> kind.structure()
                            .equals(Optional.of(structure.get().name())));
            boolean isPlain = structure.get().fields().stream()
                    .allMatch(field -> field.when().isEmpty()
                            && (field.isIgnored()
                                    || TypeRules.width(field.type()).isPresent()));
            if (isInStream || !isPlain) {
                diagnostics.report(Faults.RULE_MISFIT
                        .at(
                                rule.span(),
                                isInStream ? "'%s' is in the stream" : "'%s' has more than numbers",
                                structure.get().name())
                        .hint("draw what is given in a section of its own, as numbers of 1, 2, 4 or 8 octets"));
                return Optional.empty();
            }
            return Optional.of(structure.get().name());
        });
    }

    private Optional<Preamble.OrderMark> mark() {
        Optional<Preamble.OrderMark> mark = rules.orderMark();
        mark.ifPresent(
                found -> checkMark(found, rules.orderSource().orElseThrow().span()));
        return mark;
    }

    private void checkMark(Preamble.OrderMark mark, Span place) {
        Structure structure = symbols.structure(mark.structure()).orElseThrow();
        FieldType.Constant constant = (FieldType.Constant)
                structure.field(mark.field()).map(Field::type).orElseThrow();
        if (constant.isOctets() || tellsNothing(constant)) {
            reportMark(place, "'%s' has octets that are the same in either byte order", mark.field());
        } else if (!constant.accepted().isEmpty()) {
            reportMark(place, "'%s' has more than one value", mark.field());
        } else if (structure.byteOrder() != ByteOrder.STREAM) {
            reportMark(place, "'%s' is in a byte order of its own, which tells nothing of the stream's", mark.field());
        } else if (headers.isEmpty() || !headers.get(0).equals(mark.structure())) {
            reportMark(place, "'%s' does not stand in the first header", mark.field());
        } else if (!isPlaced(structure, mark.field())) {
            reportMark(place, "'%s' does not always stand at the same place", mark.field());
        }
    }

    private static boolean tellsNothing(FieldType.Constant constant) {
        String digits = constant.digits(constant.value());
        StringBuilder turned = new StringBuilder();
        for (int at = digits.length(); at > 0; at -= 2) {
            turned.append(digits, at - 2, at);
        }
        return turned.toString().equals(digits);
    }

    private boolean isPlaced(Structure structure, String field) {
        Sizes sizes = new Sizes(symbols);
        return structure.fields().stream()
                .takeWhile(other -> !other.name().equals(field))
                .allMatch(other ->
                        other.when().isEmpty() && sizes.of(other.type()).isPresent());
    }

    private void reportMark(Span place, String problem, String field) {
        diagnostics.report(Faults.BYTE_ORDER_FLAG
                .at(place, problem, field)
                .hint("name a constant of the first header, at a fixed place, such as 0x01020304"));
    }

    private List<Preamble.Limit> limits() {
        List<Preamble.Limit> limits = new ArrayList<>();
        for (LayoutRule.Limit rule : rules.headerLimits(frame)) {
            String name = rule.field().text();
            if (!headers.contains(name)) {
                Expressions.unknownName(rule.field().span(), name, headers, diagnostics);
            } else if (limits.stream().anyMatch(other -> other.header().equals(name))) {
                diagnostics.report(Faults.RULE_TWICE
                        .at(rule.span(), "'%s' has a limit already", name)
                        .hint("keep one of the two rules"));
            } else {
                limits.add(new Preamble.Limit(name, most(rule), rule.span()));
            }
        }
        return limits;
    }

    private long most(LayoutRule.Limit rule) {
        BigInteger least = BigInteger.valueOf(leastSize(rule.field().text()));
        if (rule.most().bitLength() > 31 || rule.most().compareTo(least) < 0) {
            diagnostics.report(Faults.RULE_MISFIT
                    .at(
                            rule.span(),
                            "no header '%s' can have %s octets",
                            rule.field().text(),
                            rule.most())
                    .hint("write a limit of %s to 0x7FFFFFFF", least));
            return FramingRules.DEFAULT_LIMIT;
        }
        return rule.most().longValue();
    }

    private long leastSize(String header) {
        Sizes sizes = new Sizes(symbols);
        return symbols.structure(header).orElseThrow().fields().stream()
                .filter(field -> field.when().isEmpty())
                .mapToLong(field -> sizes.of(field.type()).orElse(0))
                .sum();
    }

    private List<Preamble.Continuation> continuations() {
        List<Preamble.Continuation> continuations = new ArrayList<>();
        for (LayoutRule.Continues rule : rules.all(LayoutRule.Continues.class)) {
            if (symbols.record(rule.behind().text()).isEmpty() && isSound(rule, continuations)) {
                Optional<Expression> when = rule.when().map(Expressions.ofStream(symbols, diagnostics)::resolve);
                continuations.add(new Preamble.Continuation(
                        rule.behind().text(),
                        rule.specification(),
                        rule.until().stream().map(Name::text).toList(),
                        when,
                        rule.span()));
            }
        }
        return continuations;
    }

    private boolean isSound(LayoutRule.Continues rule, List<Preamble.Continuation> earlier) {
        String header = rule.behind().text();
        if (!headers.contains(header)) {
            List<String> candidates = new ArrayList<>(headers);
            candidates.addAll(symbols.streamNames());
            if (symbols.structure(header).isPresent()) {
                misfit(rule, "'%s' is no header of a stream", "say so first: stream NAME: ..., " + header);
            } else {
                Expressions.unknownName(rule.behind().span(), header, candidates, diagnostics);
            }
            return false;
        } else if (frame.isPresent()) {
            return misfit(rule, "records follow '%s', and no other stream", "let the stream follow a record");
        } else if (!headers.get(headers.size() - 1).equals(header)) {
            String last = headers.get(headers.size() - 1);
            return misfit(rule, "'%s' is not the last header", "let the stream follow '" + last + "'");
        } else if (earlier.stream().anyMatch(other -> other.when().isEmpty())) {
            return misfit(rule, "another stream follows '%s' at any rate", "say of the other when it does");
        }
        return true;
    }

    private boolean misfit(LayoutRule.Continues rule, String problem, String hint) {
        diagnostics.report(Faults.RULE_MISFIT
                .at(rule.span(), problem, rule.behind().text())
                .hint("%s", hint));
        return false;
    }
}
