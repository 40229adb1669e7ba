package io.streamspec.resolve;

import io.streamspec.model.BitRange;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Extent;
import io.streamspec.model.FieldType;
import io.streamspec.read.Block;
import io.streamspec.read.SpecificationReader;
import io.streamspec.read.Statement;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a table's description makes of the octets that a diagram draws. */
final class FieldTypes {

    private static final Set<Long> NUMBER_WIDTHS = Set.of(1L, 2L, 4L, 8L);

    private final String anchor;
    private final Diagnostics diagnostics;
    private final List<Enumeration> enumerations = new ArrayList<>();

    FieldTypes(String anchor, Diagnostics diagnostics) {
        this.anchor = anchor;
        this.diagnostics = diagnostics;
    }

    /** A type, and the words that are left to describe the field. */
    record Described(FieldType type, String description) {}

    /** The enumerations that the described fields brought. */
    List<Enumeration> enumerations() {
        return List.copyOf(enumerations);
    }

    /** The type of a field of {@code octets} octets; {@code owner} and {@code name} name an enumeration of its values. */
    Described describe(String owner, String name, long octets, Optional<Block.Cell> cell, Span span) {
        if (!NUMBER_WIDTHS.contains(octets)) {
            return octets(name, octets, cell);
        }
        int width = (int) octets;
        if (cell.isEmpty()) {
            return new Described(new FieldType.Scalar(width, List.of(), Optional.empty()), "");
        }
        List<Statement> statements = SpecificationReader.statements(cell.get(), diagnostics).stream()
                .map(FieldTypes::ofNumber)
                .toList();
        reportMixture(name, statements);
        String description = description(statements);
        List<Statement.Constant> constants = only(statements, Statement.Constant.class);
        if (!constants.isEmpty()) {
            Statement.Literal value = constants.get(0).value().unsigned(width * 8);
            Values.checkWidth(value.span(), value.spelling(), value.value(), width * 8, diagnostics);
            return new Described(
                    new FieldType.Constant(width, value.value(), value.spelling(), List.of()), description);
        }
        List<Statement.Bits> bits = only(statements, Statement.Bits.class);
        if (!bits.isEmpty()) {
            return new Described(flags(name, width, bits), description);
        }
        Enumeration enumeration = enumeration(owner + "_" + name, statements, width * 8, span);
        if (!enumeration.values().isEmpty() || !enumeration.reserved().isEmpty()) {
            Values.check(enumeration, width * 8, diagnostics);
            enumerations.add(enumeration);
            return new Described(new FieldType.Enumerated(width, enumeration.name()), description);
        }
        return new Described(scalar(width, statements), description);
    }

    /** Octets in quotes are words where a number stands, for they would not say in which order. */
    private static Statement ofNumber(Statement statement) {
        return statement instanceof Statement.OctetConstant octets
                ? new Statement.Text(octets.text(), List.of(), Optional.empty(), octets.span())
                : statement;
    }

    /** Octets without inner structure, or constant ones. */
    private Described octets(String name, long octets, Optional<Block.Cell> cell) {
        String words = cell.map(Tables::paragraphs).orElse("");
        if (words.startsWith("0x") || words.startsWith("\"")) {
            List<Statement> statements = SpecificationReader.statements(cell.orElseThrow(), diagnostics);
            Optional<Statement.Literal> value = constant(statements);
            if (value.isPresent()) {
                reportMixture(name, statements);
                return new Described(constant(octets, value.get()), description(statements));
            }
        }
        return new Described(new FieldType.Octets(new Extent.Fixed(octets)), words);
    }

    private static Optional<Statement.Literal> constant(List<Statement> statements) {
        return statements.stream()
                .flatMap(statement -> statement instanceof Statement.OctetConstant octets
                        ? Stream.of(octets.value())
                        : statement instanceof Statement.Constant number ? Stream.of(number.value()) : Stream.empty())
                .findFirst();
    }

    private FieldType constant(long octets, Statement.Literal value) {
        Values.checkOctets(value.span(), value.spelling(), octets, diagnostics);
        return new FieldType.Constant(
                Math.toIntExact(octets), value.value(), value.spelling().replace("0X", "0x"), List.of());
    }

    private FieldType scalar(int width, List<Statement> statements) {
        List<FieldType.ValueRange> allowed = new ArrayList<>();
        Optional<String> unit = Optional.empty();
        for (Statement.Text text : only(statements, Statement.Text.class)) {
            for (Statement.Literal value : text.allowed()) {
                Values.checkWidth(value.span(), value.spelling(), value.value(), width * 8, diagnostics);
                allowed.add(new FieldType.ValueRange(value.value(), value.value()));
            }
            unit = unit.or(text::unit);
        }
        return new FieldType.Scalar(width, allowed, unit);
    }

    private FieldType flags(String name, int width, List<Statement.Bits> statements) {
        List<BitRange> bits = new ArrayList<>();
        for (Statement.Bits range : statements) {
            if (range.high() > 63) {
                diagnostics.report(Faults.BITS_EXCEED_FIELD
                        .at(range.span(), "bit %d lies outside of '%s'", range.high(), name)
                        .hint("the highest bit is %d", width * 8 - 1));
            } else {
                bits.add(bitRange(range));
            }
        }
        bits.sort(java.util.Comparator.comparingInt(BitRange::low));
        Values.checkBits(name, bits, width * 8, diagnostics);
        Values.checkCovered(name, bits, width * 8, statements.get(0).span(), diagnostics);
        return new FieldType.Flags(width, bits);
    }

    private static BitRange bitRange(Statement.Bits range) {
        String name = Words.labelName(range.label().text());
        List<Enumeration.Value> meanings = range.meanings().stream()
                .map(meaning -> value(
                        meaning.value(), meaning.label().text(), meaning.value().span()))
                .toList();
        return new BitRange(
                Words.snake(name),
                range.low(),
                range.high(),
                name.equalsIgnoreCase("reserved"),
                Optional.empty(),
                meanings,
                range.text().text(),
                range.span());
    }

    private Enumeration enumeration(String name, List<Statement> statements, int bits, Span span) {
        List<Enumeration.Value> values = new ArrayList<>();
        List<Enumeration.ReservedRange> reserved = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement instanceof Statement.Range range) {
                Values.checkOrder(range, diagnostics);
                String spelling = range.from().spelling() + " - " + range.to().spelling();
                reserved.add(reserved(
                        range.from().value(),
                        range.to().value(),
                        spelling,
                        range.label().text(),
                        range));
            } else if (statement instanceof Statement.Value value) {
                String label = value.label().text();
                if (Words.labelName(label).equals("reserved")) {
                    BigInteger number = value.value().unsigned(bits).value();
                    reserved.add(reserved(number, number, value.value().spelling(), label, value));
                } else {
                    values.add(value(value.value().unsigned(bits), label, value.span()));
                }
            }
        }
        return new Enumeration(name, anchor, values, reserved, span);
    }

    private static Enumeration.ReservedRange reserved(
            BigInteger from, BigInteger to, String spelling, String label, Statement statement) {
        return new Enumeration.ReservedRange(from, to.max(from), spelling, label, statement.span());
    }

    private static Enumeration.Value value(Statement.Literal literal, String label, Span span) {
        return new Enumeration.Value(
                literal.value(), Words.labelName(label), literal.spelling(), label, Words.remark(label), "", span);
    }

    private void reportMixture(String name, List<Statement> statements) {
        int constants = only(statements, Statement.Constant.class).size()
                + only(statements, Statement.OctetConstant.class).size();
        boolean bits = !only(statements, Statement.Bits.class).isEmpty();
        boolean values = statements.stream()
                .anyMatch(statement -> statement instanceof Statement.Value || statement instanceof Statement.Range);
        if (constants > 1 || (constants > 0 && (bits || values)) || (bits && values)) {
            diagnostics.report(Faults.FIELD_STATEMENTS_MIXED
                    .at(statements.get(statements.size() - 1).span(), "'%s' is described in two ways at once", name)
                    .hint("describe it by one constant, or by values, or by bits"));
        }
    }

    private static String description(List<Statement> statements) {
        List<String> paragraphs = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement instanceof Statement.Text text) {
                paragraphs.add(text.text().text());
            } else if (statement instanceof Statement.OctetConstant octets) {
                paragraphs.add(octets.remark().text());
            } else if (statement instanceof Statement.Constant constant
                    && !constant.remark().isEmpty()) {
                paragraphs.add(constant.remark().text());
            }
        }
        return String.join("\n\n", paragraphs);
    }

    private static <T extends Statement> List<T> only(List<Statement> statements, Class<T> kind) {
        return statements.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
