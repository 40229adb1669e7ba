package io.streamspec.write.java;

import io.streamspec.model.Specification;
import io.streamspec.source.SourceText;
import io.streamspec.testing.Specs;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the programs under {@code programs}: each public method of theirs is a test of generated code. */
class GeneratedCodeTest {

    @TestFactory
    Stream<DynamicTest> codecs_of_nested_streams_work_for_a_program_that_uses_them()
            throws ReflectiveOperationException {
        return tests("RoundTrip", JavaWriterTest.generate(Models.libxc(), Models.libxl()));
    }

    @TestFactory
    Stream<DynamicTest> codecs_of_every_shape_of_field_work() throws ReflectiveOperationException {
        return tests("EveryShape", JavaWriterTest.generate(Shapes.all()));
    }

    @TestFactory
    Stream<DynamicTest> what_a_head_says_besides_type_and_length_is_read_written_and_forwarded()
            throws ReflectiveOperationException {
        return tests("HeadFields", JavaWriterTest.generate(model("framed.pandoc")));
    }

    @TestFactory
    Stream<DynamicTest> records_that_begin_with_a_tag_are_as_long_as_their_fields_make_them()
            throws ReflectiveOperationException {
        return tests("Tags", JavaWriterTest.generate(model("tagged.pandoc")));
    }

    @TestFactory
    Stream<DynamicTest> what_is_not_in_a_stream_is_told_to_its_readers_and_writers()
            throws ReflectiveOperationException {
        return tests("Told", JavaWriterTest.generate(model("told.pandoc")));
    }

    private static Specification model(String file) {
        String text = read(Path.of("src/test/resources/programs", file));
        return Specs.read(SourceText.of(file, text), Optional.empty()).model();
    }

    private static Stream<DynamicTest> tests(String program, List<OutputFile> generated)
            throws ReflectiveOperationException {
        List<OutputFile> files = new ArrayList<>(generated);
        String source = program + ".java";
        files.add(new OutputFile(source, read(Path.of("src/test/resources/programs", source))));
        Class<?> compiled = Compiled.of(files).loadClass(program);
        return Arrays.stream(compiled.getDeclaredMethods())
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
