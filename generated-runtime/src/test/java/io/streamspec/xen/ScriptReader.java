package io.streamspec.xen;

import io.streamspec.Generator;
import io.streamspec.export.ExportFormats;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.write.OutputFile;
import io.streamspec.write.html.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.typedarrays.NativeArrayBuffer;

/** Runs the generated JavaScript reader of {@code spec/} in Rhino. Use in one thread, and close it. */
final class ScriptReader implements AutoCloseable {

    /** Reads as a page does: every request is at most a window, and lies in the stream. */
    private static final String DRIVER =
            """
            function readAll(buffer, specification) {
              const octets = new Uint8Array(buffer);
              const reader = streamspec.reader(octets.length, { specification });
              const entries = [];
                      for (let entry = read(); entry !== null && entries.length < 10000; entry = read()) {
                entries.push(entry);
              }
              function read() {
                const generator = reader.next();
                let step = generator.next();
                while (!step.done) {
                  let { offset, octets: count } = step.value;
                  if (count > 65536 || count <= 0 || offset < 0 || offset + count > octets.length) {
                    throw new Error('asks for ' + count + ' octets at ' + offset);
                  }
                  step = generator.next(octets.subarray(offset, offset + count));
                }
                return step.value;
              }
              return entries;
            }
            """;

    private final Context context = Context.enter();
    private final Scriptable scope;

    ScriptReader() {
        context.setLanguageVersion(Context.VERSION_ES6);
        context.setInterpretedMode(true); // its compiler fails on some generators
        scope = context.initStandardObjects();
        for (OutputFile script : scripts()) {
            context.evaluateString(scope, script.text(), script.path(), 1, null);
        }
        context.evaluateString(scope, DRIVER, "driver.js", 1, null);
    }

    private static List<OutputFile> scripts() {
        return Generator.export(
                specifications(), ExportFormats.named(List.of("js")), Optional.empty(), new Diagnostics());
    }

    /** The published pages of the specifications. */
    static List<String> pages() {
        return Generator.html(Site.of(specifications()), new Diagnostics()).stream()
                .map(OutputFile::text)
                .toList();
    }

    private static List<Specification> specifications() {
        Diagnostics diagnostics = new Diagnostics();
        List<Specification> specifications = new ArrayList<>();
<<<<<<< HEAD
        for (String name : List.of(
                "libxc-migration-stream",
                "libxl-migration-stream",
                "xl-save-file",
                "libvirt-save-header",
                "xenopsd-suspend-image")) {
=======
        for (String name :
                List.of("libxc-migration-stream", "libxl-migration-stream", "hvm-context", "xenstore-migration")) {
>>>>>>> d8e4164 (Specifications of the HVM context and of the xenstore stream; bodies whose missing octets are zero)
            Path file = Path.of("..", "spec", name + ".pandoc");
            try {
                SourceText text = SourceText.of(file.getFileName().toString(), Files.readString(file));
                specifications.add(Generator.read(text, Optional.empty(), diagnostics));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return specifications;
    }

    /** A header, a record or a row for a field. */
    record Part(Map<?, ?> properties) {

        String text(String name) {
            Object value = properties.get(name);
            return value == null ? "" : value.toString();
        }

        boolean has(String name) {
            return properties.get(name) != null && !org.mozilla.javascript.Undefined.isUndefined(properties.get(name));
        }

        long number(String name) {
            return ((Number) properties.get(name)).longValue();
        }

        BigInteger integer(String name) {
            return new BigInteger(properties.get(name).toString());
        }

        List<Part> parts(String name) {
            return ((List<?>) properties.get(name))
                    .stream().map(part -> new Part((Map<?, ?>) part)).toList();
        }

        /** The ids of the rules that are broken. */
        List<String> broken() {
            return parts("problems").stream()
                    .map(problem -> problem.text("rule"))
                    .toList();
        }

        /** The row at a path such as {@code param[0].index}. */
        Part at(String path) {
            Part part = this;
            String element = "";
            for (String step : path.split("\\.")) {
                int bracket = step.indexOf('[');
                element = bracket < 0 ? "" : step;
                part = part.row(bracket < 0 ? step : step.substring(0, bracket));
                part = element.isEmpty() ? part : part.row(element);
            }
            return part;
        }

        private Part row(String name) {
            return parts("rows").stream()
                    .filter(row -> row.text("name").equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + name + " in " + text("name")));
        }

        /** The first octets of a field without inner structure. */
        byte[] octets() {
            List<?> shown = (List<?>) properties.get("octetsShown");
            byte[] octets = new byte[shown.size()];
            for (int i = 0; i < octets.length; i++) {
                octets[i] = ((Number) shown.get(i)).byteValue();
            }
            return octets;
        }
    }

    /** All headers and records of a stream that its first octets tell. */
    List<Part> read(byte[] octets) {
        return read(octets, "");
    }

    /** All headers and records of a stream of the specification of that name. */
    List<Part> read(byte[] octets, String specification) {
        NativeArrayBuffer buffer =
                (NativeArrayBuffer) context.newObject(scope, "ArrayBuffer", new Object[] {octets.length});
        System.arraycopy(octets, 0, buffer.getBuffer(), 0, octets.length);
        Function readAll = (Function) ScriptableObject.getProperty(scope, "readAll");
        List<?> entries = (List<?>) readAll.call(context, scope, scope, new Object[] {buffer, specification});
        return entries.stream().map(entry -> new Part((Map<?, ?>) entry)).toList();
    }

    @Override
    public void close() {
        Context.exit();
    }
}
