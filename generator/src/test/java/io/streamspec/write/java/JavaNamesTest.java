package io.streamspec.write.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaNamesTest {

    @Test
    void names_follow_java_custom() {
        assertThat(JavaNames.type("x86_pv_info", "")).isEqualTo("X86PvInfo");
        assertThat(JavaNames.type("PAGE_DATA", "")).isEqualTo("PageData");
        assertThat(JavaNames.type("object", "Structure")).isEqualTo("ObjectStructure");
        assertThat(JavaNames.type("con", "Structure")).isEqualTo("ConStructure");
        assertThat(JavaNames.member("page_shift")).isEqualTo("pageShift");
        assertThat(JavaNames.member("bodyLength")).isEqualTo("bodyLength");
        assertThat(JavaNames.member("class")).isEqualTo("classValue");
        assertThat(JavaNames.member("hash_code")).isEqualTo("hashCodeValue");
        assertThat(JavaNames.member("4k pages")).isEqualTo("_4kPages");
        assertThat(JavaNames.constant("x86 PV")).isEqualTo("X86_PV");
        assertThat(JavaNames.segment("Package")).isEqualTo("packagestream");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class",
                "record",
                "sealed",
                "permits",
                "yield",
                "var",
                "_",
                "int",
                "true",
                "null",
                "goto",
                "hash_code",
                "to_string",
                "get_class",
                "notify",
                "notify_all",
                "wait",
                "clone",
                "finalize",
                "equals",
                "size",
                "length",
                "count",
                "encode",
                "encoded_size",
                "decode",
                "violations",
                "record_type",
                "of",
                "bits",
                "b",
                "at",
                "context",
                "position",
                "end",
                "element",
                "slice",
                "start",
                "room",
                "part",
                "i",
                "object",
                "string",
                "list",
                "octets",
                "optional",
                "byte_buffer",
                "override",
                "math",
                "long",
                "integer",
                "con",
                "aux",
                "nul",
                "com1",
                "require",
                "require_layout",
                "value",
                "values",
                "min_size",
                "SIZE",
                "x",
                "name",
                "\u00e9t\u00e9",
                "\u4e2d\u6587",
                "a-b",
                "a b",
                "9lives",
                "",
                "!!!",
                "\ud83d\ude00",
                "text",
                "size_of_data",
                "count_of_list",
                "java",
                "io",
                "com",
                "example",
                "spec",
                "arithmetic",
                "room_",
                "__x__",
                "Unknown",
            })
    void any_name_makes_code_that_compiles(String name) {
        Diagnostics diagnostics = new Diagnostics();
        List<OutputFile> files = JavaWriter.write(List.of(Shapes.named(name)), "com.example", diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        Compiled.of(files);
    }

    @Test
    void names_that_collide_are_reported_with_both_places() {
        Structure twice =
                Models.body("a", Models.field("page_shift", Models.u(8)), Models.field("pageShift", Models.u(8)));
        assertThat(complaints(twice)).singleElement().satisfies(complaint -> {
            assertThat(complaint.id().name()).isEqualTo("java-name-collision");
            assertThat(complaint.message())
                    .isEqualTo("'pageShift' and 'page_shift' would both be the Java name 'pageShift'");
            assertThat(complaint.advice()).hasSize(2);
        });
    }

    @Test
    void types_that_differ_by_case_alone_are_reported() {
        assertThat(complaints(Models.body("some_thing"), Models.body("something")))
                .singleElement()
                .satisfies(complaint -> assertThat(complaint.message()).endsWith("'Something', but for case"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a..b",
                "../x",
                "a/b",
                "a.class",
                "com.example.",
                "a b",
                "1a",
                "com.con",
                "\u00e9",
                "a;b"
            })
    void a_base_package_that_is_none_is_reported(String name) {
        Diagnostics diagnostics = new Diagnostics();
        Specification empty = Models.specification("a", "a", List.of(), List.of());
        assertThat(JavaWriter.write(List.of(empty), name, diagnostics)).isEmpty();
        assertThat(diagnostics.sorted())
                .singleElement()
                .satisfies(complaint -> assertThat(complaint.id().name()).isEqualTo("java-package-name"));
    }

    private static List<Diagnostic> complaints(Structure... structures) {
        Diagnostics diagnostics = new Diagnostics();
        Specification specification = Models.specification("a", "a", List.of(structures), List.of());
        JavaWriter.write(List.of(specification), "com.example", diagnostics);
        return diagnostics.sorted();
    }
}
