package io.streamspec.write.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import io.streamspec.model.ByteOrder;
import io.streamspec.model.Preamble;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Specification;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the generated reader and writer of a stream have in common. */
final class StreamType {

    /** So many comparisons stand in one row; longer ones are divided, for compilers recurse into each of a row. */
    private static final int ROW = 100;

    private final Plan plan;
    private final Map<String, Plan> plans;

    StreamType(Plan plan, Map<String, Plan> plans) {
        this.plan = plan;
        this.plans = plans;
    }

    Plan plan() {
        return plan;
    }

    Codec head() {
        return plan.head().orElseThrow();
    }

    /** Whether {@code variable}, or an expression, is the type of one of the records; false if there are none. */
    static CodeBlock isOneOf(String variable, Collection<Codec> records) {
        List<CodeBlock> terms =
                records.stream().map(codec -> is(variable, codec)).toList();
        while (terms.size() > ROW) {
            List<CodeBlock> all = terms;
            terms = IntStream.iterate(0, first -> first < all.size(), first -> first + ROW)
                    .mapToObj(first -> all.subList(first, Math.min(first + ROW, all.size())))
                    .map(row -> CodeBlock.of("($L)", or(row)))
                    .toList();
        }
        return terms.isEmpty() ? CodeBlock.of("false") : or(terms);
    }

    /** Whether {@code variable}, or an expression, is a type of the records of {@code codec}. */
    static CodeBlock is(String variable, Codec codec) {
        return codec.kind().orElseThrow().isRange()
                ? CodeBlock.of("($1L >= $2T.RECORD_TYPE$W&& $1L <= $2T.LAST_RECORD_TYPE)", variable, codec.type())
                : CodeBlock.of("$L == $T.RECORD_TYPE", variable, codec.type());
    }

    /** The type {@code number}, or the least of all that mean records of the same kind. */
    CodeBlock kindOf(String number) {
        CodeBlock kind = CodeBlock.of("$L", number);
        for (Codec codec : plan.records()) {
            if (codec.kind().orElseThrow().isRange()) {
                kind = CodeBlock.of("$L$W? $T.RECORD_TYPE$W: $L", is(number, codec), codec.type(), kind);
            }
        }
        return kind;
    }

    private static CodeBlock or(List<CodeBlock> terms) {
        return terms.stream().collect(CodeBlock.joining("$W|| "));
    }

    /** Whether the caller has to say in which order the stream's integers stand. */
    boolean needsOrder() {
        return plan.specification().endianFlag().isEmpty()
                && Stream.concat(plan.codecs().stream(), plan.head().stream())
                        .anyMatch(codec -> codec.structure().byteOrder() == ByteOrder.STREAM);
    }

    /** The parameter by which a writer is told the order, if it is needed. */
    private List<ParameterSpec> writerOrder() {
        return needsOrder()
                ? List.of(ParameterSpec.builder(Types.BYTE_ORDER, "order").build())
                : List.of();
    }

    /** The same for a reader, which may be told it by a constant. */
    private List<ParameterSpec> readerOrder() {
        return plan.specification().preamble().mark().isPresent() ? List.of() : writerOrder();
    }

    /** What is told by whoever reads or writes the stream, if anything depends on it. */
    Optional<Codec> given() {
        return plan.specification()
                .preamble()
                .given()
                .filter(plan.remembered()::contains)
                .map(plan::codec);
    }

    /** Takes note of what is told of the stream, in a constructor, if it is what it may be. */
    static void remember(Codec given, MethodSpec.Builder constructor) {
        String variable = variable(given);
        constructor.addStatement("$L", Checks.required(variable));
        constructor.addStatement(
                "$T.told($L, $T.SIZE,$W$N::encode, $T::check)",
                Types.REQUIRE,
                JavaText.literal(given.label()),
                given.type(),
                variable,
                given.type());
        constructor.addStatement("context.remember($N)", variable);
    }

    /** What a reader is told: the byte order, and what is not in the stream. */
    List<ParameterSpec> readerParameters() {
        return Stream.concat(readerOrder().stream(), givenParameter().stream()).toList();
    }

    /** What a writer is told besides the headers. */
    List<ParameterSpec> writerParameters() {
        return Stream.concat(writerOrder().stream(), givenParameter().stream()).toList();
    }

    private List<ParameterSpec> givenParameter() {
        return given()
                .map(codec ->
                        ParameterSpec.builder(codec.type(), variable(codec)).build())
                .stream()
                .toList();
    }

    /** {@code , order, toolstack}. */
    CodeBlock readerArguments() {
        return readerParameters().stream()
                .map(parameter -> CodeBlock.of(", $N", parameter.name()))
                .collect(CodeBlock.joining(""));
    }

    /** Whether a codec of this specification needs what earlier headers or records say. */
    boolean hasContext() {
        return plan.codecs().stream().anyMatch(codec -> codec.needsContext() || CheckMethod.takesContext(plan, codec));
    }

    /** The specifications whose streams may follow the headers, with the conditions under which each does. */
    Map<Plan, CodeBlock> following() {
        Map<Plan, CodeBlock> following = new LinkedHashMap<>();
        CodeBlock none = CodeBlock.of("");
        for (Preamble.Continuation next : plan.specification().preamble().continuations()) {
            CodeBlock condition = condition(next);
            CodeBlock here = none.isEmpty() ? condition : CodeBlock.of("$L && $L", none, condition);
            Optional.ofNullable(plans.get(next.specification()))
                    .filter(StreamType::isReadByItself)
                    .ifPresent(other -> following.merge(other, here, (a, b) -> CodeBlock.of("$L || $L", a, b)));
            CodeBlock not = CodeBlock.of("!($L)", condition);
            none = none.isEmpty() ? not : CodeBlock.of("$L && $L", none, not);
        }
        return following;
    }

    /** Whether another stream follows the headers, if one ever does. */
    Optional<CodeBlock> isFollowed() {
        return plan.specification().preamble().continuations().stream()
                .map(this::condition)
                .reduce((a, b) -> CodeBlock.of("$L || $L", a, b));
    }

    private CodeBlock condition(Preamble.Continuation next) {
        return next.when().map(ExpressionCode.ofHeaders(plan)::condition).orElse(CodeBlock.of("true"));
    }

    /** The records of {@code other}, whose stream follows the headers, behind which it stops, as arguments. */
    CodeBlock stopsOf(Plan other) {
        List<String> until = plan.specification().preamble().continuations().stream()
                .filter(next ->
                        next.specification().equals(other.specification().name()))
                .flatMap(next -> next.until().stream())
                .toList();
        return other.records().stream()
                .filter(codec -> until.contains(codec.kind().orElseThrow().name()))
                .map(codec -> CodeBlock.of(",$W$T.RECORD_TYPE", codec.type()))
                .collect(CodeBlock.joining(""));
    }

    /** The byte order, from a header named by {@code variable} of its structure, or from the parameter. */
    CodeBlock order() {
        Optional<Specification.BitReference> flag = plan.specification().endianFlag();
        if (flag.isEmpty()) {
            return needsOrder() ? CodeBlock.of("order") : CodeBlock.of("$T.LITTLE_ENDIAN", Types.BYTE_ORDER);
        }
        Codec header = plan.codec(flag.get().structure());
        Member member = header.member(flag.get().field());
        CodeBlock field = CodeBlock.of("$N.$N()", variable(header), member.name());
        CodeBlock bits = member.shape() instanceof Shape.Wrapped wrapped
                ? CodeBlock.of("$L.$N()", field, wrapped.unwrap())
                : field;
        return CodeBlock.of(
                "($L >>> $L & 1) == 0$W? $T.LITTLE_ENDIAN$W: $T.BIG_ENDIAN",
                bits,
                flag.get().bit(),
                Types.BYTE_ORDER,
                Types.BYTE_ORDER);
    }

    /** The field or parameter for a header. */
    static String variable(Codec header) {
        String name = JavaNames.member(header.structure().name());
        return List.of("input", "output", "order", "context", "until", "path", "channel", "stream", "record")
                        .contains(name)
                ? name + "Header"
                : name;
    }

    /** The type of a record's head as a typed value, or the number where the specification has no names for it. */
    Member typeMember() {
        return head().member(plan.framing().type());
    }

    Optional<ClassName> typeName() {
        return typeMember().shape() instanceof Shape.Wrapped wrapped && !wrapped.flags()
                ? Optional.of(wrapped.type())
                : Optional.empty();
    }

    /** The plan of the specification that continues a stream, if it is generated too and is one of records. */
    Optional<Plan> continuation(RecordKind.Continuation continuation) {
        return Optional.ofNullable(plans.get(continuation.specification())).filter(StreamType::isReadByItself);
    }

    /** Whether it has records, and nothing has to be known of it that is not in it. */
    private static boolean isReadByItself(Plan other) {
        return other.specification().framing().isPresent()
                && new StreamType(other, Map.of()).given().isEmpty();
    }

    /** The record kinds behind which another stream begins. */
    List<RecordKind> continued() {
        return plan.specification().records().stream()
                .filter(kind -> kind.continuation().isPresent())
                .toList();
    }

    /** The codecs of the records that later ones depend on. */
    List<Codec> rememberedRecords() {
        return plan.records().stream()
                .filter(codec -> plan.remembered().contains(codec.structure().name()))
                .toList();
    }
}
