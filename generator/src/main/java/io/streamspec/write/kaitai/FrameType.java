package io.streamspec.write.kaitai;

import io.streamspec.model.Enumeration;
import io.streamspec.model.Expression;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Framing;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Structure;
import io.streamspec.source.Diagnostics;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The type of a record: head, body by type, padding, and the stream that may begin or go on behind it. */
final class FrameType {

    private final RecordStream stream;
    private final Plan plan;
    private final Framing framing;
    private final Structure frame;
    private final Scope scope;
    private final KsyExpression expressions;
    private final List<InnerStream> inner;
    private final Diagnostics diagnostics;

    FrameType(RecordStream stream, List<InnerStream> inner, Diagnostics diagnostics) {
        this.stream = stream;
        this.plan = stream.plan();
        this.framing = stream.framing();
        this.frame = stream.frame();
        this.scope = plan.scope(frame.name());
        this.expressions = KsyExpression.of(plan, frame);
        this.inner = List.copyOf(inner);
        this.diagnostics = diagnostics;
    }

    void addTo(Map<String, Object> types, Optional<String> docs) {
        Map<String, Object> type = new LinkedHashMap<>();
        Map<String, Object> parts = new LinkedHashMap<>();
        Docs.add(type, frame, plan.specification(), docs);
        Types.addParameters(type, stream.needs(), scope, plan);
        boolean hasNumbers = frame.fields().stream().anyMatch(field -> Needs.width(field.type()) > 1);
        Types.addOrder(type, plan, frame, scope, hasNumbers);
        Map<String, Object> instances = new LinkedHashMap<>();
        List<Object> seq = new ArrayList<>(seq(instances, parts));
        stream.needs().stream()
                .filter(Need.Earlier.class::isInstance)
                .forEach(need -> addNext(instances, (Need.Earlier) need));
        inner.forEach(one -> one.addTo(seq, instances, parts));
        addForeign(seq);
        type.put("seq", seq);
        if (!instances.isEmpty()) {
            type.put("instances", instances);
        }
        types.put(plan.type(frame.name()), type);
        types.putAll(parts);
    }

    /** Streams that are not among the documents: nothing tells where they end. */
    private void addForeign(List<Object> seq) {
        List<RecordKind> kinds = stream.kinds(
                kind -> kind.continuation().isPresent() && inner.stream().noneMatch(known -> known.isBehind(kind)));
        for (RecordKind kind : kinds) {
            String other = kind.continuation().orElseThrow().specification();
            String id = scope.claim(List.of("foreign", kind.name()), other);
            String is =
                    stream.isOneOf(scope.of(framing.type()), List.of(kind), "").orElse("false");
            seq.add(Yaml.map("id", id, "size-eos", true, "if", is));
            diagnostics.report(Faults.KAITAI_UNSUPPORTED
                    .at(
                            kind.span(),
                            "'%s' is not among the documents, so that behind '%s' there are octets only in Kaitai",
                            other,
                            kind.name())
                    .hint("export the two documents together"));
        }
    }

    private List<Map<String, Object>> seq(Map<String, Object> instances, Map<String, Object> parts) {
        List<Map<String, Object>> seq = new ArrayList<>();
        StructureType fields = new StructureType(plan, frame, Optional.empty(), diagnostics);
        boolean isPadded = false;
        for (Field field : frame.fields()) {
            boolean isPadding = field.type() instanceof FieldType.Padding;
            if (field.name().equals(framing.body())) {
                seq.add(body(field));
            } else if (!isPadding) {
                seq.add(checked(fields.item(field), field));
            } else if (!isPadded) {
                seq.add(padding(scope.of(field.name()), field.description()));
                isPadded = true;
            }
        }
        if (!isPadded && framing.alignment() > 1) {
            seq.add(padding(scope.claim(List.of("padding"), "padding"), ""));
        }
        instances.putAll(fields.instances());
        parts.putAll(fields.parts());
        return seq;
    }

    /** Types and lengths that readers refuse. */
    private Map<String, Object> checked(Map<String, Object> item, Field field) {
        if (framing.length().filter(field.name()::equals).isPresent()) {
            item.put("valid", Yaml.map("max", framing.limit()));
        } else if (field.name().equals(framing.type())) {
            item.remove("valid");
            typeCondition().ifPresent(condition -> item.put("valid", Yaml.map("expr", condition)));
        }
        return item;
    }

    /** That the type is known, or that records of it may be skipped. */
    private Optional<String> typeCondition() {
        Optional<String> enumeration = stream.typeEnumeration();
        Field field = frame.field(framing.type()).orElseThrow();
        Optional<String> number = plan.number(frame.name(), field.name());
        if (enumeration.isEmpty() || number.isEmpty()) {
            return Optional.empty();
        }
        Enumeration types = plan.specification().enumeration(enumeration.get());
        try {
            BigInteger most =
                    BigInteger.ONE.shiftLeft(8 * Needs.width(field.type())).subtract(BigInteger.ONE);
            Optional<String> known = Types.known(types, number.get(), most);
            return known.map(condition -> framing.optional()
                    .map(optional -> condition + " or " + expressions.condition(optional))
                    .orElse(condition));
        } catch (Inexpressible e) {
            diagnostics.report(Faults.KAITAI_UNSUPPORTED.at(
                    field.span(), "'%s' %s, so that it is not checked in Kaitai", field.label(), e.reason()));
            return Optional.empty();
        }
    }

    private Map<String, Object> body(Field field) {
        Map<String, Object> item = Yaml.map("id", scope.of(field.name()));
        Docs.add(item, field.description());
        item.put("size", length());
        Map<String, Object> cases = new LinkedHashMap<>();
        for (RecordKind kind : plan.specification().records()) {
            if (!stream.isNumbered(kind)) {
                diagnostics.report(Faults.KAITAI_UNSUPPORTED.at(
                        kind.span(),
                        "the type of '%s' is no exact number in JavaScript, so that its body is octets in Kaitai",
                        kind.name()));
            } else if (kind.structure().isPresent()) {
                Structure body = plan.specification().structure(kind.structure().get());
                cases.put(
                        stream.caseOf(kind),
                        Types.call(
                                plan.type(body.name()), plan.needs().of(body), need -> scope.claim(need, need.name())));
            }
        }
        if (!cases.isEmpty()) {
            item.put("type", Yaml.map("switch-on", scope.of(framing.type()), "cases", cases));
        }
        return item;
    }

    private String length() {
        return expressions.number(
                new Expression.FieldValue(frame.name(), framing.length().orElseThrow(), Optional.empty()));
    }

    private Map<String, Object> padding(String id, String description) {
        long head = stream.headSize().orElseThrow() % framing.alignment();
        String size = head == 0 ? length() : "(" + head + " + " + length() + ")";
        Map<String, Object> item = Yaml.map("id", id);
        Docs.add(item, description);
        item.put("size", "(%d - %s %% %1$d) %% %1$d".formatted(framing.alignment(), size));
        return item;
    }

    /** What later records are given of the latest record of a structure. */
    private void addNext(Map<String, Object> instances, Need.Earlier need) {
        Structure earlier = plan.specification().structure(need.structure());
        String body = scope.of(framing.body()) + ".as<" + plan.type(earlier.name()) + ">";
        String before = scope.of(need);
        String value = before;
        try {
            String isOne = stream.isOneOf(
                            scope.of(framing.type()), plan.specification().recordsOf(earlier.name()), "")
                    .orElse("false");
            value = isOne + " ? " + KsyExpression.of(plan, earlier, body).number(need.value()) + " : " + before;
        } catch (Inexpressible e) {
            diagnostics.report(Faults.KAITAI_UNSUPPORTED.at(
                    earlier.span(),
                    "a value of '%s' that other records depend on %s, and is 0 in Kaitai",
                    earlier.section(),
                    e.reason()));
        }
        instances.put(stream.next(need), Yaml.map("value", value));
    }
}
