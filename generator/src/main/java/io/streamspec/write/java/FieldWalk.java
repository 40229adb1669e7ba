package io.streamspec.write.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.streamspec.model.Expression;
import io.streamspec.model.Extent;
import io.streamspec.model.FieldType;
import io.streamspec.model.Structure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Walks over the fields of a structure in octets. Fields of fixed place are read through the static accessors; behind
 * them, a {@code long position} walks over the variable part, and room is checked before anything is sliced.
 */
final class FieldWalk {

    private static final CodeBlock B = CodeBlock.of("b");
    private static final CodeBlock POSITION = CodeBlock.of("(int) position");

    private final Plan plan;
    private final Codec codec;
    private final Visitor visitor;
    private final ExpressionCode expressions;
    private final NameAllocator names = new NameAllocator();
    private final CodeBlock.Builder code;
    private final CodeBlock.Builder views = CodeBlock.builder();
    private final Map<String, Place> places = new HashMap<>();

    /** Where the octets of a view are, which may not have been made yet. */
    private record Place(CodeBlock view, String at, CodeBlock extent) {}

    /** What else is done on the way. */
    interface Visitor {
        /** Whether a field's octets are only passed over. */
        default boolean skips(Member member) {
            return false;
        }

        /** Whether values are wanted at the end, for a record, and not on the way. */
        default boolean keeps() {
            return false;
        }

        /** Where the octets of a field have to end, which is computed before they are looked at. */
        default CodeBlock endOf(Member member) {
            return CodeBlock.of("end");
        }

        /** Octets that were passed over; the variable {@code size} says how many. */
        default void skipped(Member member, String size) {}

        /** Whether the value of a field of fixed place is wanted. */
        default boolean wants(Member member) {
            return true;
        }

        /** How many elements call for one of another array: {@code calls} computes it, of {@code count} elements in all. */
        default CodeBlock calls(Extent.ForEach forEach, CodeBlock count, CodeBlock calls) {
            return calls;
        }

        /** Reserved octets or padding at {@code at}. */
        default void blank(Member member, CodeBlock at, CodeBlock size) {}

        /** A value, in the variable {@code local}, from the octets at {@code at}. */
        default void value(Member member, String local, CodeBlock at) {}
    }

    FieldWalk(Plan plan, Codec codec, CodeBlock.Builder code, Visitor visitor) {
        this.plan = plan;
        this.codec = codec;
        this.code = code;
        this.visitor = visitor;
        this.expressions = ExpressionCode.decoding(plan, codec);
        Stream.of("b", "at", "length", "context", "position", "end", "element", "slice", "start", "room", "part", "i")
                .forEach(names::newName);
        Stream.of("body", "validation").forEach(names::newName);
        codec.members().stream().map(Member::local).distinct().forEach(names::newName);
    }

    /** Walks over the fields of a structure of fixed size, all of which are there. */
    void fixedFields() {
        codec.members().forEach(this::readFixed);
    }

    /** Checks the constants of a structure of fixed size. */
    void constants() {
        codec.members().forEach(this::checkConstant);
    }

    /** Walks over all fields, from {@code at} to {@code end}; behind that, {@code position} is where they ended. */
    void fields() {
        List<Member> fixed = codec.members().stream().filter(FieldWalk::isFixed).toList();
        long prefix = prefix(codec);
        if (prefix > 0) {
            code.addStatement("$T.need($L, at, $L, end)", Types.ROOM, string(codec.label()), prefix);
        }
        fixed.forEach(this::readFixed);
        code.addStatement(prefix > 0 ? "long position = at + $LL" : "long position = at", args(prefix));
        codec.members().stream().skip(fixed.size()).forEach(this::readVariable);
    }

    /**
     * The views that are made behind all checks, and right before the record that has them: only so does JDK 17 see that
     * it needs none of these objects. The one of the last field stands there anyway.
     */
    CodeBlock views() {
        return views.build();
    }

    private boolean isDeferred(Member member) {
        boolean isLast = codec.members().indexOf(member) == codec.members().size() - 1;
        return visitor.keeps()
                && !member.isConditional()
                && !isLast
                && !isNamed(member.field().name());
    }

    /** Whether the layout is computed from the field, other than by its elements' calls for those of another. */
    private boolean isNamed(String field) {
        Stream<Expression> layout = codec.structure().fields().stream()
                .filter(other -> !References.isCalledBy(other, field))
                .flatMap(References::expressions);
        Stream<Expression> definitions =
                codec.structure().definitions().stream().map(Structure.Definition::value);
        return Stream.concat(layout, definitions).anyMatch(expression -> References.measures(expression, field));
    }

    /** The array of a field that has been walked over. */
    private CodeBlock array(Extent.ForEach forEach) {
        Member member = codec.member(forEach.array());
        Place place = places.get(forEach.array());
        if (place == null || !isDeferred(member)) {
            return CodeBlock.of("$N", member.local());
        }
        String each = names.newName("eachOf" + JavaNames.type(member.local(), ""));
        code.addStatement("$T $N = $L", member.shape().type(), each, place.view());
        return CodeBlock.of("$N", each);
    }

    /** Whether the array's class counts what its elements call for. */
    private boolean isCounted(Member member) {
        return codec.members().stream()
                .flatMap(other -> References.extent(other.type()).stream())
                .anyMatch(extent -> extent instanceof Extent.ForEach forEach
                        && forEach.array().equals(member.field().name())
                        && ForEachLoop.isInArray(codec, forEach));
    }

    /** Declares {@code local}, a view of the octets at the position: now or, if it is deferred, later. */
    private void view(Member member, String local, Shape shape, CodeBlock extent, Function<CodeBlock, CodeBlock> made) {
        boolean isDeferred = isDeferred(member);
        if (!isDeferred && !isCounted(member)) {
            code.add("$T $N = $L;\n", shape.type(), local, made.apply(CodeBlock.of("position")));
            visitor.value(member, local, POSITION);
            return;
        }
        String at = names.newName("positionOf" + JavaNames.type(local, ""));
        code.addStatement("long $N = position", at);
        CodeBlock view = made.apply(CodeBlock.of("$N", at));
        places.put(member.field().name(), new Place(view, at, extent));
        (isDeferred ? views : code).add("$T $N = $L;\n", shape.type(), local, view);
        if (!isDeferred) {
            visitor.value(member, local, POSITION);
        }
    }

    /** The octets of the fields that always lie at the same place. */
    static long prefix(Codec codec) {
        return codec.members().stream()
                .filter(FieldWalk::isFixed)
                .mapToLong(member ->
                        member.offset().getAsLong() + member.shape().size().getAsLong())
                .max()
                .orElse(0);
    }

    private static Object[] args(long prefix) {
        return prefix > 0 ? new Object[] {prefix} : new Object[0];
    }

    /** Whether a field always lies at the same place and has the same size. */
    static boolean isFixed(Member member) {
        return member.offset().isPresent() && member.shape().size().isPresent() && !member.isConditional();
    }

    private void readFixed(Member member) {
        checkConstant(member);
        boolean hasValue = member.isComponent() || member.role() == Member.Role.DERIVED;
        if (hasValue && visitor.wants(member)) {
            TypeName type = member.shape().type();
            code.addStatement("$T $N = $N(b, at)", type, member.local(), member.name());
            visitor.value(member, member.local(), CodeBlock.of("at + $N", member.offsetConstant()));
        } else if (member.shape() instanceof Shape.Blank blank && blank.size().isPresent()) {
            visitor.blank(
                    member,
                    CodeBlock.of("at + $L", member.offset().getAsLong()),
                    CodeBlock.of("$L", blank.size().getAsLong()));
        }
    }

    private void checkConstant(Member member) {
        if (member.type() instanceof FieldType.Constant constant) {
            checkConstant(member, constant, CodeBlock.of("at + $N", member.offsetConstant()));
        }
    }

    private void checkConstant(Member member, FieldType.Constant constant, CodeBlock at) {
        if (constant.isOctets()) {
            code.addStatement(
                    "$T.octets($L,$Wb, $L,$W$L)",
                    Types.ROOM,
                    string(member.path()),
                    at,
                    AtomCode.accepted(member, constant));
        } else {
            CodeBlock found = AtomCode.number((Shape.Number) member.shape(), B, at);
            checkConstant(member, constant, at, found);
        }
    }

    private void checkConstant(Member member, FieldType.Constant constant, CodeBlock at, CodeBlock found) {
        CodeBlock expected = ExpressionCode.literal(constant.value());
        if (constant.accepted().isEmpty()) {
            code.addStatement("$T.constant($L,$W$L,$W$L,$W$L)", Types.ROOM, string(member.path()), at, found, expected);
        } else {
            CodeBlock accepted = constant.accepted().stream()
                    .filter(value -> !value.equals(constant.value()))
                    .map(ExpressionCode::literal)
                    .collect(CodeBlock.joining(", "));
            code.addStatement(
                    "$T.oneOf($L,$W$L,$W$L,$W$L,$W$L)",
                    Types.ROOM,
                    string(member.path()),
                    at,
                    found,
                    expected,
                    accepted);
        }
    }

    private void readVariable(Member member) {
        if (!member.isConditional()) {
            readValue(member, member.local());
            return;
        }
        Expression condition = member.field().when().orElseThrow();
        if (member.isComponent()) {
            code.addStatement("$T $N = $T.empty()", member.javaType(), member.local(), Types.OPTIONAL);
        }
        code.beginControlFlow("if ($L)", expressions.condition(condition));
        String local = names.newName(member.local() + "Value");
        readValue(member, local);
        if (member.isComponent()) {
            code.addStatement("$N = $T.of($N)", member.local(), Types.OPTIONAL, local);
        }
        code.endControlFlow();
    }

    private void readValue(Member member, String local) {
        Shape shape = member.shape();
        OptionalLong size = shape.size();
        if (size.isPresent()) {
            readAtom(member, local, size.getAsLong());
        } else if (shape instanceof Shape.Blank blank) {
            passPadding(member, blank);
        } else if (shape instanceof Shape.Bytes bytes) {
            readBytes(member, local, bytes);
        } else if (shape instanceof Shape.Terminated text) {
            readTerminated(member, local, text);
        } else if (shape instanceof Shape.Nested nested) {
            readNested(member, local, nested);
        } else if (shape instanceof Shape.Many many) {
            readMany(member, local, many);
        }
    }

    private void passPadding(Member member, Shape.Blank blank) {
        CodeBlock size =
                CodeBlock.of("(int) Math.min(end - position, Math.floorMod(at - position, $L))", blank.alignment());
        visitor.blank(member, CodeBlock.of("(int) position"), size);
        code.addStatement("position = Math.min(end, position + Math.floorMod(at - position, $L))", blank.alignment());
    }

    private void readTerminated(Member member, String local, Shape.Terminated text) {
        String length = names.newName("lengthOf" + JavaNames.type(local, ""));
        code.addStatement(
                "long $N = $T.lengthUntil($L,$Wb, position, $L, end)",
                length,
                Types.TEXT,
                string(member.path()),
                text.terminator());
        code.addStatement("$T $N = $T.get(b, position, $N)", Types.STRING, local, Types.TEXT, length);
        visitor.value(member, local, POSITION);
        code.addStatement("position += $N + 1", length);
    }

    private void readNested(Member member, String local, Shape.Nested nested) {
        String context = nested.needsContext() ? ", context" : "";
        code.addStatement(
                "$T $N = $T.decode(b, (int) position, (int) (end - position)" + context + ")",
                nested.type(),
                local,
                nested.type());
        visitor.value(member, local, POSITION);
        code.addStatement("position += $N.encodedSize()", local);
    }

    private void readAtom(Member member, String local, long size) {
        code.addStatement("$T.need($L, position, $L, end)", Types.ROOM, string(member.path()), size);
        if (member.type() instanceof FieldType.Constant constant) {
            checkConstant(member, constant, POSITION);
        }
        if (member.isComponent() || member.role() == Member.Role.DERIVED) {
            CodeBlock value = AtomCode.read(member.shape(), B, POSITION);
            code.addStatement("$T $N = $L", member.shape().type(), local, value);
            visitor.value(member, local, POSITION);
        } else if (member.shape() instanceof Shape.Blank) {
            visitor.blank(member, POSITION, CodeBlock.of("$L", size));
        }
        code.addStatement("position += $L", size);
    }

    private void readBytes(Member member, String local, Shape.Bytes bytes) {
        String size = names.newName("sizeOf" + JavaNames.type(local, ""));
        code.addStatement("long $N = $L", size, count(member, bytes.extent(), CodeBlock.of("1")));
        code.addStatement(
                "$T.need($L, position, $N, $L)", Types.ROOM, string(member.path()), size, visitor.endOf(member));
        if (visitor.skips(member)) {
            visitor.skipped(member, size);
            code.addStatement("position += $N", size);
            return;
        }
        if (bytes.text()) {
            code.addStatement("$T $N = $T.get(b, position, $N)", bytes.type(), local, Types.TEXT, size);
            visitor.value(member, local, POSITION);
        } else {
            view(
                    member,
                    local,
                    bytes,
                    CodeBlock.of("$N", size),
                    at -> CodeBlock.of("$T.view(b, $L, $N)", Types.OCTETS, at, size));
        }
        code.addStatement("position += $N", size);
    }

    private void readMany(Member member, String local, Shape.Many many) {
        Shape element = many.element();
        if (element.size().isPresent()) {
            CodeBlock each = CodeBlock.of("$L", element.size().getAsLong());
            readEven(member, local, many, each);
        } else if (element instanceof Shape.Bytes bytes && bytes.extent() instanceof Extent.Computed computed) {
            CodeBlock each = named("sizeOfEach", local, expressions.number(computed.count()));
            readEven(member, local, many, each);
        } else {
            readUneven(member, local, many);
        }
    }

    /** Elements of equal size. */
    private void readEven(Member member, String local, Shape.Many many, CodeBlock each) {
        CodeBlock count = named("countOf", local, count(member, many.extent(), each));
        String size = names.newName("sizeOf" + JavaNames.type(local, ""));
        code.addStatement(
                "long $N = $T.forAll($L,$Wposition, $L, $L, $L)",
                size,
                Types.ROOM,
                string(member.path()),
                count,
                each,
                visitor.endOf(member));
        if (!visitor.skips(member)) {
            view(member, local, many, count, at -> evenView(many, at, count, each));
        }
        code.addStatement("position += $N", size);
    }

    /** A variable with the value, unless it is but a name or number. */
    private CodeBlock named(String purpose, String local, CodeBlock value) {
        if (value.toString().matches("\\w+")) {
            return value;
        }
        String name = names.newName(purpose + JavaNames.type(local, ""));
        code.addStatement("long $N = $L", name, value);
        return CodeBlock.of("$N", name);
    }

    private CodeBlock evenView(Shape.Many many, CodeBlock at, CodeBlock count, CodeBlock each) {
        if (many.element() instanceof Shape.Number) {
            return AtomCode.many(many, B, at, count);
        } else if (many.element() instanceof Shape.Bytes bytes && bytes.size().isEmpty()) {
            return bytes.text()
                    ? AtomCode.elements(
                            bytes.type(),
                            CodeBlock.of("b, $L, $L, $L", at, count, each),
                            CodeBlock.of("$T.get(b, at, $L)", Types.TEXT, each))
                    : CodeBlock.of("new $T(b, $L, $L, $L)", Types.OCTETS_ARRAY, at, count, each);
        }
        CodeBlock view = AtomCode.many(many, B, at, count);
        boolean isChecked = many.element() instanceof Shape.Nested nested
                && plan.codec(nested.structure()).members().stream()
                        .anyMatch(member -> member.type() instanceof FieldType.Constant);
        return isChecked ? CodeBlock.of("$T.checked($L)", Types.ELEMENTS, view) : view;
    }

    /** Whether nothing but the room is checked where a structure is decoded. */
    static boolean isPlain(Codec codec) {
        return codec.members().stream().noneMatch(member -> member.type() instanceof FieldType.Constant)
                && codec.components().stream().allMatch(FieldWalk::isFixed);
    }

    /** Elements each of which tells its own size. */
    private void readUneven(Member member, String local, Shape.Many many) {
        Shape element = many.element();
        CodeBlock decoder = element instanceof Shape.Terminated text
                ? CodeBlock.of(
                        "(slice, start, room) -> $T.get(slice, start,"
                                + " $T.lengthUntil($L, slice, start, $L, (long) start + room))",
                        Types.TEXT,
                        Types.TEXT,
                        string(member.path()),
                        text.terminator())
                : nestedDecoder((Shape.Nested) element);
        CodeBlock size = CodeBlock.of("part -> $L", SizeCode.octets(element, CodeBlock.of("part")));
        TypeName type = ParameterizedTypeName.get(Types.ELEMENTS, element.type());
        if (many.extent() instanceof Extent.ToEnd) {
            code.addStatement(
                    "$T $N = $T.upTo($L,$Wb, position, end,$W$L,$W$L)",
                    type,
                    local,
                    Types.ELEMENTS,
                    string(member.path()),
                    decoder,
                    size);
        } else {
            CodeBlock count = named("countOf", local, count(member, many.extent(), CodeBlock.of("1")));
            code.addStatement(
                    "$T $N = $T.counted($L,$Wb, position, end, $L,$W$L,$W$L)",
                    type,
                    local,
                    Types.ELEMENTS,
                    string(member.path()),
                    count,
                    decoder,
                    size);
        }
        visitor.value(member, local, POSITION);
        code.addStatement("position += $N.octets()", local);
    }

    private static CodeBlock nestedDecoder(Shape.Nested nested) {
        return CodeBlock.of(
                nested.needsContext()
                        ? "(slice, start, room) -> $T.decode(slice, start, room, context)"
                        : "(slice, start, room) -> $T.decode(slice, start, room)",
                nested.type());
    }

    /** How many elements of {@code each} octets there are. */
    private CodeBlock count(Member member, Extent extent, CodeBlock each) {
        if (extent instanceof Extent.Computed computed) {
            return expressions.number(computed.count());
        } else if (extent instanceof Extent.Fixed fixed) {
            return CodeBlock.of("$L", fixed.count());
        } else if (extent instanceof Extent.ForEach forEach) {
            Place elements = places.get(forEach.array());
            if (elements != null && ForEachLoop.isInArray(codec, forEach)) {
                CodeBlock at = CodeBlock.of("$N", elements.at());
                CodeBlock calls = ForEachLoop.count(codec, forEach, at, elements.extent(), member);
                return visitor.calls(forEach, elements.extent(), calls);
            }
            CodeBlock array = array(forEach);
            return ForEachLoop.count(code, codec, expressions, forEach, array, member, names);
        }
        return each.toString().equals("1")
                ? CodeBlock.of("end - position")
                : CodeBlock.of("$T.elements($L, position, $L, end)", Types.ROOM, string(member.path()), each);
    }

    private static String string(String text) {
        return JavaText.literal(text);
    }
}
