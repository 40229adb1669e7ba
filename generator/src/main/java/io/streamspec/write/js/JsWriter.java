package io.streamspec.write.js;

import io.streamspec.model.Enumeration;
import io.streamspec.model.Field;
import io.streamspec.model.Framing;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Writes readers in JavaScript: one script that is the same for all, and one for each specification, to be loaded behind
 * it. Together they are the global {@code streamspec}.
 */
public final class JsWriter {

    /** The name of the script that the others need. */
    public static final String RUNTIME = "streamspec-reader.js";

    private static final DiagnosticId JS_UNSUPPORTED = DiagnosticId.warning("js-unsupported");
    private static final List<String> PARTS = List.of("values.js", "cursor.js", "parts.js", "stream.js", "hex.js");

    private JsWriter() {}

    /** The scripts, in the order in which they have to be loaded. */
    public static List<OutputFile> write(List<Specification> specifications, Diagnostics diagnostics) {
        List<OutputFile> files = new ArrayList<>();
        StringBuilder runtime = new StringBuilder();
        PARTS.forEach(part -> runtime.append(resource(part)));
        files.add(new OutputFile(RUNTIME, runtime.toString()));
        for (Specification specification : specifications) {
            reportVaryingHead(specification, diagnostics);
            specification
                    .preamble()
                    .given()
                    .ifPresent(given -> diagnostics.report(JS_UNSUPPORTED
                            .at(
                                    specification.span(),
                                    "'%s' is not in the stream, so that the decoder page ends where something depends on it",
                                    given)
                            .hint("generated Java readers are told it")));
            files.add(new OutputFile(specification.pageName() + ".reader.js", script(specification)));
        }
        return files;
    }

    private static void reportVaryingHead(Specification specification, Diagnostics diagnostics) {
        Optional<Framing> framing = specification.framing();
        if (framing.isEmpty() || JsStream.headSize(specification, framing.get()).isPresent()) {
            return;
        }
        boolean isTagged = framing.get().isTagged();
        String problem = isTagged
                ? "records that begin with '" + framing.get().type() + "' tell no length"
                : "'" + framing.get().body() + "' starts at no fixed place in its frame";
        diagnostics.report(JS_UNSUPPORTED
                .at(framing.get().span(), "%s, so that the decoder page shows headers only", problem)
                .hint(isTagged ? "streamspec inspect shows them" : "let only fields of fixed size stand before it"));
    }

    private static String script(Specification specification) {
        JsCode code = new JsCode();
        Anchors anchors = new Anchors(specification);
        code.line("// Generated from a specification; changes belong there. Needs %s.", RUNTIME);
        code.line("(function (streamspec) {");
        code.line("'use strict';").line("");
        code.line("const { arithmetic, bits, within } = streamspec;").line("");
        specification.enumerations().forEach(enumeration -> addEnumeration(enumeration, anchors, code));
        for (Structure structure : specification.structures()) {
            JsStructure.add(specification, structure, fields(specification, structure), anchors, code);
        }
        JsStream.add(specification, code);
        return code.line("})(globalThis.streamspec);").toString();
    }

    /** The fields that are read as one: of a frame those before the body, of a body those before the padding. */
    private static List<Field> fields(Specification specification, Structure structure) {
        Optional<Framing> frame =
                specification.framing().filter(framing -> framing.structure().equals(structure.name()));
        if (frame.isPresent()) {
            return JsStream.head(specification, frame.get());
        }
        return specification.recordsOf(structure.name()).isEmpty() ? structure.fields() : JsStream.unpadded(structure);
    }

    private static void addEnumeration(Enumeration enumeration, Anchors anchors, JsCode code) {
        code.line("const %s = {", JsStructure.enumeration(enumeration.name()));
        code.line("name: %s,", JsText.literal(enumeration.name()));
        code.line("isShown: %s,", anchors.isShown(enumeration));
        code.line("values: new Map([");
        Set<Object> seen = new HashSet<>();
        for (Enumeration.Value value : enumeration.values()) {
            if (seen.add(value.value())) {
                code.line("[%s, %s],", JsText.literal(value.value().toString()), JsText.literal(value.name()));
            }
        }
        code.line("]),");
        code.line("};").line("");
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(JsWriter.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
