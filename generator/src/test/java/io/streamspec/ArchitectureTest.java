package io.streamspec;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a package may import: those before it in the pipeline, and its own library. */
class ArchitectureTest {

    /** In the order in which data flows; writers stand beside each other. */
    private static final List<String> ORDER = List.of(
            "source",
            "report",
            "read",
            "model",
            "resolve",
            "diff",
            "lint",
            "format",
            "write",
            "write.java",
            "write.js",
            "write.html",
            "write.json",
            "write.kaitai",
            "write.c",
            "write.markdown",
            "write.imhex",
            "example",
            "export",
            "files");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.streamspec");

    private static String named(String stage) {
        return "io.streamspec." + stage;
    }

    @ParameterizedTest
    @CsvSource({
        "source, '' ",
        "report, source",
        "read, source",
        "model, source",
        "resolve, 'source read model'",
        "diff, 'source model'",
        "lint, 'source read model diff'",
        "format, 'source read'",
        "write, ''",
        "write.java, 'source model write'",
        "write.js, 'source model write'",
        "write.html, 'source model diff write write.js example'",
        "write.json, 'source model diff write'",
        "example, 'source model diff write write.java'",
        "write.kaitai, 'source model write'",
        "write.c, 'source model write'",
        "write.imhex, 'source model write'",
        "write.markdown, 'source model write write.html'",
        "export, 'source model write write.json write.js write.kaitai write.c write.markdown write.imhex'",
        "files, 'source read write'"
    })
    void a_stage_imports_only_those_before_it(String stage, String allowed) {
        List<String> before = List.of(allowed.split(" "));
        String[] others = ORDER.stream()
                .filter(other -> !other.equals(stage) && !before.contains(other))
                .map(ArchitectureTest::named)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(named(stage))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(named(stage))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.streamspec", "io.streamspec.build")
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "org.antlr.., io.streamspec.read",
        "com.palantir.javapoet.., io.streamspec.write.java",
        "com.vladsch.flexmark.., io.streamspec.write.(html|markdown)",
        "gg.jte.., io.streamspec.write.html..",
        "org.yaml.snakeyaml.., io.streamspec.write.kaitai",
        "com.github.difflib.., io.streamspec.(files|format)",
        "com.fasterxml.jackson.., io.streamspec.(report|write.json|write.html)"
    })
    void a_library_is_used_by_one_stage(String library, String stage) {
        noClasses()
                .that()
                .resideOutsideOfPackage(stage)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    @Test
    void nothing_here_depends_on_maven_or_reads_files_outside_of_files() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.maven..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.streamspec.files")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.nio.file.Files")
                .check(CLASSES);
    }

    /** Names of the formats that this grew up with may stand in examples of Javadoc, not in code. */
    @Test
    void the_generator_knows_no_name_of_xen() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            List<Path> files = sources.filter(Files::isRegularFile).toList();
            assertThat(files).hasSizeGreaterThan(50);
            for (Path file : files) {
                List<String> code = Files.readAllLines(file).stream()
                        .filter(line -> !line.strip().matches("(/?\\*|//).*"))
                        .toList();
                assertThat(String.join("\n", code))
                        .as(file.toString())
                        .doesNotContainPattern("(?i)\\b(xen|libxc|libxl|hvm|pfn|p2m|pfinfo|xtab)\\w*");
            }
        }
    }
}
