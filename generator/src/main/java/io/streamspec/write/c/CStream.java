package io.streamspec.write.c;

import io.streamspec.model.Enumeration;
import io.streamspec.model.Expression;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Framing;
import io.streamspec.model.Placement;
import io.streamspec.model.Preamble;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What streams are made of: their byte order, the types of records, and the function that goes from record to record. */
final class CStream {

    private final CLayout layout;
    private final CNames names;
    private final Specification specification;
    private final CCode code;

    CStream(CLayout layout, CCode code) {
        this.layout = layout;
        this.names = layout.names();
        this.specification = layout.specification();
        this.code = code;
    }

    /** Whether records can be found: type and length are integers at fixed places before the body. */
    static boolean isReadable(CLayout layout, Framing framing) {
        Structure frame = layout.specification().structure(framing.structure());
        List<Placement.Placed> head = layout.head(frame);
        boolean isWhole = head.size() < frame.fields().size()
                && frame.fields().get(head.size()).name().equals(framing.body());
        return isWhole
                && isNumber(head, framing.type())
                && framing.length().filter(length -> isNumber(head, length)).isPresent();
    }

    private static boolean isNumber(List<Placement.Placed> head, String field) {
        return head.stream()
                .map(Placement.Placed::field)
                .anyMatch(placed -> placed.name().equals(field) && CLayout.width(placed.type()) > 0);
    }

    /** Adds named values and the types of records, before the structures that use them. */
    void addValues() {
        Optional<String> types = specification.framing().flatMap(this::types);
        if (types.isEmpty()) {
            addTypes();
        }
        for (Enumeration enumeration : specification.enumerations()) {
            boolean isOfRecords = types.filter(enumeration.name()::equals).isPresent();
            new CEnumeration(names, enumeration, value -> isOfRecords ? remark(value) : "", code).add();
        }
    }

    /** The enumeration whose values are the types of records. */
    private Optional<String> types(Framing framing) {
        return specification
                .structure(framing.structure())
                .field(framing.type())
                .filter(field -> field.type() instanceof FieldType.Enumerated)
                .map(field -> ((FieldType.Enumerated) field.type()).enumeration());
    }

    private void addTypes() {
        for (RecordKind kind : specification.records()) {
            BigInteger type = new BigInteger(Long.toUnsignedString(kind.type()));
            String number = CText.number(type, type.bitLength() > Integer.SIZE ? Long.BYTES : Integer.BYTES);
            String name = names.constant("record", "type", kind.name());
            code.line(CCode.remarked("#define " + name + " " + number, remark(kind)))
                    .gap();
        }
    }

    private String remark(Enumeration.Value value) {
        return specification.records().stream()
                .filter(kind -> new BigInteger(Long.toUnsignedString(kind.type())).equals(value.value()))
                .findFirst()
                .map(CStream::remark)
                .orElse("");
    }

    private static String remark(RecordKind kind) {
        List<String> remarks = new ArrayList<>();
        kind.structure().ifPresent(structure -> remarks.add("[body: " + structure + "]"));
        kind.since().ifPresent(version -> remarks.add("[since version " + version + "]"));
        kind.continuation()
                .ifPresent(stream -> remarks.add("[a stream of " + stream.specification() + " follows, until "
                        + String.join(" or ", stream.until()) + "]"));
        return String.join(" ", remarks);
    }

    /** Adds what needs the structures: the stream's byte order, and the records. */
    void addFunctions() {
        specification.endianFlag().ifPresent(this::addByteOrder);
        specification.preamble().mark().ifPresent(this::addMark);
        specification.framing().filter(framing -> isReadable(layout, framing)).ifPresent(this::addRecords);
    }

    private void addByteOrder(Specification.BitReference flag) {
        Structure header = specification.structure(flag.structure());
        Optional<Field> field = header.field(flag.field());
        boolean isReadable = layout.orderParameter(header).isEmpty()
                && layout.head(header).stream()
                        .anyMatch(placed -> placed.field().name().equals(flag.field())
                                && CLayout.width(placed.field().type()) > 0);
        if (field.isPresent() && isReadable) {
            code.comment("", List.of("The byte order of the stream that begins with this " + header.name() + "."));
            code.function("enum " + names.helper("byte_order"), names.function("order_of"), "const void *octets");
            code.line(
                    "    return ((uint64_t)%s(octets) >> %d & 1) != 0 ? %s : %s;",
                    names.function(header.name(), flag.field()),
                    flag.bit(),
                    names.prelude("PREFIX_BIG_ENDIAN"),
                    names.prelude("PREFIX_LITTLE_ENDIAN"));
            code.line("}").gap();
        }
    }

    private void addMark(Preamble.OrderMark mark) {
        Structure header = specification.structure(mark.structure());
        layout.head(header).stream()
                .filter(placed -> placed.field().name().equals(mark.field()))
                .findFirst()
                .ifPresent(placed -> {
                    FieldType.Constant constant =
                            (FieldType.Constant) placed.field().type();
                    code.comment(
                            "",
                            List.of("The byte order of the stream that begins with this " + header.name()
                                    + "; little-endian, too, if its " + mark.field() + " is wrong."));
                    code.function(
                            "enum " + names.helper("byte_order"), names.function("order_of"), "const void *octets");
                    code.line(
                            "    return %s(octets, %d, %d, %s) == UINT64_C(0x%s) ? %s : %s;",
                            names.helper("get"),
                            placed.offset().orElse(0),
                            constant.octets(),
                            names.prelude("PREFIX_BIG_ENDIAN"),
                            constant.value().toString(16),
                            names.prelude("PREFIX_BIG_ENDIAN"),
                            names.prelude("PREFIX_LITTLE_ENDIAN"));
                    code.line("}").gap();
                });
    }

    private void addRecords(Framing framing) {
        Structure frame = specification.structure(framing.structure());
        String type = CText.type(width(frame, framing.type()));
        code.comment("", List.of("Every record starts at a multiple of so many octets from the first one"));
        code.line("#define %s %d", names.constant("record", "alignment"), framing.alignment())
                .gap();
        code.comment("", List.of("The longest body that a reader takes, in octets"));
        code.line("#define %s UINT64_C(%d)", names.constant("record", "limit"), framing.limit())
                .gap();
        code.comment("", List.of("A record: its head lies at `head`, its body is all that `body` has."));
        code.line("struct %s {", names.tag("record"));
        code.line("    const uint8_t *head; /* struct %s */", layout.tag(frame));
        code.line("    %s type;", type);
        code.line("    struct %s body;", names.helper("cursor"));
        code.line("};").gap();
        addNext(framing, frame);
        framing.optional()
                .filter(condition -> isOfType(framing, condition))
                .ifPresent(condition -> addOptional(framing, condition, type));
    }

    private static int width(Structure frame, String field) {
        return frame.field(field).map(found -> CLayout.width(found.type())).orElse(0);
    }

    private void addNext(Framing framing, Structure frame) {
        boolean isTold = !layout.orderParameter(frame).isEmpty();
        String arguments = isTold ? "(record->head, stream->order)" : "(record->head)";
        code.comment(
                "",
                List.of(
                        "Reads the next record, and goes on behind its padding; false at the end of the stream, or, with"
                                + " `stream` no longer sound, where a record is cut off or too long."));
        String parameters = "struct " + names.helper("cursor") + " *stream, struct " + names.tag("record") + " *record";
        code.function("bool", names.function("next_record"), parameters);
        code.line("    uint64_t length;");
        code.line("    const uint8_t *body;").gap();
        code.line("    if (stream->left == 0) {");
        code.line("        return false;");
        code.line("    }");
        code.line("    record->head = %s(stream, %d);", names.helper("take"), layout.headSize(frame));
        code.line("    if (record->head == NULL) {");
        code.line("        return false;");
        code.line("    }");
        code.line("    record->type = %s%s;", names.function(frame.name(), framing.type()), arguments);
        code.line(
                "    length = %s%s;",
                names.function(frame.name(), framing.length().orElseThrow()), arguments);
        code.line("    if (length > %s) {", names.constant("record", "limit"));
        code.line("        %s(stream);", names.helper("fail"));
        code.line("        return false;");
        code.line("    }");
        code.line("    body = %s(stream, length);", names.helper("take"));
        if (framing.alignment() > 1) {
            String aligned = names.constant("record", "alignment");
            code.line(
                    "    %s(stream, (%s - (%d + length) %% %s) %% %s);",
                    names.helper("take"), aligned, layout.headSize(frame), aligned, aligned);
        }
        code.line("    record->body = %s(body, (size_t)length, stream->order);", names.helper("cursor_of"));
        code.line("    return stream->sound;");
        code.line("}").gap();
    }

    private void addOptional(Framing framing, Expression condition, String type) {
        CExpression.Leaves leaves = new TypeOnly();
        code.comment("", List.of("Whether a reader may skip a record of this type if it does not know it."));
        code.function("bool", names.function("record_is_optional"), type + " type");
        code.line("    const uint64_t value = type;");
        code.line("    bool sound = true;");
        code.line("    const bool optional = " + new CExpression(names, leaves, "&sound").condition(condition) + ";");
        code.gap();
        code.line("    return optional && sound;");
        code.line("}").gap();
    }

    /** Whether a condition can be judged by a record's type alone. */
    private static boolean isOfType(Framing framing, Expression condition) {
        Expression type = new Expression.FieldValue(framing.structure(), framing.type(), Optional.empty());
        return condition.leaves().stream()
                .allMatch(leaf ->
                        leaf.equals(type) || leaf instanceof Expression.Number || leaf instanceof Expression.EnumValue);
    }

    /** In the condition for optional records, the type is all there is. */
    private static final class TypeOnly implements CExpression.Leaves {
        @Override
        public String field(Expression.FieldValue value) {
            return "value";
        }

        @Override
        public String measure(Expression.Measure measure) {
            return "INT64_C(0)";
        }

        @Override
        public String defined(Expression.Defined defined) {
            return "UINT64_C(0)";
        }

        @Override
        public Expression own(Expression.Defined defined) {
            return defined;
        }
    }
}
