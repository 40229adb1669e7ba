package io.streamspec.write.java;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The class of an array's elements in memory, nested in the elements' own. It is final and a type of its own, so that the
 * compiler knows what decodes an element wherever one is asked for, and makes none that nobody keeps.
 */
final class ArrayType {

    static final String NAME = "Array";

    private static final CodeBlock B = CodeBlock.of("b");
    private static final CodeBlock AT = CodeBlock.of("at");

    private final ClassName element;
    private final ClassName name;
    private final long octets;

    private ArrayType(ClassName element, long octets) {
        this.element = element;
        this.name = name(element);
        this.octets = octets;
    }

    /** What the array of these elements is called. */
    static ClassName name(ClassName element) {
        boolean hides = element.simpleNames().stream().anyMatch(NAME::equalsIgnoreCase);
        return element.nestedClass(hides ? NAME + "s" : NAME);
    }

    /** The array of a structure of fixed size. */
    static TypeSpec ofStructures(Codec codec) {
        ArrayType array = new ArrayType(codec.type(), codec.size().orElseThrow());
        CodeBlock read =
                FieldWalk.isPlain(codec) ? codec.fromParts("at") : CodeBlock.of("$T.decode(b, at)", codec.type());
        CodeBlock step = CodeBlock.builder()
                .addStatement("position = element.encode(b, position)")
                .build();
        return array.type(read, step, isWhole(codec));
    }

    /** The array of a field's flags. */
    static TypeSpec ofFlags(ClassName flags, Shape.Number number, List<MethodSpec> more) {
        ArrayType array = new ArrayType(flags, number.octets());
        CodeBlock write = AtomCode.write(number, CodeBlock.of("position"), CodeBlock.of("element.bits()"));
        CodeBlock step = CodeBlock.builder()
                .addStatement("$L", write)
                .addStatement("position += $L", number.octets())
                .build();
        CodeBlock read = CodeBlock.of("new $T($L)", flags, AtomCode.number(number, B, AT));
        return array.type(read, step, true).toBuilder().addMethods(more).build();
    }

    /** The static method of flags that makes an array of numbers. */
    static MethodSpec allFlags(ClassName flags, Shape.Number number) {
        CodeBlock bits =
                number.octets() < Long.BYTES ? CodeBlock.of("new $T(bits[i]).bits()", flags) : CodeBlock.of("bits[i]");
        CodeBlock at = number.octets() == 1 ? CodeBlock.of("i") : CodeBlock.of("$L * i", number.octets());
        return MethodSpec.methodBuilder("all")
                .addJavadoc("Elements of these bits, none of which is an object before it is asked for.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name(flags))
                .addParameter(ArrayTypeName.of(TypeName.LONG), "bits")
                .varargs()
                .addStatement(
                        "$T b = $T.allocate(Math.multiplyExact(bits.length, $L))",
                        Types.BYTE_BUFFER,
                        Types.BYTE_BUFFER,
                        number.octets())
                .beginControlFlow("for (int i = 0; i < bits.length; i++)")
                .addStatement("$L", AtomCode.write(number, at, bits))
                .endControlFlow()
                .addStatement("return new $T(b, 0, bits.length)", name(flags))
                .build();
    }

    /** Whether all octets of an element are part of its value, so that a copy of them is an encoding. */
    private static boolean isWhole(Codec codec) {
        return codec.members().stream()
                .allMatch(member -> member.isComponent()
                        && (member.shape() instanceof Shape.Number || member.shape() instanceof Shape.Wrapped));
    }

    private TypeSpec type(CodeBlock read, CodeBlock write, boolean whole) {
        TypeName elements = ParameterizedTypeName.get(Types.ELEMENTS, element);
        return TypeSpec.classBuilder(name)
                .addJavadoc("Elements where they lie, one behind the other; a list that does not change.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(elements)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(Types.BYTE_BUFFER, "b")
                        .addParameter(TypeName.LONG, "at")
                        .addParameter(TypeName.LONG, "count")
                        .addStatement("super(b, at, count, $L)", octets)
                        .build())
                .addMethod(in())
                .addMethod(of(write))
                .addMethod(MethodSpec.methodBuilder("at")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PROTECTED)
                        .returns(element)
                        .addParameter(Types.BYTE_BUFFER, "b")
                        .addParameter(TypeName.INT, "at")
                        .addStatement("return $L", read)
                        .build())
                .addMethod(iterator())
                .addMethod(put(write, whole))
                .build();
    }

    private MethodSpec in() {
        return MethodSpec.methodBuilder("in")
                .addJavadoc("The elements of {@code b} from its position to its limit, not copied.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(Types.BYTE_BUFFER, "b")
                .addStatement("int count = countIn(b, $L)", octets)
                .addStatement("return new $T(b, b.position(), count)", name)
                .build();
    }

    private MethodSpec of(CodeBlock write) {
        return MethodSpec.methodBuilder("of")
                .addJavadoc("{@code list} itself if it is such an array, else one of the same elements.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(Types.list(element), "list")
                .beginControlFlow("if (list instanceof $T array)", name)
                .addStatement("return array")
                .endControlFlow()
                .addStatement("$L", Checks.required("list"))
                .addStatement(
                        "$T b = $T.allocate(Math.multiplyExact(list.size(), $L))",
                        Types.BYTE_BUFFER,
                        Types.BYTE_BUFFER,
                        octets)
                .addStatement("int position = 0")
                .beginControlFlow("for ($T element : list)", element)
                .addCode(write)
                .endControlFlow()
                .addStatement("return new $T(b, 0, list.size())", name)
                .build();
    }

    private MethodSpec iterator() {
        TypeSpec cursor = TypeSpec.anonymousClassBuilder("size()")
                .superclass(ParameterizedTypeName.get(Types.CURSOR, element))
                .addMethod(MethodSpec.methodBuilder("at")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PROTECTED)
                        .returns(element)
                        .addParameter(TypeName.INT, "index")
                        .addStatement("return $T.this.get(index)", name)
                        .build())
                .build();
        return MethodSpec.methodBuilder("iterator")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(ClassName.get(Iterator.class), element))
                .addStatement("return $L", cursor)
                .build();
    }

    private MethodSpec put(CodeBlock write, boolean whole) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("put")
                .addJavadoc("Writes all to {@code b} at {@code at}; the position behind them.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addParameter(Types.BYTE_BUFFER, "b")
                .addParameter(TypeName.INT, "at");
        if (whole) {
            method.beginControlFlow("if (liesAs(b))")
                    .addStatement("return copy(b, at)")
                    .endControlFlow();
        }
        return method.addStatement("int position = at")
                .beginControlFlow("for (int i = 0; i < size(); i++)")
                .addStatement("$T element = get(i)", element)
                .addCode(write)
                .endControlFlow()
                .addStatement("return position")
                .build();
    }

    /** The second constructor of a record with arrays: it takes any lists. */
    static MethodSpec constructor(List<Member> components) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Of any lists; those that are no arrays are copied.\n");
        List<CodeBlock> arguments = new ArrayList<>();
        for (Member member : components) {
            if (isArray(member)) {
                Shape.Many many = (Shape.Many) member.shape();
                constructor.addParameter(Types.list(many.element().type()), member.name());
                arguments.add(CodeBlock.of("$T.of($L)", many.type(), Checks.required(member.name())));
            } else {
                constructor.addParameter(member.javaType(), member.name());
                arguments.add(CodeBlock.of("$N", member.name()));
            }
        }
        return constructor
                .addStatement("this($L)", arguments.stream().collect(CodeBlock.joining(",$W")))
                .build();
    }

    /** Whether a component always holds an array. */
    static boolean isArray(Member member) {
        return !member.isConditional()
                && member.shape() instanceof Shape.Many many
                && many.array().isPresent();
    }
}
