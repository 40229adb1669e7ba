package io.streamspec;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.streamspec.build.BuildFaults;
import io.streamspec.lint.Catalogue;
import io.streamspec.lint.Meanings;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.SourceText;
import io.streamspec.testing.DocumentFaults;
import io.streamspec.testing.Provocation;
import io.streamspec.testing.Specs;
import io.streamspec.testing.ToolFaults;
import io.streamspec.testing.WriterFaults;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each diagnostic that there is can be provoked, and is not told of what only looks alike. */
class EveryDiagnosticTest {

    @TempDir
    static Path folder;

    static List<Provocation> provocations() {
        return Stream.of(ofDocuments(), ofChecks(), BuildFaults.all(folder), WriterFaults.all(), ToolFaults.all(folder))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Provocation> ofDocuments() {
        return DocumentFaults.all().stream()
                .map(fault -> new Provocation(
                        fault.id(), () -> ids(Specs.read(fault.wrong())), () -> ids(Specs.read(fault.near()))))
                .toList();
    }

    private static List<Provocation> ofChecks() {
        return Catalogue.entries().stream()
                .map(entry -> new Provocation(
                        entry.id().name(),
                        () -> found(entry.document(entry.wrong())),
                        () -> found(entry.document(entry.right()))))
                .toList();
    }

    private static List<String> found(String text) {
        return Provocation.ids(Generator.lint(SourceText.of("test.pandoc", text), Optional.empty(), Optional.empty()));
    }

    private static List<String> ids(Specs.Read read) {
        return Provocation.ids(read.diagnostics());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("provocations")
    void a_fault_is_told_and_what_looks_alike_is_not(Provocation provocation) {
        assertThat(provocation.wrong().get()).contains(provocation.id());
        assertThat(provocation.near().get()).doesNotContain(provocation.id());
    }

    /** All ids that code of the generator can report. */
    private static Set<DiagnosticId> ids() throws IllegalAccessException {
        Set<DiagnosticId> ids = new java.util.HashSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.streamspec")) {
            for (Field field : type.reflect().getDeclaredFields()) {
                if (field.getType() == DiagnosticId.class
                        && java.lang.reflect.Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    ids.add((DiagnosticId) field.get(null));
                }
            }
        }
        return ids;
    }

    @Test
    void every_id_has_a_provocation_and_no_other_has() throws IllegalAccessException {
        assertThat(names(ids().stream().map(DiagnosticId::name)))
                .hasSizeGreaterThan(100)
                .isEqualTo(names(provocations().stream().map(Provocation::id)));
    }

    @Test
    void the_manual_lists_every_id_with_its_severity() throws IllegalAccessException {
        assertThat(names(Meanings.all().stream()
                        .map(meaning -> meaning.id() + " " + meaning.severity().word())))
                .isEqualTo(names(
                        ids().stream().map(id -> id.name() + " " + id.severity().word())));
    }

    private static Set<String> names(Stream<String> names) {
        return names.collect(toCollection(TreeSet::new));
    }
}
