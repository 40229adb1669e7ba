package io.streamspec.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads layout rules out in plain English, from what they made of the model. */
public final class LayoutReading {

    private static final long MEBIBYTE = 1 << 20;

    private final Specification specification;
    private final List<Structure> structures;

    private LayoutReading(Specification specification, List<Structure> structures) {
        this.specification = specification;
        this.structures = structures;
    }

    /** What {@code line}, in the section that draws {@code structures}, says; a clause without a full stop. */
    public static String of(Specification specification, List<String> structures, LayoutLine line) {
        List<Structure> own = structures.stream().map(specification::structure).toList();
        return new LayoutReading(specification, own).read(line);
    }

    /** What the condition of a rule of {@code structure} says. */
    public static String of(Specification specification, Structure structure, Structure.Constraint rule) {
        return ExpressionReading.in(specification, structure.name()).condition(rule.condition());
    }

    private String read(LayoutLine line) {
        return switch (line.subject()) {
            case SHORT_NAME -> "generated code is called after " + specification.shortName();
            case BYTE_ORDER -> byteOrder();
            case DEFINITION -> definition(line);
            case FIELD -> field(line);
            case VALUE_NAMES -> valueNames(line);
            case ACCEPT -> accept(line);
            case ZERO_EXTENSION -> zeroExtension();
            case CONDITION -> condition(line);
            case STREAM, BEFORE, IMPLIED -> order(line);
            case GIVEN ->
                specification
                        .preamble()
                        .given()
                        .map(given -> "what " + given
                                + " says is not in the stream: whoever reads or writes one has to know it")
                        .orElse("");
            case LIMIT -> headerLimit(line).orElseGet(() -> framing(line));
            case FRAME, ALIGN, OPTIONAL -> framing(line);
            case SINCE -> since(line);
            case CONTINUES -> following(line).orElseGet(() -> continuation(line));
            case RESUMES -> continuation(line);
            case EVOLUTION -> evolution(line);
        };
    }

    private String byteOrder() {
        Optional<Structure> own = structures.stream().findFirst();
        if (own.isPresent() && own.get().byteOrder() != ByteOrder.STREAM) {
            return "the integers of " + own.get().name() + " are "
                    + own.get().byteOrder().word() + "-endian, whatever the stream's byte order is";
        }
        Optional<Preamble.OrderMark> mark = specification.preamble().mark();
        if (mark.isPresent()) {
            return "the octets of " + mark.get().field() + " of " + mark.get().structure()
                    + " tell the byte order of the stream: that in which they have its value";
        }
        return specification
                .endianFlag()
                .map(flag -> "bit " + flag.bit() + " of " + flag.field() + " of " + flag.structure()
                        + " tells the byte order of the stream: 0 is little-endian, 1 is big-endian")
                .orElse("all integers have this byte order");
    }

    private String definition(LayoutLine line) {
        for (Structure structure : structures) {
            for (Structure.Definition definition : structure.definitions()) {
                if (definition.span().equals(line.span())) {
                    return definition.name() + " is "
                            + ExpressionReading.in(specification, structure.name())
                                    .value(definition.value());
                }
            }
        }
        return "";
    }

    private String field(LayoutLine line) {
        return find(line).map(this::field).orElse("");
    }

    private Optional<LineField> find(LayoutLine line) {
        return LineField.of(specification, structures, line).stream().findFirst();
    }

    private String field(LineField found) {
        return found.range()
                .map(range -> FieldReading.ofBits(found.field(), range))
                .orElseGet(() -> FieldReading.of(specification, found.structure(), found.field()));
    }

    private String valueNames(LayoutLine line) {
        return find(line)
                .filter(found -> found.field().type() instanceof FieldType.Enumerated)
                .map(found -> specification.enumeration(
                        ((FieldType.Enumerated) found.field().type()).enumeration()))
                .map(enumeration -> "the values of " + line.names().get(0) + " are called "
                        + Lists.and(enumeration.values().stream()
                                .map(value -> value.name() + " (" + value.spelling() + ")")
                                .toList()))
                .orElse("");
    }

    private String accept(LayoutLine line) {
        return find(line)
                .map(found -> {
                    if (found.field().type() instanceof FieldType.Constant constant) {
                        return "writers write " + constant.value() + " to "
                                + found.field().name() + "; readers take "
                                + Lists.and(constant.accepted().stream()
                                        .map(ExpressionReading::number)
                                        .toList());
                    }
                    return "readers take any value of " + found.field().name()
                            + ", also one without a name; writers should not write such";
                })
                .orElse("");
    }

    private String zeroExtension() {
        return "a body may be shorter than this: the octets that it lacks read as zero; writers write all of them";
    }

    private String condition(LayoutLine line) {
        List<String> readings = new ArrayList<>();
        for (Structure structure : structures) {
            for (Structure.Constraint rule : structure.constraints()) {
                if (rule.span().equals(line.span())) {
                    String of = structures.size() > 1 ? "in " + structure.name() + ", " : "";
                    readings.add(of + of(specification, structure, rule));
                }
            }
        }
        return String.join("; ", readings);
    }

    private String order(LayoutLine line) {
        for (StreamGrammar stream : specification.streams()) {
            if (stream.span().equals(line.span())) {
                return stream(stream);
            }
        }
        for (Precedence rule : specification.precedences()) {
            if (rule.span().equals(line.span())) {
                return "where they occur, the first "
                        + String.join(", and that before the first ", rule.order())
                                .replaceFirst(", and that", " stands");
            }
        }
        return specification.implications().stream()
                .filter(rule -> rule.span().equals(line.span()))
                .map(rule -> "in a stream " + rule.stream() + " without " + rule.record()
                        + ", readers act as if one stood before the first " + rule.before())
                .findFirst()
                .orElse("");
    }

    private String evolution(LayoutLine line) {
        return specification.evolution().stream()
                .filter(rule -> rule.span().equals(line.span()))
                .map(EvolutionReading::of)
                .findFirst()
                .orElse("");
    }

    private String stream(StreamGrammar stream) {
        String when = stream.when()
                .map(condition ->
                        ", where " + ExpressionReading.in(specification, "").condition(condition) + ",")
                .orElse("");
        return "a stream " + stream.name() + when + " is " + PatternReading.of(stream.pattern());
    }

    private String framing(LayoutLine line) {
        if (specification.framing().isEmpty()) {
            return "";
        }
        Framing framing = specification.framing().get();
        String length = framing.length().orElse("a record");
        return switch (line.subject()) {
            case FRAME ->
                framing.isTagged()
                        ? "a record begins with its " + framing.type()
                                + ", is as long as its own layout makes it, and the next" + " one follows at once"
                        : "a record is its " + framing.type() + ", the length of its body in octets as " + length
                                + ", the " + framing.body() + " itself, and padding";
            case ALIGN -> "zero octets fill each record up to a multiple of " + framing.alignment() + " octets";
            case OPTIONAL ->
                framing.optional()
                        .map(condition -> "readers may skip a record that they do not know where "
                                + ExpressionReading.in(specification, framing.structure())
                                        .condition(condition))
                        .orElse("");
            default ->
                framing.isTagged()
                        ? length + " has at most " + limit(framing.limit()) + " octets"
                        : length + " is at most " + limit(framing.limit());
        };
    }

    private Optional<String> headerLimit(LayoutLine line) {
        return specification.preamble().limits().stream()
                .filter(limit -> limit.span().equals(line.span()))
                .map(limit -> limit.header() + " has at most " + limit(limit.octets()) + " octets")
                .findFirst();
    }

    private Optional<String> following(LayoutLine line) {
        return specification.preamble().continuations().stream()
                .filter(next -> next.span().equals(line.span()))
                .map(this::following)
                .findFirst();
    }

    private String following(Preamble.Continuation next) {
        String when = next.when()
                .map(condition ->
                        ", where " + ExpressionReading.in(specification, "").condition(condition) + ",")
                .orElse("");
        String until = next.until().isEmpty() ? "" : ", and lasts until its " + Lists.or(next.until());
        return "behind " + next.header() + when + " a stream of " + next.specification() + " begins" + until;
    }

    private static String limit(long octets) {
        return ExpressionReading.number(BigInteger.valueOf(octets))
                + (octets % MEBIBYTE == 0 ? " (" + octets / MEBIBYTE + " MiB)" : "");
    }

    private String since(LayoutLine line) {
        return specification.records().stream()
                .filter(kind -> line.names().contains(kind.name()))
                .flatMap(kind -> kind.since().stream())
                .findFirst()
                .map(version -> Lists.and(line.names()) + " came with version " + version)
                .orElse("");
    }

    private String continuation(LayoutLine line) {
        Optional<RecordKind.Continuation> found = specification.records().stream()
                .filter(kind -> line.names().contains(kind.name()))
                .flatMap(kind -> kind.continuation().stream())
                .findFirst();
        if (found.isEmpty()) {
            return "";
        }
        RecordKind.Continuation stream = found.get();
        if (line.subject() == LayoutLine.Subject.CONTINUES) {
            return "behind " + line.names().get(0) + " a stream of " + stream.specification()
                    + " begins, and lasts until its " + Lists.or(stream.until());
        }
        String unless = stream.unless().isEmpty() ? "" : ", unless " + Lists.or(stream.unless()) + " comes next";
        return "where that stream has stopped but not ended, it goes on behind " + Lists.or(stream.resumedBehind())
                + unless;
    }
}
