package io.streamspec.write.c;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.Diagnostics;
import io.streamspec.testing.Compiler;
import io.streamspec.testing.EveryKind;
import io.streamspec.testing.Golden;
import io.streamspec.testing.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that a strict compiler takes without a word, for C and for C++, and that hold what the document says. */
class CWriterTest {

    @TempDir
    private Path folder;

    private static String header(Specification model) {
        return CWriter.write(List.of(model), new Diagnostics()).get(0).text();
    }

    private static String header(String name, String words) {
        Specs.Read read = Specs.read(EveryKind.document(name, words));
        assertThat(read.errors()).as(read.rendered()).isEmpty();
        return header(read.model());
    }

    private void assertCompiles(String header) throws IOException {
        Files.writeString(folder.resolve("it.h"), header);
        Files.writeString(
                folder.resolve("it.c"), "#include \"it.h\"\n#include \"it.h\"\nint main(void) { return 0; }\n");
        assertThat(Compiler.c().says(folder, "-c", "it.c")).isEmpty();
        assertThat(Compiler.cpp().says(folder, "-c", "it.c")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void headers_of_our_documents_look_as_reviewed(String name) {
        Golden.assertMatches(
                "c/" + name + ".h",
                header(Specs.read(Specs.own(name), Optional.empty()).model()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void headers_of_our_documents_compile(String name) throws IOException {
        assertCompiles(header(Specs.read(Specs.own(name), Optional.empty()).model()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void headers_of_upstreams_documents_compile(String name) throws IOException {
        assertCompiles(header(Specs.read(Specs.upstream(name), Optional.empty()).model()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class", "int", "linux", "errno", "view", "cursor", "order", "element", "number", "size_2", "naïve",
                "bool", "magic_2", "EOF", "start", "octets"
            })
    void any_name_can_be_a_fields(String name) throws IOException {
        assertCompiles(header(name, "words"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/ int injected; /*",
                "*\\/ int injected;",
                "/* nested",
                "??/",
                "*??/ / int injected;",
                "ends in a backslash \\",
                "\" int injected; \"",
                "#define static_assert(a, b)",
                "@file \\file {@code",
                "\\u002a\\u002f int injected;",
                "a\u2028int injected;",
                "\u202e right to left \u2066",
                "100%s %d %n",
                "naïve ± words",
                "'"
            })
    void words_stay_in_comments(String words) throws IOException {
        String hostile = header("extent", words);
        assertCompiles(hostile);
        Files.writeString(folder.resolve("hostile.h"), hostile);
        Files.writeString(folder.resolve("plain.h"), header("extent", "words"));
        assertThat(hostile).doesNotContain("\u202e", "\u2066", "\u2028");
        assertThat(Compiler.c().preprocessed(folder, "hostile.h"))
                .hasSizeGreaterThan(1000)
                .isEqualTo(Compiler.c().preprocessed(folder, "plain.h"));
    }

    /** Where C would leave gaps, members are octets, so that nothing has to be packed. */
    @Test
    void what_would_not_lie_right_by_itself_is_octets() throws IOException {
        Specs.Read read = Specs.read(
                """
                % A
                % B
                % Revision 1

                Odd
                ===

                     0     1     2     3     4     5     6     7 octet
                    +-----+-----------------------+-----------------+
                    | a   | far                   | three           |
                    +-----+-----+-----------------+-----------------+
                    | even      | shorts                            |
                    +-----------+-----------------------------------+
                    | parts                                         |
                    |                                               |
                    +-----------+-----------------------------------+
                    | last      | (reserved)                        |
                    +-----------+-----------------------------------+

                ``` {.layout}
                byte order big
                shorts: u16[3]
                parts: part[4]
                ```

                Part
                ====

                     0     1     2     3 octet
                    +-----------+-----+-----+
                    | one       | two | six |
                    +-----------+-----+-----+

                ``` {.layout}
                byte order big
                ```
                """);
        assertThat(read.errors()).as(read.rendered()).isEmpty();
        String header = header(read.model());
        assertThat(header)
                .contains("uint8_t f_far[4];", "uint8_t three[3];", "uint16_t even;")
                .contains("uint16_t shorts[3];", "struct test_part parts[4];", "uint16_t last;")
                .contains("sizeof(struct test_odd) == 40", "offsetof(struct test_odd, last) == 32");
        assertCompiles(header);
    }

    @ParameterizedTest
    @CsvSource({
        "'uint32_t id;', 'uint64_t id;'",
        "'uint32_t version;', 'uint16_t version;'",
        "'options) == 16', 'options) == 17'",
        "'uint8_t reserved[6];', 'uint8_t reserved[7];'"
    })
    void a_layout_that_is_not_the_documents_does_not_compile(String is, String other) throws IOException {
        String header = header(Specs.read(Specs.own("libxc-migration-stream"), Optional.empty())
                .model());
        assertThat(header).contains(is);
        Files.writeString(folder.resolve("it.c"), header.replace(is, other));
        assertThat(Compiler.c().says(folder, "-c", "it.c")).contains("static assertion failed");
    }

    @Test
    void the_program_of_the_manual_compiles() throws IOException {
        Matcher snippet =
                Pattern.compile("(?ms)^```c\n(.*?)^```$").matcher(Files.readString(Path.of("../docs/export.md")));
        assertThat(snippet.find()).isTrue();
        String header = header(Specs.read(Specs.own("libxc-migration-stream"), Optional.empty())
                .model());
        Files.writeString(folder.resolve("it.h"), header);
        Files.writeString(
                folder.resolve("it.c"),
                """
                #include <stdio.h>
                #include "it.h"
                bool tell(const void *octets, size_t size, enum libxc_byte_order order, uint64_t page_size)
                {
                %s}
                """
                        .formatted(snippet.group(1)));
        assertThat(Compiler.c().says(folder, "-c", "it.c")).isEmpty();
        assertThat(snippet.find()).as("another program, which nobody compiles").isFalse();
    }

    @Test
    void what_stands_as_a_comment_is_said() {
        Diagnostics diagnostics = new Diagnostics();
        CWriter.write(List.of(Specs.read(EveryKind.document("extent", "words")).model()), diagnostics);
        assertThat(diagnostics.sorted())
                .extracting(diagnostic -> diagnostic.id().name(), Diagnostic::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "c-comment",
                        "3 rules on fields and 1 on the order of records stand as comments in the C header"));
    }

    /** Definitions of definitions double at each step; a header of all that would have no end. */
    @Test
    void a_formula_without_bounds_is_reported_and_has_no_reader() throws IOException {
        StringBuilder rules = new StringBuilder("let d0 = n + n\n");
        for (int i = 1; i <= 40; i++) {
            rules.append("let d%d = d%d + d%d\n".formatted(i, i - 1, i - 1));
        }
        String document =
                """
                %% A
                %% B
                %% Revision 1

                A
                =

                     0     1 octet
                    +-----------+
                    | n         |
                    +-----------+
                    | data      |
                    ...
                    +-----------+

                ``` {.layout}
                %sdata: octets[d40]
                ```
                """
                        .formatted(rules);
        Diagnostics diagnostics = new Diagnostics();
        Specs.Read read = Specs.read(document);
        assertThat(read.errors()).as(read.rendered()).isEmpty();
        String header = CWriter.write(List.of(read.model()), diagnostics).get(0).text();
        assertThat(header).hasSizeLessThan(200_000).doesNotContain("a_read(");
        assertThat(diagnostics.sorted())
                .extracting(diagnostic -> diagnostic.id().name())
                .contains("c-unsupported");
        assertCompiles(header);
    }
}
