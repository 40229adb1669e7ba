package io.streamspec.write.java;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.streamspec.Generator;
import io.streamspec.export.ExportFormats;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.testing.Compiler;
import io.streamspec.testing.Specs;
import io.streamspec.write.OutputFile;
import io.streamspec.write.html.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Whatever stands in a place of a document that holds text, it is text in all that is written: programs differ in their
 * comments and quotes alone. A place where it is an error is one where nothing is written.
 */
class HostileDocumentTest {

    private static final Pattern PLACE = Pattern.compile("<<\\d\\d>>");
    private static final Pattern NO_CODE =
            Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*|\"(?:[^\"\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\n]|\\\\.)*'");
    private static final String DOCUMENT =
            """
            % A format <<00>>
            % Somebody <<01>>
            % Revision 1

            Notes <<02>>
            ============

            <!-- streamspec allow word-twice because <<03>> -->

            A paragraph <<04>> with *emphasis <<05>>* and `code <<06>>`, [a link <<07>>](#header) and a note[^n].

             * A list <<08>>

               1. within <<09>>

            > A quote <<10>>

            ``` {.c}
            listing <<11>>
            ```

                indented <<12>>

            | word | meaning |
            | --- | --- |
            | a | cell <<13>> |

            Table: A caption <<14>>

            [^n]: A footnote <<15>>

            <!-- A comment <<16>> -->

            ``` {.layout}
            byte order big
            ```

            Header (remark <<17>>)
            ======================

            The header <<18>> must hold <<19>>.

                 0     1     2     3     4     5     6     7 octet
                +-----------------------+-----------+-----+-----+
                | magic                 | flags     | kind| mood|
                +-----------------------+-----------+-----+-----+
                | count (C)             | (reserved)            |
                +-----------------------+-----------------------+

            --------------------------------------------------------------------------------------------------------
            Field       Description
            ----------- --------------------------------------------------------------------------------------------
            magic       0x12345678 (remark <<20>>).

            flags       bit 0: Loud. Bit <<21>>

                        bit 1: Soft. 0 = no, 1 = yes. <<22>>

                        bit 2-15: Reserved.

            kind        0x01: first (remark <<23>>)

                        0x02: second, or <<24>>

                        0x03 - 0xFF: Reserved <<25>>

            mood        How it is.

            count       In octets <<26>>

                        Another paragraph <<27>>

            reserved    Nothing <<28>>
            --------------------------------------------------------------------------------------------------------

            ---------------------------------------------------------------------------------------------------------
            Mood               Value    Meaning
            -----------------  -------  -----------------------------------------------------------------------------
            GOOD               0x0      Well <<29>>

            BAD                0x1      Unwell.
            ---------------------------------------------------------------------------------------------------------

            Table: Moods <<30>>

            ``` {.layout}
            mood: mood
            require count > 0
            ```

            Records
            =======

            Frames.

                 0     1     2     3     4     5     6     7 octet
                +-----------------------+-----------------------+
                | type                  | body_length           |
                +-----------+-----------+-----------------------+
                | body...                                       |
                ...
                |           | padding (0 to 7 octets)           |
                +-----------+-----------------------------------+

            ----------------------------------------------------------------------------------------------
            Field        Description
            -----------  ---------------------------------------------------------------------------------
            type         0x00000000: END

                         0x00000001: DATA (<<31>>)

                         0x00000002 - 0xFFFFFFFF: Reserved for <<32>>

            body_length  Length of the body.

            body         The body.

            padding      Zeros.
            ----------------------------------------------------------------------------------------------

            END
            ---

                 0     1     2     3     4     5     6     7 octet
                +-----------------------------------------------+

            DATA
            ----

            Data <<33>>

                 0     1     2     3     4     5     6     7 octet
                +-----------------------------------------------+
                | data...                                       |
                ...
                +-----------------------------------------------+

            ----------------------------------------------------------------------------------------------
            Field       Description
            ----------- ----------------------------------------------------------------------------------
            data        Anything <<34>>
            ----------------------------------------------------------------------------------------------
            """;

    @TempDir
    Path folder;

    static List<String> texts() {
        return List.of(
                "*/ class Injected {} /*",
                "\\u002a\\u002f class Injected {}",
                "\"; } class Injected {} //",
                "' + injected + '",
                "{@link java.lang.Nothing} {@code",
                "@see nothing {@",
                "</pre><script>injected</script>",
                "x: - \"y\" # z",
                "??/ *??/ / int injected;",
                "#define injected",
                "${x} $T %s %n",
                "&lt;script&gt; & <!--",
                "]]> -->",
                "`` ` ~~~",
                "\\");
    }

    /** The document with {@code text} in all places where it is no error, one by one. */
    private static String document(String text) {
        StringBuilder document = new StringBuilder();
        Matcher places = PLACE.matcher(DOCUMENT);
        while (places.find()) {
            String alone = harmless(DOCUMENT.replace(places.group(), text));
            boolean isSound = Specs.read(alone).errors().isEmpty();
            places.appendReplacement(document, Matcher.quoteReplacement(isSound ? text : "words"));
        }
        return places.appendTail(document).toString();
    }

    private static String harmless(String document) {
        return PLACE.matcher(document).replaceAll("words");
    }

    private static Specification model(String document) {
        Specs.Read read = Specs.read(document);
        assertThat(read.errors()).as(read.rendered()).isEmpty();
        return read.model();
    }

    private static Map<String, String> written(String document) {
        List<Specification> models = List.of(model(document));
        Diagnostics diagnostics = new Diagnostics();
        Map<String, String> files = new TreeMap<>();
        java(document).forEach(file -> files.put(file.path(), file.text()));
        Generator.export(models, ExportFormats.all(), Optional.empty(), diagnostics)
                .forEach(file -> files.put(file.path(), file.text()));
        Site site = new Site(models, Map.of(), Map.of(), new Site.Javadoc(Optional.empty(), ""), List.of(), false);
        Generator.html(site, diagnostics).forEach(file -> files.put(file.path(), file.text()));
        assertThat(diagnostics.hasErrors()).isFalse();
        return files;
    }

    private static List<OutputFile> java(String document) {
        return Generator.java(List.of(model(document)), "com.example", new Diagnostics());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void text_is_text_wherever_it_stands(String text) throws IOException {
        String document = document(text);
        assertThat(document.split(Pattern.quote(text), -1)).as("places").hasSizeGreaterThan(20);
        Map<String, String> plain = written(harmless(DOCUMENT));
        Map<String, String> files = written(document);
        assertThat(files.keySet()).isEqualTo(plain.keySet());
        for (Map.Entry<String, String> file : files.entrySet()) {
            String path = file.getKey();
            String expected = plain.get(path);
            if (path.matches(".*\\.(java|h|reader\\.js|hexpat)")) {
                assertThat(code(file.getValue())).as(path).isEqualTo(code(expected));
            } else if (path.endsWith(".json")) {
                assertThat(keys(file.getValue())).as(path).isEqualTo(keys(expected));
            } else if (path.endsWith(".ksy")) {
                assertThat(yaml(file.getValue()).keySet())
                        .as(path)
                        .isEqualTo(yaml(expected).keySet());
            } else if (path.endsWith(".html")) {
                assertThat(file.getValue()).as(path).doesNotContain("<script>injected");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void codecs_compile_whatever_stands_in_the_document(String text) {
        List<String> plain = Compiled.of(java(harmless(DOCUMENT))).names();
        assertThat(Compiled.of(java(document(text))).names()).isEqualTo(plain);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void headers_compile_whatever_stands_in_the_document(String text) throws IOException {
        Specification model = model(document(text));
        String header = Generator.export(
                        List.of(model), ExportFormats.named(List.of("c")), Optional.empty(), new Diagnostics())
                .get(0)
                .text();
        Files.writeString(folder.resolve("it.h"), header);
        Files.writeString(folder.resolve("it.c"), "#include \"it.h\"\nint main(void) { return 0; }\n");
        assertThat(Compiler.c().says(folder, "-c", "it.c")).isEmpty();
    }

    /** A program without what stands in comments and quotes, nor the white space that depends on it. */
    private static String code(String program) {
        return NO_CODE.matcher(program)
                .replaceAll("_")
                .replaceAll("_(\\s*\\+?\\s*_)+", "_")
                .replaceAll("case _(,\\s*_)+ ->", "case _ ->") // a text may hide the words that make a statement
                .replaceAll("\\s+", " ");
    }

    private static List<String> keys(String json) throws IOException {
        List<String> keys = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME) {
                    keys.add(parser.currentName());
                }
            }
        }
        return keys;
    }

    private static Map<String, Object> yaml(String text) {
        return new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }
}
