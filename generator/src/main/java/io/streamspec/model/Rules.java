package io.streamspec.model;

import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All rules of a specification: an index derived from the model, in the order of the document. */
public final class Rules {

    private final Specification specification;
    private final Set<String> bodies = new HashSet<>();
    private final List<Rule> rules = new ArrayList<>();

    private Rules(Specification specification) {
        this.specification = specification;
        specification.records().forEach(kind -> kind.structure().ifPresent(bodies::add));
    }

    /** The rules of {@code specification}, those of its running text last; no two have the same id. */
    public static List<Rule> of(Specification specification) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        withoutProse(specification).forEach(rule -> rules.put(rule.id(), rule));
        NormativeProse.of(specification, rules::containsKey)
                .rules()
                .forEach(rule -> rules.putIfAbsent(rule.id(), rule));
        return List.copyOf(rules.values());
    }

    /** The rules that diagrams, tables and layout rules give. */
    static List<Rule> withoutProse(Specification specification) {
        Rules rules = new Rules(specification);
        specification.structures().forEach(rules::addStructure);
        rules.addLimit();
        rules.addHeaderLimits();
        rules.addOrder();
        specification
                .evolution()
                .forEach(rule -> rules.addOrder(rule.id(), Rule.Kind.EVOLUTION, rule.must(), rule.text(), rule.span()));
        Map<String, Rule> named = rules.rules.stream()
                .collect(Collectors.toMap(Rule::id, rule -> rule, (first, second) -> first, LinkedHashMap::new));
        LayoutDefinitions.of(specification, Set.copyOf(named.keySet())).forEach(rule -> named.put(rule.id(), rule));
        return List.copyOf(named.values());
    }

    private void addStructure(Structure structure) {
        structure.fields().forEach(field -> addField(structure, field));
        for (Structure.Constraint constraint : structure.constraints()) {
            add(new Rule(
                    constraint.id(),
                    Rule.Kind.CONDITION,
                    constraint.must(),
                    Optional.of(structure.name()),
                    fieldOf(structure, constraint.condition()),
                    constraint.text(),
                    structure.anchor(),
                    constraint.span()));
        }
        if (structure.owner().isEmpty()) {
            boolean isBody = bodies.contains(structure.name());
            add(new Rule(
                    RuleIds.layout(structure.name()),
                    Rule.Kind.LAYOUT,
                    true,
                    Optional.of(structure.name()),
                    Optional.empty(),
                    isBody ? "the fields take all octets of the body" : "all octets of the fields are there",
                    structure.anchor(),
                    structure.span()));
        }
    }

    private void addField(Structure structure, Field field) {
        FieldType type = field.type().element();
        if (type instanceof FieldType.Constant constant) {
            addField(structure, field, "constant", Rule.Kind.CONSTANT, true, "is " + accepted(constant));
        } else if (type instanceof FieldType.Scalar scalar && !scalar.allowed().isEmpty()) {
            addField(structure, field, "allowed", Rule.Kind.ALLOWED, true, "is one of the allowed values");
        } else if (type instanceof FieldType.Enumerated enumerated) {
            addField(structure, field, "known", Rule.Kind.NAMED, !enumerated.open(), "has a value with a meaning");
        } else if (type instanceof FieldType.Flags flags) {
            addFlags(structure, field, flags);
        } else if (field.isIgnored()) {
            addField(structure, field, "zero", Rule.Kind.ZERO, false, "is zero");
        }
    }

    /** What may stand in a constant's place: readers may take more than writers write. */
    private static String accepted(FieldType.Constant constant) {
        return constant.accepted().isEmpty()
                ? constant.spelling()
                : constant.spelling() + " where it is written; readers accept "
                        + constant.accepted().stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private void addFlags(Structure structure, Field field, FieldType.Flags flags) {
        if (flags.bits().stream().anyMatch(BitRange::reserved)) {
            addField(structure, field, "reserved", Rule.Kind.ZERO, false, "has reserved bits of zero");
        }
        for (BitRange range : flags.bits()) {
            if (range.enumeration().isPresent()) {
                addField(
                        structure,
                        field,
                        range.name() + ".known",
                        Rule.Kind.NAMED,
                        true,
                        "has a " + range.name() + " with a meaning");
            }
        }
    }

    private void addField(Structure structure, Field field, String kind, Rule.Kind what, boolean must, String says) {
        addField(structure, field, kind, what, must, says, field.span());
    }

    private void addField(
            Structure structure, Field field, String kind, Rule.Kind what, boolean must, String says, Span span) {
        add(new Rule(
                RuleIds.of(structure.name(), field.name(), kind),
                what,
                must,
                Optional.of(structure.name()),
                Optional.of(field.name()),
                field.name() + " " + says,
                structure.anchor(),
                span));
    }

    private void addLimit() {
        specification.framing().ifPresent(framing -> {
            Structure frame = specification.structure(framing.structure());
            addTagLimit(framing, frame);
            framing.length().flatMap(frame::field).ifPresent(length -> {
                Span place = LayoutLine.find(specification, LayoutLine.Subject.LIMIT)
                        .map(LayoutLine::span)
                        .orElse(length.span());
                String says = "is at most " + framing.limit();
                addField(frame, length, "limit", Rule.Kind.LIMIT, true, says, place);
            });
        });
    }

    /** Records without a length are limited as a whole. */
    private void addTagLimit(Framing framing, Structure frame) {
        if (framing.isTagged()) {
            add(new Rule(
                    RuleIds.limit(frame.name()),
                    Rule.Kind.LIMIT,
                    true,
                    Optional.of(frame.name()),
                    Optional.empty(),
                    "a record has at most " + framing.limit() + " octets",
                    frame.anchor(),
                    LayoutLine.find(specification, LayoutLine.Subject.LIMIT)
                            .map(LayoutLine::span)
                            .orElse(frame.span())));
        }
    }

    private void addHeaderLimits() {
        for (Preamble.Limit limit : specification.preamble().limits()) {
            Structure header = specification.structure(limit.header());
            add(new Rule(
                    RuleIds.limit(header.name()),
                    Rule.Kind.LIMIT,
                    true,
                    Optional.of(header.name()),
                    Optional.empty(),
                    header.name() + " has at most " + limit.octets() + " octets",
                    header.anchor(),
                    limit.span()));
        }
    }

    private void addOrder() {
        for (StreamGrammar stream : specification.streams()) {
            addOrder(RuleIds.order(stream.name()), Rule.Kind.ORDER, true, stream.text(), stream.span());
        }
        for (Precedence rule : specification.precedences()) {
            for (int i = 0; i + 1 < rule.order().size(); i++) {
                String first = rule.order().get(i);
                String second = rule.order().get(i + 1);
                String text = (rule.must() ? "require " : "expect ") + first + " before " + second;
                addOrder(RuleIds.before(first, second), Rule.Kind.BEFORE, rule.must(), text, rule.span());
            }
        }
        addStreamWide();
        for (Implication rule : specification.implications()) {
            String text = "imply " + rule.record() + " before " + rule.before() + " in " + rule.stream();
            addOrder(RuleIds.implied(rule), Rule.Kind.IMPLIED, true, text, rule.span());
        }
    }

    /** What every stream of records has to observe; the runtime knows these ids. */
    private void addStreamWide() {
        if (specification.framing().isEmpty()) {
            addFollowing();
            return;
        }
        Span span = specification.framing().get().span();
        String frame = specification
                .structure(specification.framing().get().structure())
                .anchor();
        List<Rule> wide = new ArrayList<>();
        wide.add(wide("complete", true, "a stream has all octets of its last record", frame, span));
        if (!specification.streams().isEmpty()) {
            wide.add(wide("headers", true, "the headers are those of a kind of stream", frame, span));
            wide.add(wide("end", false, "nothing follows the last record", frame, span));
        }
        if (specification.records().stream()
                .anyMatch(kind -> kind.continuation().isPresent())) {
            String text = "streams inside begin, stop and go on where they may";
            wide.add(wide("streams_inside", true, text, frame, span));
        }
        rules.addAll(wide);
    }

    /** What a stream of headers alone has to observe. */
    private void addFollowing() {
        specification.preamble().continuations().stream().findFirst().ifPresent(next -> {
            String text = "what the headers announce follows them";
            String anchor = specification.structure(next.header()).anchor();
            rules.add(wide("streams_inside", true, text, anchor, next.span()));
        });
    }

    private static Rule wide(String name, boolean must, String text, String anchor, Span span) {
        String id = RuleIds.order(name);
        return new Rule(id, Rule.Kind.ORDER, must, Optional.empty(), Optional.empty(), text, anchor, span);
    }

    private void addOrder(String id, Rule.Kind kind, boolean must, String text, Span span) {
        add(new Rule(id, kind, must, Optional.empty(), Optional.empty(), text, anchorAt(span), span));
    }

    /** The section that a place lies in. */
    private String anchorAt(Span span) {
        String anchor = "";
        for (Section section : specification.sections()) {
            boolean isHere = section.contents().stream()
                    .anyMatch(content -> content instanceof Section.Content.Rules rules
                            && rules.span().source().equals(span.source())
                            && rules.span().start() <= span.start()
                            && span.end() <= rules.span().end());
            anchor = isHere ? section.anchor() : anchor;
        }
        return anchor;
    }

    private static Optional<String> fieldOf(Structure structure, Expression condition) {
        for (Expression part : condition.leaves()) {
            if (part instanceof Expression.Measure measure) {
                return Optional.of(measure.field());
            } else if (part instanceof Expression.FieldValue value
                    && value.structure().equals(structure.name())) {
                return Optional.of(value.field());
            }
        }
        return Optional.empty();
    }

    private void add(Rule rule) {
        rules.add(rule);
    }
}
