package io.streamspec.example;

import io.streamspec.runtime.Octets;
import io.streamspec.write.OutputFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteOrder;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

/** Generated code and programs that use it, compiled and run in memory: no file is written, and nothing stays behind. */
final class Workbench {

    private final ClassLoader classes;

    private Workbench(ClassLoader classes) {
        this.classes = classes;
    }

    /** What kept the programs from being run. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean withoutCompiler;

        Refusal(String message, boolean withoutCompiler) {
            super(message);
            this.withoutCompiler = withoutCompiler;
        }

        /** Whether this Java has no compiler, or its classes cannot be found. */
        boolean isWithoutCompiler() {
            return withoutCompiler;
        }
    }

    /** Compiles all of {@code files}. */
    static Workbench of(List<OutputFile> files) throws Refusal {
        Optional<JavaCompiler> compiler = Optional.ofNullable(ToolProvider.getSystemJavaCompiler());
        if (compiler.isEmpty()) {
            throw new Refusal("this Java has no compiler", true);
        }
        Map<String, ByteArrayOutputStream> compiled = new HashMap<>();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<JavaFileObject> sources = new ArrayList<>();
        files.forEach(file -> sources.add(new Source(file)));
        List<String> options = List.of("-classpath", runtime(), "-proc:none", "-Xlint:none", "-implicit:none");
        try (StandardJavaFileManager standard = compiler.get().getStandardFileManager(problems, Locale.ROOT, null);
                JavaFileManager memory = new Memory(standard, compiled)) {
            boolean fine = compiler.get()
                    .getTask(null, memory, problems, options, null, sources)
                    .call();
            if (!fine) {
                throw new Refusal(firstError(problems), false);
            }
        } catch (IOException e) {
            throw new Refusal(String.valueOf(e.getMessage()), false);
        }
        return new Workbench(new Classes(compiled));
    }

    /** Where the classes are that generated code needs: a jar, or a folder. */
    private static String runtime() throws Refusal {
        CodeSource source = Octets.class.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI()).toString();
        } catch (java.net.URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            throw new Refusal("the classes that generated code needs are in no file", true);
        }
    }

    private static String firstError(DiagnosticCollector<JavaFileObject> problems) {
        return problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .map(problem -> problem.getMessage(Locale.ROOT))
                .findFirst()
                .orElse("the compiler does not say why");
    }

    /** What the static method {@code method} of the class {@code type} returns. */
    <T> T run(Class<T> result, String type, String method, Object... arguments) throws Refusal {
        try {
            Class<?>[] types = arguments.length == 1
                    ? new Class<?>[] {ByteOrder.class}
                    : new Class<?>[] {byte[].class, ByteOrder.class};
            return result.cast(
                    Class.forName(type, true, classes).getMethod(method, types).invoke(null, arguments));
        } catch (ReflectiveOperationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new Refusal(cause.toString(), false);
        }
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

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> compiled;

        Memory(JavaFileManager standard, Map<String, ByteArrayOutputStream> compiled) {
            super(standard);
            this.compiled = compiled;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return compiled.computeIfAbsent(name, unseen -> new ByteArrayOutputStream());
                }
            };
        }
    }

    /** The compiled classes, which hide others of the same names, such as those that this very build made before. */
    private static final class Classes extends ClassLoader {
        private final Map<String, ByteArrayOutputStream> compiled;

        Classes(Map<String, ByteArrayOutputStream> compiled) {
            super(Octets.class.getClassLoader());
            this.compiled = compiled;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            ByteArrayOutputStream octets = compiled.get(name);
            if (octets == null) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? defineClass(name, octets.toByteArray(), 0, octets.size()) : loaded;
            }
        }
    }
}
