package io.streamspec.write.js;

import io.streamspec.source.Diagnostics;
import io.streamspec.testing.Specs;
import io.streamspec.write.OutputFile;
import java.util.List;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Scriptable;

/** Runs generated scripts, and expressions over them, in Rhino. Use in one thread, and close it. */
final class Script implements AutoCloseable {

    private final Context context = Context.enter();
    private final Scriptable scope;

    private Script(List<OutputFile> files) {
        context.setLanguageVersion(Context.VERSION_ES6);
        context.setInterpretedMode(true); // its compiler fails on some generators
        scope = context.initStandardObjects();
        files.forEach(file -> run(file.text()));
        run(
                """
                const octetsOf = (text) => streamspec.hex(text).octets;
                function all(text, options) {
                  const octets = octetsOf(text);
                  const reader = streamspec.reader(octets.length, options || {});
                  const entries = [];
                  for (let e = streamspec.run(reader.next(), octets); e; e = streamspec.run(reader.next(), octets)) {
                    entries.push(e);
                  }
                  return entries;
                }
                const held = (row) => row.name + '=' + (row.symbol ?? row.value ?? row.text ?? row.count ?? '')
                    + (row.rows.length ? '{' + row.rows.map(held).join(' ') + '}' : '');
                const told = (entry) => entry.name + ': ' + entry.rows.map(held).join(' ');
                const broken = (entry) => entry.problems.map(({ rule }) => rule).join(' ');
                """);
    }

    /** The scripts of a small document. */
    static List<OutputFile> of(String document) {
        Specs.Read read = Specs.read(document);
        if (!read.errors().isEmpty()) {
            throw new AssertionError(read.rendered());
        }
        return JsWriter.write(List.of(read.model()), new Diagnostics());
    }

    static Script run(List<OutputFile> files) {
        return new Script(files);
    }

    /** The value of an expression or script, as text. */
    String run(String script) {
        return Context.toString(context.evaluateString(scope, script, "test", 1, null));
    }

    @Override
    public void close() {
        Context.exit();
    }
}
