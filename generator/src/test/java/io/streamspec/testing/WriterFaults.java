package io.streamspec.testing;

import io.streamspec.Generator;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.write.html.Site;
import io.streamspec.write.js.JsWriter;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What writers and examples report of documents that read without an error, and what silences remark on. */
public final class WriterFaults {

    private static final String RULE = "require count > 0";

    private WriterFaults() {}

    /** All of them. */
    public static List<Provocation> all() {
        return Stream.of(java(), pages(), examples(), silences())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Provocation> java() {
        return List.of(
                new Provocation(
                        "java-package-name",
                        () -> said(SoundDocument.TEXT, (models, faults) -> Generator.java(models, "1.com", faults)),
                        () -> said(SoundDocument.TEXT, (models, faults) -> Generator.java(models, "com.a1", faults))),
                written(
                        "java-name-collision",
                        named("flags_"),
                        named("flagss"),
                        (models, faults) -> Generator.java(models, "com.a", faults)),
                written(
                        "java-unsupported",
                        frame("body_length: u32 when type > 0"),
                        frame("expect body_length < 9"),
                        (models, faults) -> Generator.java(models, "com.a", faults)),
                written(
                        "js-unsupported",
                        frame("body_length: u32 when type > 0"),
                        frame("expect body_length < 9"),
                        JsWriter::write));
    }

    /** The field {@code kind} gets another name, of six letters. */
    private static String named(String name) {
        return SoundDocument.with("| kind      |", "| " + name + "    |").replace("kind        0x", name + "      0x");
    }

    private static String frame(String rule) {
        return SoundDocument.with("END\n---\n", "``` {.layout}\n" + rule + "\n```\n\nEND\n---\n");
    }

    private static List<Provocation> pages() {
        return List.of(
                written(
                        "image-left-out",
                        SoundDocument.with("Data.", "Data: ![a picture](a.png)"),
                        SoundDocument.with("Data.", "Data: [a picture](https://example.com/a.png)"),
                        WriterFaults::page),
                written(
                        "link-left-out",
                        SoundDocument.with("Data.", "Data: [more](javascript:alert)"),
                        SoundDocument.with("Data.", "Data: [more](https://javascript.com/alert)"),
                        WriterFaults::page),
                written(
                        "markup-left-out",
                        SoundDocument.with("Data.", "Data." + " `a`".repeat(600)),
                        SoundDocument.with("Data.", "Data." + " `a`".repeat(60)),
                        WriterFaults::page),
                new Provocation(
                        "page-link",
                        () -> handbook("a.md", "b.md", "[b](c.md)"),
                        () -> handbook("a.md", "c.md", "[b](c.md)")),
                written(
                        "page-link",
                        SoundDocument.with("Data.", "Data, see [the head](#haeder)."),
                        SoundDocument.with("Data.", "Data, see [the head](#header)."),
                        WriterFaults::page),
                new Provocation(
                        "page-twice", () -> handbook("a-b.md", "a/b.md", ""), () -> handbook("a-b.md", "a/c.md", "")));
    }

    private static void page(List<Specification> models, Diagnostics faults) {
        Generator.html(site(models, List.of()), faults);
    }

    private static Site site(List<Specification> models, List<Site.Manuscript> texts) {
        return new Site(models, Map.of(), Map.of(), new Site.Javadoc(Optional.empty(), ""), texts, false);
    }

    private static List<String> handbook(String first, String second, String words) {
        return said(SoundDocument.TEXT, (models, faults) -> {
            List<Site.Manuscript> texts = Stream.of(first, second)
                    .map(path -> new Site.Manuscript(path, SourceText.of(path, "# A\n\n" + words + "\n")))
                    .toList();
            Generator.html(site(models, texts), faults);
        });
    }

    private static List<Provocation> examples() {
        return List.of(
                written(
                        "example-missing",
                        SoundDocument.with(RULE, "require count > 3\nrequire count < 4"),
                        SoundDocument.with(RULE, "require count > 3\nrequire count < 5"),
                        Generator::examples),
                new Provocation("example-unsound", () -> narrowed(0x12345678), () -> narrowed(0x1234)),
                written("examples-missing", ordered(named("flags_")), ordered(named("flagss")), Generator::examples));
    }

    /** What no document can say: a constant in a field of two octets. */
    private static List<String> narrowed(long constant) {
        Specification model = Specs.read(ordered(SoundDocument.TEXT)).model();
        Structure header = model.structure("header");
        FieldType narrow = new FieldType.Constant(2, BigInteger.valueOf(constant), "it", List.of());
        List<Field> fields = header.fields().stream()
                .map(field -> field.name().equals("magic") ? field.withType(narrow) : field)
                .toList();
        Diagnostics faults = new Diagnostics();
        Generator.examples(List.of(with(header.withFields(fields), model)), faults);
        return Provocation.ids(faults.sorted());
    }

    private static Specification with(Structure changed, Specification model) {
        return new Specification(
                model.name(),
                model.shortName(),
                model.title(),
                model.authors(),
                model.revision(),
                model.endianFlag(),
                model.sections(),
                model.structures().stream()
                        .map(structure -> structure.name().equals(changed.name()) ? changed : structure)
                        .toList(),
                model.enumerations(),
                model.records(),
                model.headers(),
                model.framing(),
                model.streams(),
                model.precedences(),
                model.implications(),
                model.evolution(),
                model.span());
    }

    /** Samples are encoded where the document tells the byte order. */
    private static String ordered(String text) {
        return text.replace(RULE, RULE + "\nbyte order from header.flags.loud");
    }

    private static List<Provocation> silences() {
        return List.of(
                new Provocation(
                        "silence-unknown", () -> silence("field-not-described"), () -> silence("fields-not-described")),
                new Provocation(
                        "silence-unused", () -> silence("field-spelling"), () -> silence("fields-not-described")));
    }

    private static List<String> silence(String id) {
        String undescribed = SoundDocument.TEXT.substring(
                0, SoundDocument.TEXT.lastIndexOf("\n---", SoundDocument.TEXT.lastIndexOf("Field ")));
        String text = undescribed + "\n\n<!-- streamspec allow " + id + " because it is said above -->\n";
        return Provocation.ids(Generator.lint(SourceText.of("test.pandoc", text), Optional.empty(), Optional.empty()));
    }

    static Provocation written(
            String id, String wrong, String near, BiConsumer<List<Specification>, Diagnostics> writer) {
        return new Provocation(id, () -> said(wrong, writer), () -> said(near, writer));
    }

    private static List<String> said(String text, BiConsumer<List<Specification>, Diagnostics> writer) {
        Specs.Read read = Specs.read(text);
        if (!read.errors().isEmpty()) {
            throw new IllegalStateException(read.rendered());
        }
        Diagnostics faults = new Diagnostics();
        writer.accept(List.of(read.model()), faults);
        return Provocation.ids(faults.sorted());
    }
}
