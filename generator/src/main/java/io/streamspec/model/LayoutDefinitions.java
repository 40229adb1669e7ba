package io.streamspec.model;

import io.streamspec.model.RecordMatrix.Presence;
import io.streamspec.model.Section.Content;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of those layout lines that say what something is, each with the rules that report where it is not so. */
final class LayoutDefinitions {

    private static final String STREAM = "stream";

    private final Specification specification;
    private final Set<String> others;
    private final Map<String, Rule> definitions = new LinkedHashMap<>();
    private String anchor = "";

    private LayoutDefinitions(Specification specification, Set<String> others) {
        this.specification = specification;
        this.others = others;
    }

    /** The definitions of {@code specification}, whose rules but for those of running text are {@code others}. */
    static List<Rule> of(Specification specification, Set<String> others) {
        LayoutDefinitions found = new LayoutDefinitions(specification, others);
        for (Section section : specification.sections()) {
            found.anchor = section.anchor();
            for (Content content : section.contents()) {
                if (content instanceof Content.Rules block) {
                    List<Structure> structures = block.structures().stream()
                            .map(specification::structure)
                            .toList();
                    block.lines().forEach(line -> found.add(line, structures));
                }
            }
        }
        return List.copyOf(found.definitions.values());
    }

    private void add(LayoutLine line, List<Structure> structures) {
        switch (line.subject()) {
            case SHORT_NAME -> add(line, Optional.empty(), STREAM, "short_name", List.of());
            case BYTE_ORDER -> byteOrder(line, structures);
            case DEFINITION -> name(line, structures);
            case FIELD -> fields(line, structures, "typed");
            case VALUE_NAMES -> fields(line, structures, "named");
            case ACCEPT -> fields(line, structures, "accepted");
            case ZERO_EXTENSION -> zeroExtension(line, structures);
            case FRAME -> frame(line, "framed", "order.complete");
            case ALIGN -> frame(line, "aligned", padding());
            case OPTIONAL ->
                frame(
                        line,
                        "optional",
                        specification.framing().map(Framing::type).orElse("") + ".known");
            case GIVEN ->
                specification
                        .preamble()
                        .given()
                        .ifPresent(given -> add(line, Optional.of(given), given, "given", List.of()));
            case SINCE -> records(line, "since");
            case CONTINUES -> {
                records(line, "continues");
                headers(line);
            }
            case RESUMES -> records(line, "resumes");
            case CONDITION, LIMIT, STREAM, BEFORE, IMPLIED, EVOLUTION -> {
                // rules of their own
            }
        }
    }

    private void byteOrder(LayoutLine line, List<Structure> structures) {
        Optional<Structure> own =
                structures.stream().findFirst().filter(structure -> structure.byteOrder() != ByteOrder.STREAM);
        List<String> reports = own.stream()
                .flatMap(structure -> structure.fields().stream()
                        .filter(field -> isTold(field.type()))
                        .map(field -> RuleIds.of(structure.name(), field.name(), "constant")))
                .limit(1)
                .toList();
        if (own.isEmpty()) {
            reports =
                    specification
                            .preamble()
                            .mark()
                            .map(mark -> RuleIds.of(mark.structure(), mark.field(), "constant"))
                            .stream()
                            .toList();
        }
        Optional<String> structure = own.map(Structure::name);
        add(line, structure, structure.orElse(STREAM), "byte_order", reports);
    }

    /** Whether the order of its octets can be told from the value. */
    private static boolean isTold(FieldType type) {
        if (!(type instanceof FieldType.Constant constant)) {
            return false;
        }
        BigInteger turned = BigInteger.ZERO;
        for (int i = 0; i < constant.octets(); i++) {
            BigInteger octet = constant.value().shiftRight(8 * i).and(BigInteger.valueOf(0xFF));
            turned = turned.shiftLeft(8).or(octet);
        }
        return !turned.equals(constant.value()) && !constant.accepted().contains(turned);
    }

    private void name(LayoutLine line, List<Structure> structures) {
        structures.stream().findFirst().ifPresent(structure -> {
            String subject = structure.name() + "." + line.names().get(0);
            add(line, Optional.of(structure.name()), subject, "defined", List.of());
        });
    }

    private void zeroExtension(LayoutLine line, List<Structure> structures) {
        structures.forEach(structure -> add(
                line,
                Optional.of(structure.name()),
                structure.name(),
                "zero_extended",
                List.of(RuleIds.layout(structure.name()))));
    }

    private void fields(LayoutLine line, List<Structure> structures, String what) {
        for (LineField field : LineField.of(specification, structures, line)) {
            Optional<String> structure = Optional.of(field.structure().name());
            add(line, structure, field.path(), what, reports(field, what));
        }
    }

    /** A field of the wrong type shows by its value, or by octets that are missing or left. */
    private static List<String> reports(LineField line, String what) {
        List<String> reports = new ArrayList<>();
        valueRule(line).ifPresent(kind -> reports.add(line.path() + "." + kind));
        boolean isLonger = line.field().type() instanceof FieldType.Array
                || line.field().when().isPresent();
        if (what.equals("typed") && line.range().isEmpty() && (reports.isEmpty() || isLonger)) {
            reports.add(RuleIds.layout(line.structure().name()));
        }
        return reports;
    }

    private static Optional<String> valueRule(LineField line) {
        if (line.range().isPresent() || line.element() instanceof FieldType.Enumerated) {
            return Optional.of("known");
        } else if (line.element() instanceof FieldType.Constant) {
            return Optional.of("constant");
        }
        return line.field().isIgnored() ? Optional.of("zero") : Optional.empty();
    }

    private String padding() {
        return specification.framing().map(framing -> specification.structure(framing.structure())).stream()
                .flatMap(frame -> frame.fields().stream())
                .filter(field -> field.type() instanceof FieldType.Padding)
                .map(field -> field.name() + ".zero")
                .findFirst()
                .orElse("");
    }

    private void frame(LayoutLine line, String what, String report) {
        specification.framing().ifPresent(framing -> {
            Optional<String> frame = Optional.of(framing.structure());
            boolean isWide = report.startsWith("order.");
            String id = isWide ? report : framing.structure() + "." + report;
            add(line, frame, framing.structure(), what, List.of(id));
        });
    }

    private void records(LayoutLine line, String what) {
        for (RecordKind kind : specification.records()) {
            if (line.names().contains(kind.name())) {
                List<String> reports =
                        what.equals("since") ? streamsWithout(kind.name()) : List.of(RuleIds.order("streams_inside"));
                add(line, kind.structure(), RuleIds.snake(kind.name()), what, reports);
            }
        }
    }

    private void headers(LayoutLine line) {
        specification.preamble().continuations().stream()
                .filter(next -> next.span().equals(line.span()))
                .forEach(next -> add(
                        line,
                        Optional.of(next.header()),
                        next.header(),
                        "continues",
                        List.of(RuleIds.order("streams_inside"))));
    }

    private List<String> streamsWithout(String record) {
        return RecordMatrix.of(specification).entrySet().stream()
                .filter(row -> row.getKey().name().equals(record))
                .flatMap(row -> row.getValue().entrySet().stream())
                .filter(cell -> cell.getValue() == Presence.FORBIDDEN || cell.getValue() == Presence.IMPLIED)
                .map(cell -> RuleIds.order(cell.getKey()))
                .toList();
    }

    /** Two lines can say the same, and a condition may be called as a definition is: each line keeps an id of its own. */
    private void add(LayoutLine line, Optional<String> structure, String subject, String what, List<String> reports) {
        String id = subject + "." + what;
        while (others.contains(id) || definitions.containsKey(id)) {
            id += "_too";
        }
        String text = line.span().text().stripIndent().strip();
        List<String> known = reports.stream().filter(others::contains).toList();
        definitions.put(
                id,
                new Rule(
                        id, Rule.Kind.DEFINITION, true, structure, Optional.empty(), text, anchor, known, line.span()));
    }
}
