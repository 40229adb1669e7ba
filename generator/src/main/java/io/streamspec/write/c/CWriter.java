package io.streamspec.write.c;

import io.streamspec.model.Framing;
import io.streamspec.model.Specification;
import io.streamspec.model.StreamGrammar;
import io.streamspec.model.Structure;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes a header of C11, which C++11 takes too: one for each specification, that needs no other. */
public final class CWriter {

    private final Specification specification;
    private final CNames names;
    private final CLayout layout;
    private final CParameters parameters;
    private final Unsupported unsupported;
    private final CCode code = new CCode();

    private CWriter(Specification specification, Diagnostics diagnostics) {
        this.specification = specification;
        this.names = new CNames(specification, prelude());
        this.layout = new CLayout(specification, names);
        this.parameters = new CParameters(specification);
        this.unsupported = new Unsupported(layout, diagnostics);
    }

    /** The headers of {@code specifications}; what C cannot say is reported. */
    public static List<OutputFile> write(List<Specification> specifications, Diagnostics diagnostics) {
        return specifications.stream()
                .map(specification -> new OutputFile(
                        specification.pageName() + ".h", new CWriter(specification, diagnostics).header()))
                .toList();
    }

    private String header() {
        List<Structure> ordered = ordered();
        unsupported.report(ordered);
        String guard = CNames.guard(specification.pageName());
        code.comment("", about());
        code.line("#ifndef " + guard).line("#define " + guard).gap();
        for (String library : List.of("assert", "stdbool", "stddef", "stdint", "string")) {
            code.line("#include <" + library + ".h>");
        }
        code.gap()
                .line("#ifdef __cplusplus")
                .line("extern \"C\" {")
                .line("#endif")
                .gap();
        code.line(names.prelude(prelude()));
        CStream stream = new CStream(layout, code);
        stream.addValues();
        ordered.forEach(this::add);
        stream.addFunctions();
        addOrders();
        code.line("#ifdef __cplusplus").line("}").line("#endif").gap().line("#endif");
        return code.toString();
    }

    private List<String> about() {
        return List.of(
                specification.title()
                        + specification
                                .revision()
                                .map(revision -> ", revision " + revision)
                                .orElse(""),
                "Generated from a specification; changes belong there.",
                "The members of a structure lie as in the stream, in its byte order; the functions called after them read"
                        + " and write them, wherever they lie. Where places vary, a function whose name ends in read finds"
                        + " the parts within the octets that there are, and fills in a structure whose name ends in view,"
                        + " which holds numbers in the host's byte order and points into those octets.");
    }

    private void add(Structure structure) {
        new CStructure(layout, structure, code).add();
        new CDefinitions(layout, parameters, structure, code).add();
        boolean isFrame = specification
                .framing()
                .map(Framing::structure)
                .filter(structure.name()::equals)
                .isPresent();
        if (!isFrame && !layout.isFixed(structure) && unsupported.isReadable(structure)) {
            new CReader(layout, parameters, structure, code).add();
        }
    }

    /** All structures, those inside of others first. */
    private List<Structure> ordered() {
        Map<String, Structure> ordered = new LinkedHashMap<>();
        specification.structures().forEach(structure -> place(structure, ordered));
        return List.copyOf(ordered.values());
    }

    private void place(Structure structure, Map<String, Structure> ordered) {
        if (!ordered.containsKey(structure.name())) {
            structure.fields().stream()
                    .flatMap(field -> CParameters.composite(field.type()).stream())
                    .forEach(inner -> place(specification.structure(inner), ordered));
            ordered.put(structure.name(), structure);
        }
    }

    /** The order of records, which a header can only tell. */
    private void addOrders() {
        List<String> orders = new ArrayList<>();
        for (StreamGrammar stream : specification.streams()) {
            orders.add(stream.text().isEmpty() ? "Stream " + stream.name() : stream.text());
        }
        specification
                .precedences()
                .forEach(rule ->
                        orders.add((rule.must() ? "require " : "expect ") + String.join(" before ", rule.order())));
        specification
                .implications()
                .forEach(rule ->
                        orders.add("imply " + rule.record() + " before " + rule.before() + " in " + rule.stream()));
        if (!orders.isEmpty()) {
            orders.add(0, "The order of headers and records (not checked here)");
            code.comment("", orders);
            code.gap();
        }
    }

    private static String prelude() {
        try (InputStream in = Objects.requireNonNull(CWriter.class.getResourceAsStream("prelude.h"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
