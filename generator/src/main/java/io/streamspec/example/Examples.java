package io.streamspec.example;

import io.streamspec.example.SpecificationExamples.RuleExample;
import io.streamspec.example.SpecificationExamples.StructureExample;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import io.streamspec.write.OutputFile;
import io.streamspec.write.java.JavaApi;
import io.streamspec.write.java.JavaWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes the examples of specifications: samples are chosen, written as Java, compiled, encoded, checked and dissected. */
public final class Examples {

    static final DiagnosticId EXAMPLE_UNSOUND = DiagnosticId.warning("example-unsound");
    static final DiagnosticId EXAMPLES_MISSING = DiagnosticId.note("examples-missing");

    private static final String PACKAGE = "examples";
    private static final String PROGRAM = "samples"; // types of generated code begin with no small letter
    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private final List<Specification> specifications;
    private final Diagnostics diagnostics;
    private final Map<String, Map<String, Value.Group>> values = new LinkedHashMap<>();
    private final Map<String, JavaApi> apis = new LinkedHashMap<>();
    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();

    private Examples(List<Specification> specifications, Diagnostics diagnostics) {
        this.specifications = specifications;
        this.diagnostics = diagnostics;
    }

    /** The examples by the specification's name. Those that cannot be had are diagnostics, none of them an error. */
    public static Map<String, SpecificationExamples> of(List<Specification> specifications, Diagnostics diagnostics) {
        return new Examples(specifications, diagnostics).all();
    }

    private Map<String, SpecificationExamples> all() {
        Map<String, SpecificationExamples> all = new LinkedHashMap<>();
        for (Specification specification : specifications) {
            values.put(specification.name(), Sampler.of(specification, diagnostics));
        }
        Optional<Workbench> workbench = workbench();
        for (Specification specification : specifications) {
            Map<String, Value.Group> chosen = values.getOrDefault(specification.name(), Map.of());
            Map<String, RuleExample> rules = RuleExamples.of(specification, chosen);
            Map<String, StructureExample> structures =
                    workbench.map(bench -> run(specification, bench)).orElse(Map.of());
            all.put(specification.name(), new SpecificationExamples(structures, rules));
        }
        return all;
    }

    private Optional<Workbench> workbench() {
        Diagnostics found = new Diagnostics();
        List<OutputFile> files = new ArrayList<>(JavaWriter.write(specifications, PACKAGE, found));
        if (found.hasErrors()) {
            Diagnostic first = found.sorted().get(0);
            missing(first.span(), first.message());
            return Optional.empty();
        }
        apis.putAll(JavaApi.of(specifications, PACKAGE));
        apis.forEach((name, api) -> files.add(program(name, api)));
        try {
            return specifications.isEmpty() ? Optional.empty() : Optional.of(Workbench.of(files));
        } catch (Workbench.Refusal e) {
            missing(specifications.get(0).span(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void missing(Span span, String why) {
        diagnostics.report(EXAMPLES_MISSING
                .at(span, "pages come without encoded examples: %s", why)
                .hint("examples need a JDK, and codecs that can be generated"));
    }

    private OutputFile program(String name, JavaApi api) {
        Specification specification = specifications.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        List<Sample> programs = new Samples(specification, api, values.getOrDefault(name, Map.of())).all();
        samples.put(name, programs);
        StringBuilder methods = new StringBuilder();
        for (int i = 0; i < programs.size(); i++) {
            methods.append(
                    """
                    public static byte[] encode%1$d(java.nio.ByteOrder order) throws Exception {
                    %2$s}
                    public static String check%1$d(byte[] octets, java.nio.ByteOrder order) throws Exception {
                    %3$s}
                    """
                            .formatted(
                                    i,
                                    programs.get(i).encoding(),
                                    programs.get(i).checking()));
        }
        String text =
                """
                package %s;
                import io.streamspec.runtime.Octets;
                import io.streamspec.runtime.Scalars;
                import java.util.List;
                import java.util.Optional;
                public final class %s {
                %s}
                """
                        .formatted(api.packageName(), PROGRAM, methods);
        return new OutputFile(api.packageName().replace('.', '/') + "/" + PROGRAM + ".java", text);
    }

    private Map<String, StructureExample> run(Specification specification, Workbench bench) {
        Map<String, StructureExample> examples = new LinkedHashMap<>();
        List<Sample> programs = samples.getOrDefault(specification.name(), List.of());
        for (int i = 0; i < programs.size(); i++) {
            Sample sample = programs.get(i);
            Structure structure = specification.structure(sample.structure());
            try {
                examples.put(structure.name(), example(specification, structure, sample, i, bench));
            } catch (Workbench.Refusal e) {
                diagnostics.report(EXAMPLE_UNSOUND
                        .at(
                                structure.span(),
                                "the example of '%s' is unsound: %s",
                                structure.name(),
                                String.valueOf(e.getMessage()))
                        .hint("this is a mistake of the generator: report it, with the document"));
            }
        }
        return examples;
    }

    private StructureExample example(
            Specification specification, Structure structure, Sample sample, int index, Workbench bench)
            throws Workbench.Refusal {
        String program = Objects.requireNonNull(apis.get(specification.name())).packageName() + "." + PROGRAM;
        byte[] octets = bench.run(byte[].class, program, "encode" + index, ORDER);
        String violations = bench.run(String.class, program, "check" + index, octets, ORDER);
        Map<String, Value.Group> earlier = values.getOrDefault(specification.name(), Map.of());
        Dissection dissection = Dissection.of(specification, structure, ByteBuffer.wrap(octets), ORDER, earlier);
        boolean isFrame = specification
                .framing()
                .filter(framing -> framing.structure().equals(structure.name()))
                .isPresent();
        if (!violations.isEmpty() || dissection.fault().isPresent()) {
            throw new Workbench.Refusal(violations + dissection.fault().orElse(""), false);
        } else if (!isFrame && !dissection.values().equals(earlier.get(structure.name()))) {
            throw new Workbench.Refusal("it reads back as " + dissection.values(), false);
        }
        return new StructureExample(sample.java(), dissection.parts());
    }
}
