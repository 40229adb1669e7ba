package io.streamspec.write.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.TextCollectingVisitor;
import com.vladsch.flexmark.util.data.MutableDataSet;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Field;
import io.streamspec.model.Rules;
import io.streamspec.model.Section;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.Diagnostics;
import io.streamspec.testing.EveryKind;
import io.streamspec.testing.Golden;
import io.streamspec.testing.Specs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is Markdown that a parser of GitHub's dialect finds whole, whatever the document says. */
class MarkdownWriterTest {

    private static final Parser PARSER = Parser.builder(
                    new MutableDataSet().set(Parser.EXTENSIONS, List.of(TablesExtension.create())))
            .build();

    private static final String HOSTILE =
            """
            % TITLE
            % Somebody
            % Revision 1

            TITLE
            =====

            WORDS

            * WORDS
            * second

                WORDS

            > WORDS

            Text `code WORDS` and WORDS[^note].

            [^note]: WORDS

            Column     Other
            ---------  ------------------------------
            one        WORDS

            Table: WORDS

            Second
            ------

                 0     1     2     3 octet
                +-----------+-----------+
                | count     | flags     |
                +-----------+-----------+

            --------------------------------------------------------------------
            Field       Description
            ----------- --------------------------------------------------------
            count       WORDS

            flags       bit 0: WORDS.

                        bits 1-15: Reserved.
            --------------------------------------------------------------------

            ``` {.layout}
            require count > 0 as some
            ```

            Last
            ----

            The end.
            """;

    private static String write(Specification model) {
        return MarkdownWriter.write(List.of(model), new Diagnostics()).get(0).text();
    }

    private static <T extends Node> List<T> all(Node root, Class<T> type) {
        List<T> found = new ArrayList<>();
        root.getDescendants().forEach(node -> {
            if (type.isInstance(node)) {
                found.add(type.cast(node));
            }
        });
        return found;
    }

    /** Checks that tables are even, and that there is no HTML but ours. */
    private static Node assertSound(String markdown) {
        Node document = PARSER.parse(markdown);
        for (TableBlock table : all(document, TableBlock.class)) {
            List<Integer> widths = all(table, TableRow.class).stream()
                    .map(row -> all(row, TableCell.class).size())
                    .distinct()
                    .toList();
            assertThat(widths).as(table.getChars().toString()).hasSize(1);
        }
        assertThat(all(document, HtmlInlineBase.class))
                .allSatisfy(html -> assertThat(html.getChars().toString())
                        .matches("<a id=\"[\\p{L}\\p{N}._-]*\">|</a>|<br>|</?su[bp]>|</?code>"));
        assertThat(all(document, HtmlBlockBase.class)).isEmpty();
        assertThat(all(document, Image.class)).isEmpty();
        assertThat(all(document, ImageRef.class)).isEmpty();
        List<String> addresses = new ArrayList<>();
        all(document, Link.class).forEach(link -> addresses.add(link.getUrl().unescape()));
        all(document, Reference.class).stream()
                .filter(link -> !link.getReference().startsWith("^")) // a footnote
                .forEach(link -> addresses.add(link.getUrl().unescape()));
        assertThat(addresses).allMatch(address -> address.matches("(https?://|mailto:|#|[\\w.-]*/?)[^:]*"));
        assertThat(all(document, FencedCodeBlock.class))
                .noneMatch(block -> block.getClosingMarker().isEmpty());
        return document;
    }

    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void our_documents_look_as_reviewed(String name) {
        Golden.assertMatches(
                "markdown/" + name + ".md",
                write(Specs.read(Specs.own(name), Optional.empty()).model()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void our_documents_are_there_as_a_whole(String name) {
        assertWhole(Specs.read(Specs.own(name), Optional.empty()).model());
    }

    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void upstreams_documents_are_there_as_a_whole(String name) {
        assertWhole(Specs.read(Specs.upstream(name), Optional.empty()).model());
    }

    @Test
    void a_document_with_every_kind_of_field_is_there_as_a_whole() {
        assertWhole(Specs.read(EveryKind.document("extent", "words")).model());
    }

    private static void assertWhole(Specification model) {
        String markdown = write(model);
        Node document = assertSound(markdown);
        List<String> headings = all(document, Heading.class).stream()
                .map(heading -> new TextCollectingVisitor().collectAndGetText(heading))
                .toList();
        assertThat(headings)
                .hasSizeGreaterThanOrEqualTo(1
                        + (int) model.sections().stream()
                                .filter(section -> section.level() > 0)
                                .count());
        for (Structure structure : model.structures()) {
            for (Field field : structure.fields()) {
                assertThat(markdown)
                        .as(structure.name() + "." + field.name())
                        .containsAnyOf(
                                "<a id=\"" + structure.name() + "." + field.name() + "\"></a>",
                                "`" + field.name() + "`");
            }
        }
        for (Enumeration enumeration : model.enumerations()) {
            assertThat(enumeration.values()).allSatisfy(value -> assertThat(markdown)
                    .contains("<a id=\"" + enumeration.name() + "." + value.name() + "\"></a>"));
        }
        assertThat(Rules.of(model))
                .allSatisfy(rule -> assertThat(markdown).containsOnlyOnce("<a id=\"rule." + rule.id() + "\"></a>"));
        long diagrams = model.sections().stream()
                .flatMap(section -> section.contents().stream())
                .filter(content -> content instanceof Section.Content.Diagram)
                .count();
        assertThat(markdown.lines().filter(line -> line.matches("     0 .* octet")))
                .hasSize((int) diagrams);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<!-- open",
                "<a href='javascript:alert(1)'>x</a>",
                "a `<b>` b ` <i> c",
                "`` ` <b>",
                "![alt](https://example.com/track.png)",
                "[x](javascript:alert(1))",
                "[x](java&#115;cript:alert(1))",
                "<javascript:alert(1)>",
                "[x]( <data:text/html,x> )",
                "a | b | c",
                "`a | b`",
                "\\| \\\\| `\\|`",
                "# no heading",
                "1. no item",
                "*a **b _c __d ~~e",
                "2^32^ and H~2~O",
                "hard\\ space \\",
                "$x$ &lt;b&gt; &amp;",
                "\u202e right to left \u2066",
                "@somebody #1 :smile:"
            })
    void words_mean_only_themselves(String words) {
        for (String title : List.of("Harmless", words)) {
            Specs.Read read = Specs.read(HOSTILE.replace("TITLE", title).replace("WORDS", words));
            String markdown = write(read.model());
            Node document = assertSound(markdown);
            assertThat(markdown).doesNotContain("\u202e", "\u2066");
            assertThat(all(document, TableBlock.class)).hasSizeGreaterThanOrEqualTo(2);
            assertThat(all(document, Heading.class).stream()
                            .map(heading -> new TextCollectingVisitor().collectAndGetText(heading)))
                    .as("nothing swallows what follows")
                    .contains("Second", "Last", "All rules");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"* ``` unclosed", "> ~~~ unclosed", "* a\n\n    ```` x\n    ``` y", "``` top"})
    void a_fence_that_nothing_closes_is_text(String text) {
        String prose = new MarkdownProse().blocks(text);
        assertSound(prose + "\n# Next\n");
        assertThat(prose).contains("\\");
    }

    @Test
    void footnotes_stay_footnotes_and_hold_no_html() {
        assertThat(new MarkdownProse().blocks("a[^n] b[^m]\n\n[^n]: <!-- <b>x\n\n    <i>more\n\n[^m]: y"))
                .isEqualTo("a[^n] b[^m]\n\n[^n]: &lt;!-- &lt;b>x\n\n&lt;i>more\n\n[^m]: y\n");
    }

    @Test
    void raised_and_lowered_words_and_hard_spaces_are_those_of_github() {
        assertThat(new MarkdownProse().cell("2^32^ H~2~O a\\ b `^x^` \\^y^\n\nnext"))
                .isEqualTo("2<sup>32</sup> H<sub>2</sub>O a&nbsp;b `^x^` \\^y^<br><br>next");
    }

    @Test
    void a_diagram_that_is_drawn_again_looks_like_the_documents() {
        String own = Specs.own("libxc-migration-stream").text();
        String markdown = write(Specs.read(Specs.own("libxc-migration-stream"), Optional.empty())
                .model());
        String header = "    | marker                                        |\n"
                + "    +-----------------------+-----------------------+\n"
                + "    | id                    | version               |\n"
                + "    +-----------+-----------+-----------------------+\n"
                + "    | options   | (reserved)                        |\n";
        assertThat(own).contains(header);
        assertThat(markdown).contains(header);
    }
}
