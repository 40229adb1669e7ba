package io.streamspec.write.java;

import io.streamspec.write.OutputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code programs/RoundTrip.java}, whose every public method is a test of generated code. */
class GeneratedCodeTest {

    @TestFactory
    Stream<DynamicTest> generated_codecs_work_for_a_program_that_uses_them() throws ReflectiveOperationException {
        List<OutputFile> files = new ArrayList<>(JavaWriterTest.generate(Models.libxc(), Models.libxl()));
        files.add(new OutputFile("RoundTrip.java", read(Path.of("src/test/resources/programs/RoundTrip.java"))));
        Class<?> program = Compiled.of(files).loadClass("RoundTrip");
        return Arrays.stream(program.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(method -> DynamicTest.dynamicTest(method.getName(), () -> run(method)));
    }

    private static void run(Method method) throws Throwable {
        try {
            method.invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
