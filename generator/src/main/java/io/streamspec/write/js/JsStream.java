package io.streamspec.write.js;

import io.streamspec.model.Automaton;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Framing;
import io.streamspec.model.Placement;
import io.streamspec.model.Preamble;
import io.streamspec.model.RecordKind;
import io.streamspec.model.RuleIds;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The value that tells the reader how streams of a specification are made: headers, frame, kinds of records. */
final class JsStream {

    private final Specification specification;
    private final JsCode code;

    private JsStream(Specification specification, JsCode code) {
        this.specification = specification;
        this.code = code;
    }

    static void add(Specification specification, JsCode code) {
        new JsStream(specification, code).add();
    }

    /** The fields of a frame before the body. */
    static List<Field> head(Specification specification, Framing framing) {
        return specification.structure(framing.structure()).fields().stream()
                .takeWhile(field -> !field.name().equals(framing.body()))
                .toList();
    }

    /**
     * The octets of a frame before the body; absent if they are not always as many, or tell no length, so that no head can
     * be read.
     */
    static Optional<Long> headSize(Specification specification, Framing framing) {
        if (framing.isTagged()) {
            return Optional.empty();
        }
        Structure frame = specification.structure(framing.structure());
        return Placement.of(specification).fields(frame).stream()
                .filter(placed -> placed.field().name().equals(framing.body()))
                .flatMap(placed -> placed.offset().stream().boxed())
                .findFirst();
    }

    /** The fields of a record's body: the padding that ends a drawing is the frame's. */
    static List<Field> unpadded(Structure structure) {
        List<Field> fields = new ArrayList<>(structure.fields());
        while (!fields.isEmpty() && fields.get(fields.size() - 1).type() instanceof FieldType.Padding) {
            fields.remove(fields.size() - 1);
        }
        return fields;
    }

    private void add() {
        code.line("streamspec.specifications.push({");
        code.line("name: %s,", JsText.literal(specification.name()));
        code.line("shortName: %s,", JsText.literal(specification.shortName()));
        code.line("title: %s,", JsText.literal(specification.title()));
        code.line("page: %s,", JsText.literal(specification.pageName() + ".html"));
        code.line("structures: new Map([");
        for (Structure structure : specification.structures()) {
            code.line("[%s, %s],", JsText.literal(structure.name()), JsStructure.function(structure.name()));
        }
        code.line("]),");
        code.line("headers: [");
        specification.headers().stream().map(specification::structure).forEach(this::addHeader);
        code.line("],");
        code.line("isBig: %s,", byteOrder());
        specification.preamble().mark().ifPresent(this::addMark);
        addFollowing();
        Optional<Framing> framing = specification.framing();
        Optional<Long> headSize = framing.flatMap(frame -> headSize(specification, frame));
        if (framing.isPresent() && headSize.isPresent()) {
            addFrame(framing.get(), headSize.get());
        } else {
            code.line("frame: null,");
        }
        code.line("});");
    }

    private void addHeader(Structure header) {
        code.line(
                "{ name: %s, anchor: %s, read: %s },",
                JsText.literal(header.name()), JsText.literal(header.anchor()), JsStructure.function(header.name()));
    }

    private String byteOrder() {
        return specification
                .endianFlag()
                .map(flag -> "(context) => bits(context.get(%s)?.values.get(%s) ?? 0n, %d, 1) === 1n"
                        .formatted(JsText.literal(flag.structure()), JsText.literal(flag.field()), flag.bit()))
                .orElse("null");
    }

    /** The constant by whose octets the order is known: its place and value. */
    private void addMark(Preamble.OrderMark mark) {
        Placement.of(specification).fields(specification.structure(mark.structure())).stream()
                .filter(placed -> placed.field().name().equals(mark.field()))
                .findFirst()
                .ifPresent(placed -> {
                    FieldType.Constant constant =
                            (FieldType.Constant) placed.field().type();
                    code.line(
                            "mark: { at: %d, octets: %d, value: %s },",
                            placed.offset().orElse(0), constant.octets(), JsText.number(constant.value()));
                });
    }

    /** What follows the headers, if there are no records: the first whose condition holds. */
    private void addFollowing() {
        List<Preamble.Continuation> continuations = specification.preamble().continuations();
        if (continuations.isEmpty()) {
            return;
        }
        code.line("follows: [");
        JsExpression expressions = JsExpression.ofHeaders(specification);
        for (Preamble.Continuation next : continuations) {
            code.line(
                    "{ specification: %s, until: %s, resumedBehind: [], unless: [], when: (r) => %s },",
                    JsText.literal(next.specification()),
                    JsText.literals(next.until()),
                    next.when().map(expressions::condition).orElse("true"));
        }
        code.line("],");
    }

    private void addFrame(Framing framing, long headSize) {
        Structure frame = specification.structure(framing.structure());
        String padding = frame.fields().stream()
                .filter(field -> field.type() instanceof FieldType.Padding)
                .map(Field::name)
                .findFirst()
                .orElse("padding");
        code.line("frame: {");
        code.line("read: %s,", JsStructure.function(frame.name()));
        code.line("anchor: %s,", JsText.literal(frame.anchor()));
        code.line("size: %d,", headSize);
        code.line("type: %s,", JsText.literal(framing.type()));
        code.line("length: %s,", JsText.literal(framing.length().orElseThrow()));
        code.line("alignment: %d,", framing.alignment());
        code.line("limit: %s,", JsText.number(framing.limit()));
        code.line("typeRule: %s,", JsText.literal(RuleIds.of(frame.name(), framing.type(), "known")));
        code.line(
                "lengthRule: %s,",
                JsText.literal(RuleIds.of(frame.name(), framing.length().orElseThrow(), "limit")));
        code.line("paddingRule: %s,", JsText.literal(RuleIds.of(frame.name(), padding, "zero")));
        code.line("isOptional: %s,", optional(framing));
        code.line("},");
        code.line("records: new Map([");
        specification.records().forEach(kind -> addKind(kind, frame));
        code.line("]),");
    }

    private String optional(Framing framing) {
        String type = JsText.identifier(framing.type());
        JsExpression expressions = JsExpression.of(specification, specification.structure(framing.structure()));
        return framing.optional()
                .map(condition -> "(%s) => %s".formatted(type, expressions.condition(condition)))
                .orElse("() => false");
    }

    private void addKind(RecordKind kind, Structure frame) {
        Optional<Structure> body = kind.structure().map(specification::structure);
        String structure = body.map(Structure::name).orElse("");
        code.line("[%s, {", JsText.literal(Long.toUnsignedString(kind.type())));
        code.line("name: %s,", JsText.literal(kind.name()));
        code.line("structure: %s,", JsText.literal(structure));
        code.line("anchor: %s,", JsText.literal(body.orElse(frame).anchor()));
        code.line("read: %s,", body.isPresent() ? JsStructure.function(structure) : "null");
        code.line("slack: %d,", body.map(JsStream::slack).orElse(0L));
        body.filter(Structure::zeroExtended)
                .map(Placement.of(specification)::size)
                .ifPresent(size -> code.line("whole: %d,", size.orElseThrow()));
        code.line("isClosing: %s,", isClosing(kind.name()));
        code.line(
                "continues: %s,",
                kind.continuation().map(JsStream::continuation).orElse("null"));
        code.line("}],");
    }

    private static long slack(Structure body) {
        return body.fields().stream()
                .skip(unpadded(body).size())
                .mapToLong(field -> field.type() instanceof FieldType.Padding padding ? padding.most() : 0)
                .sum();
    }

    private static String continuation(RecordKind.Continuation continuation) {
        return "{ specification: %s, until: %s, resumedBehind: %s, unless: %s }"
                .formatted(
                        JsText.literal(continuation.specification()),
                        JsText.literals(continuation.until()),
                        JsText.literals(continuation.resumedBehind()),
                        JsText.literals(continuation.unless()));
    }

    /** Whether nothing ever follows a record, so that a stream is over behind it. */
    private boolean isClosing(String record) {
        List<Automaton.State> targets = new ArrayList<>();
        specification.streams().forEach(stream -> Automaton.of(stream.pattern())
                .ifPresent(automaton -> automaton.states().stream()
                        .filter(state -> state.next().containsKey(record))
                        .forEach(state ->
                                targets.add(automaton.states().get(state.next().get(record))))));
        return !targets.isEmpty()
                && targets.stream()
                        .allMatch(state -> state.accepting() && state.next().isEmpty());
    }
}
