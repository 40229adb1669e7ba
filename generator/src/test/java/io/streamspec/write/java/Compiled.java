package io.streamspec.write.java;

import io.streamspec.write.OutputFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Generated files compiled in memory as users compile them: release 17, every lint an error. */
final class Compiled extends ClassLoader {

    private final Map<String, ByteArrayOutputStream> classes = new TreeMap<>();

    private Compiled() {
        super(Compiled.class.getClassLoader());
    }

    static Compiled of(List<OutputFile> files) {
        Compiled compiled = new Compiled();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<JavaFileObject> sources = new ArrayList<>();
        files.forEach(file -> sources.add(new Source(file)));
        List<String> options =
                List.of("--release", "17", "-Xlint:all", "-Werror", "-proc:none", "-Xdoclint:html,syntax,reference");
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(problems, null, null)) {
            JavaFileManager memory = compiled.new Memory(standard);
            boolean fine = compiler.getTask(null, memory, problems, options, null, sources)
                    .call();
            if (!fine) {
                throw new AssertionError(describe(problems, files));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return compiled;
    }

    /** The binary names of all classes. */
    List<String> names() {
        return List.copyOf(classes.keySet());
    }

    private static String describe(DiagnosticCollector<JavaFileObject> problems, List<OutputFile> files) {
        StringBuilder out = new StringBuilder();
        for (Diagnostic<? extends JavaFileObject> problem : problems.getDiagnostics()) {
            out.append(problem).append('\n');
        }
        return out.toString();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ByteArrayOutputStream octets = classes.get(name);
        if (octets == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, octets.toByteArray(), 0, octets.size());
    }

    private static final class Source extends SimpleJavaFileObject {
        private final OutputFile file;

        Source(OutputFile file) {
            super(URI.create("memory:///" + file.path()), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }
    }

    private final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        Memory(JavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream octets = new ByteArrayOutputStream();
                    classes.put(name, octets);
                    return octets;
                }
            };
        }
    }
}
