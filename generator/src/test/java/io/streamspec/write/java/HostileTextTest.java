package io.streamspec.write.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.model.BitRange;
import io.streamspec.model.ByteOrder;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Expression;
import io.streamspec.model.FieldType;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text of a document gets out of the comment, literal or identifier that it is put into. */
class HostileTextTest {

    private static final String CLASS = " class Injected {} ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/" + CLASS + "/*",
                "\\u002a/" + CLASS + "/*",
                "\\u002a\\u002f" + CLASS,
                "*\\u002f" + CLASS,
                "\\\\u002a/" + CLASS,
                "`*/`" + CLASS,
                "*`/`" + CLASS,
                "_*_/" + CLASS,
                "*" + "\\/" + CLASS,
                "\\*/" + CLASS,
                "*\u0000/" + CLASS,
                "*\u200b/" + CLASS,
                "**x**/" + CLASS,
                "\n}" + CLASS + "{",
                "\r}" + CLASS + "{",
                "\u2028}" + CLASS + "{",
                "\u2029}" + CLASS + "{",
                "\u0085}" + CLASS + "{",
                "\\u000a}" + CLASS + "{",
                "\\u000d\n}" + CLASS,
                "\"; } }" + CLASS + "//",
                "\\\"; } }" + CLASS + "//",
                "\\u0022; } }" + CLASS + "//",
                "$T $N $L $S $W $> $$ $1T $Z",
                "{@code unclosed",
                "{@link java.lang.Nothing}",
                "{@value #NOTHING}",
                "@see nothing at all",
                "@param no such",
                "<script>alert(1)</script> <b>unclosed &amp &lt; & <",
                "</code></pre>",
                "[x](javascript:alert(1))",
                "\u0000\u0001\u0007\u001b[31m",
                "\ud800 lone surrogate",
                "\uD83D\uDE00 \u00e9\u4e2d",
                "\\",
                "\\u",
                "\\uuuu002a/",
                "a^b^ ~c~ [^1] _d_ *e* `f`",
                "../../../../etc/passwd",
            })
    void text_stays_where_it_is_put(String text) {
        List<OutputFile> benign = generate("harmless");
        List<OutputFile> files = generate(text);
        assertThat(Compiled.of(files).names()).hasSameSizeAs(Compiled.of(benign).names());
        assertThat(files).allSatisfy(file -> {
            assertThat(file.path()).matches("com/example/spec/[A-Za-z0-9_]+\\.java");
            assertThat(file.text().chars()).allMatch(c -> c == '\n' || c >= ' ' && c < 0x7F);
        });
    }

    @Test
    void markup_becomes_javadoc() {
        assertThat(JavaText.javadoc("See _mandatory_ `x < y` and 2^32^.[^1]\n\nSnake_case_name \\_ a * b"))
                .isEqualTo(
                        "See <em>mandatory</em> <code>x &lt; y</code> and 2<sup>32</sup>.\n\n<p>Snake_case_name _ a * b");
    }

    private static List<OutputFile> generate(String text) {
        Diagnostics diagnostics = new Diagnostics();
        List<OutputFile> files = JavaWriter.write(List.of(specification(text)), "com.example", diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        return files;
    }

    /** A specification that has {@code text} wherever a document's words can get. */
    private static Specification specification(String text) {
        Enumeration enumeration = new Enumeration(
                "kind",
                text,
                List.of(new Enumeration.Value(BigInteger.ONE, "ONE", text, text, text, text, Models.SPAN)),
                List.of(),
                Models.SPAN);
        BitRange bit = new BitRange("flag", 0, 0, false, Optional.empty(), enumeration.values(), text, Models.SPAN);
        Expression rule = Models.binary(Models.value("one", "number"), Expression.Operator.MORE, Models.number(1));
        Structure one = new Structure(
                "one",
                text,
                text,
                text,
                ByteOrder.STREAM,
                List.of(
                        Models.field("number", new FieldType.Scalar(4, List.of(), Optional.of(text)), text),
                        Models.field("flags", new FieldType.Flags(4, List.of(bit)), text),
                        Models.field("kind", new FieldType.Enumerated(4, "kind"), text)),
                List.of(),
                List.of(new Structure.Constraint("body.rule", true, rule, text, Models.SPAN)),
                Models.SPAN);
        Specification plain = Models.specification(
                text,
                "spec",
                List.of(one, Models.frame()),
                List.of(enumeration, Models.enumeration("record_type", "1 ONE")));
        RecordKind kind = new RecordKind(
                1, "ONE", Optional.of("one"), false, text, Optional.empty(), Optional.empty(), Models.SPAN);
        return Models.stream(
                plain,
                new Specification.BitReference("one", "flags", 0),
                List.of(kind),
                List.of("one"),
                Models.one("ONE"));
    }
}
