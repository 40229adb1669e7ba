package io.streamspec.example;

import io.streamspec.model.Specification;
import io.streamspec.write.java.JavaApi;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The programs that make samples of a specification's structures. */
final class Samples {

    private final Specification specification;
    private final JavaApi api;
    private final Map<String, Value.Group> values;
    private final Snippet snippet;

    Samples(Specification specification, JavaApi api, Map<String, Value.Group> values) {
        this.specification = specification;
        this.api = api;
        this.values = values;
        this.snippet = new Snippet(specification, api);
    }

    /** A program for each structure that has values; for the frame, one that writes a whole record. */
    List<Sample> all() {
        List<Sample> samples = new ArrayList<>();
        values.forEach((structure, group) -> {
            if (isFrame(structure)) {
                framed().ifPresent(samples::add);
            } else {
                samples.add(plain(structure, group));
            }
        });
        return samples;
    }

    private boolean isFrame(String structure) {
        return specification
                .framing()
                .filter(framing -> framing.structure().equals(structure))
                .isPresent();
    }

    private Sample plain(String structure, Value.Group group) {
        String java = snippet.of(group).text();
        String context = api.encodesInContext(structure) ? ", " + context() : "";
        String encoding =
                """
                var value = %s;
                java.nio.ByteBuffer b = java.nio.ByteBuffer.allocate((int) value.encodedSize()).order(order);
                value.encode(b, 0%s);
                return b.array();
                """
                        .formatted(java, context);
        return new Sample(structure, java, encoding, checking(structure));
    }

    private String checking(String structure) {
        String call =
                switch (api.check(structure)) {
                    case NONE -> "";
                    case ELEMENT -> "%s.check(b, 0, validation);";
                    case BODY -> "%s.check(io.streamspec.runtime.Body.of(b, 0, octets.length), validation);";
                    case BODY_IN_CONTEXT ->
                        "%s.check(io.streamspec.runtime.Body.of(b, 0, octets.length), " + context() + ", validation);";
                };
        return """
                java.nio.ByteBuffer b = java.nio.ByteBuffer.wrap(octets).order(order);
                io.streamspec.runtime.Validation validation = io.streamspec.runtime.Validation.strict();
                %s
                return validation.isClean() ? "" : validation.violations().toString();
                """
                .formatted(call.replace("%s", api.type(structure)));
    }

    private String context() {
        return api.remembered().stream()
                .filter(values::containsKey)
                .map(structure -> ".remember(" + made(structure).text() + ")")
                .collect(Collectors.joining("", "new " + api.context() + "()", ""));
    }

    /** A record written by the generated writer behind the headers, the one that shows padding if there is one. */
    private Optional<Sample> framed() {
        int alignment = specification.framing().orElseThrow().alignment();
        Sizes sizes = new Sizes(specification);
        return specification.records().stream()
                .filter(kind -> kind.continuation().isEmpty() && !kind.deprecated())
                .flatMap(kind -> kind.structure().stream())
                .filter(structure -> values.containsKey(structure) && !api.encodesInContext(structure))
                .min(Comparator.comparing(structure -> {
                    long size = sizes.of(value(structure));
                    return (size > 0 && size % alignment != 0 ? 0 : size > 0 ? 1000 : 2000) + Math.min(size, 999);
                }))
                .filter(structure -> values.keySet().containsAll(specification.headers()))
                .map(this::framed);
    }

    private JavaTerm made(String structure) {
        return snippet.of(value(structure));
    }

    private Value.Group value(String structure) {
        return Objects.requireNonNull(values.get(structure));
    }

    private Sample framed(String body) {
        String java = JavaTerm.call("writer.write", made(body)).text() + ";";
        String headers = specification.headers().stream()
                .map(header -> ", " + made(header).text())
                .collect(Collectors.joining());
        String order = api.writesInGivenOrder() ? ", order" : "";
        String encoding =
                """
                java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
                %1$s writer = %1$s.to(out%2$s%3$s);
                writer.unchecked();
                writer.flush();
                int before = out.size();
                %4$s
                writer.flush();
                return java.util.Arrays.copyOfRange(out.toByteArray(), before, out.size());
                """
                        .formatted(api.writer(), order, headers, java);
        String frame = specification.framing().orElseThrow().structure();
        return new Sample(frame, java, encoding, "return \"\";\n");
    }
}
