package io.streamspec.resolve;

import io.streamspec.model.Enumeration;
import io.streamspec.model.Framing;
import io.streamspec.model.Section;
import io.streamspec.model.Specification;
import io.streamspec.model.Specification.BitReference;
import io.streamspec.model.StreamGrammar;
import io.streamspec.model.Structure;
import io.streamspec.read.Block;
import io.streamspec.read.Document;
import io.streamspec.read.LayoutRule;
import io.streamspec.read.Passage;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a document, and the supplement that may go with it, into a model: sections are drawn, record types joined to
 * them, rules applied (names first, then what computes), sizes checked, and the whole put together.
 */
public final class Resolver {

    private final Document document;
    private final List<Outline.Part> parts;
    private final Diagnostics diagnostics;
    private final Symbols symbols = new Symbols();

    private Resolver(Document document, List<Outline.Part> parts, Diagnostics diagnostics) {
        this.document = document;
        this.parts = parts;
        this.diagnostics = diagnostics;
    }

    /** The model of {@code document}; complete only if {@code diagnostics} has no errors afterwards. */
    public static Specification resolve(Document document, Optional<Document> supplement, Diagnostics diagnostics) {
        List<Outline.Part> parts = Outline.of(document);
        Outline.reportEmpty(parts, diagnostics);
        if (supplement.isPresent()) {
            parts = Supplement.merge(parts, Outline.of(supplement.get()), diagnostics);
        }
        Specification specification = new Resolver(document, Outline.anchored(parts), diagnostics).resolve();
        if (!diagnostics.hasErrors()) {
            StatementRules.check(specification, diagnostics);
        }
        return specification;
    }

    private Specification resolve() {
        List<DrawnSection> sections =
                parts.stream().map(part -> DrawnSection.read(part, diagnostics)).toList();
        Optional<RecordFrame> frame = RecordFrame.find(sections, diagnostics);
        sections = frame.isPresent() ? frame.get().sections() : sections;
        addEnumerations(sections);
        Map<String, List<String>> drawn =
                RecordSections.join(sections, frame.flatMap(RecordFrame::types), symbols, diagnostics);
        linkFamilies(drawn);
        StreamRules stream = applyRules(drawn);
        Optional<BitReference> flag = stream.endianFlag();
        stream.reportUnknownOrder(flag.isPresent() || stream.orderMark().isPresent(), titleSpan());
        stream.applyToRecords();
        List<StreamGrammar> streams = stream.streams();
        Optional<Framing> framing = frame.map(
                found -> stream.framing(symbols.structure(found.structure()).orElseThrow(), found.fields()));
        framing.ifPresent(found -> TagRules.check(found, symbols, diagnostics));
        List<String> headers = headers(streams, framing);
        HeaderRules ofHeaders = new HeaderRules(stream, headers, framing.map(Framing::structure), symbols, diagnostics);
        Contents contents = new Contents(drawn);
        List<Section> outline = parts.stream().map(contents::section).toList();
        String name = fileStem(document.source().name());
        return new Specification(
                name,
                stream.shortName().orElse(shortNameOf(name)),
                document.title().map(title -> title.title().text()).orElse(name),
                document.title().map(title -> texts(title.authors())).orElse(List.of()),
                document.title().flatMap(title -> title.revision()).map(Passage::text),
                flag,
                outline,
                symbols.structures(),
                symbols.enumerations(),
                symbols.records(),
                headers,
                framing,
                streams,
                stream.precedences(),
                stream.implications(streams),
                EvolutionRules.of(stream.all(LayoutRule.Evolution.class), symbols, diagnostics),
                ofHeaders.preamble(),
                titleSpan());
    }

    private void addEnumerations(List<DrawnSection> sections) {
        for (DrawnSection section : sections) {
            for (Enumeration enumeration : section.enumerations()) {
                Optional<Enumeration> same = symbols.enumeration(enumeration.name());
                if (same.isPresent()) {
                    diagnostics.report(Faults.ENUMERATION_DUPLICATE
                            .at(enumeration.span(), "a second enumeration is called '%s'", enumeration.name())
                            .hint("give the table's first column another heading")
                            .seeAlso(same.get().span(), "the other is here"));
                } else {
                    symbols.add(enumeration);
                }
            }
        }
    }

    private void linkFamilies(Map<String, List<String>> drawn) {
        for (Outline.Part part : parts) {
            for (Block.Table table : part.blocks(Block.Table.class)) {
                if (Tables.isValueTable(table) && table.caption().isPresent()) {
                    String name = Words.snake(Words.plain(table.header().get(0).text()));
                    Enumeration enumeration = symbols.enumeration(name).orElseThrow();
                    String caption = table.caption().get().text();
                    for (String structure : drawn.getOrDefault(part.anchor(), List.of())) {
                        symbols.change(structure, old -> Links.withFamilies(old, enumeration, caption));
                    }
                }
            }
        }
    }

    private StreamRules applyRules(Map<String, List<String>> drawn) {
        List<LayoutRule> ofStream = new ArrayList<>();
        List<LayoutRule.Order> generalOrder = new ArrayList<>();
        List<Runnable> computing = new ArrayList<>();
        for (Outline.Part part : parts) {
            List<String> targets = drawn.getOrDefault(part.anchor(), List.of());
            StructureRules rules = new StructureRules(targets, symbols, diagnostics);
            for (Block.Rules block : part.blocks(Block.Rules.class)) {
                for (LayoutRule rule : block.rules()) {
                    if (rule instanceof LayoutRule.Order order && targets.isEmpty()) {
                        generalOrder.add(order);
                    }
                    if (StructureRules.isOfStructure(rule) && targets.isEmpty()) {
                        reportHomeless(rule, part);
                        continue;
                    }
                    rules.name(rule);
                    computing.add(() -> rules.compute(rule));
                    if (!StructureRules.isOfStructure(rule)) {
                        ofStream.add(rule);
                    }
                }
            }
            computing.add(rules::finish);
        }
        computing.forEach(Runnable::run);
        SizeRules.check(symbols, diagnostics);
        StreamRules stream = new StreamRules(ofStream, symbols, diagnostics);
        stream.applyOrder(generalOrder);
        return stream;
    }

    private void reportHomeless(LayoutRule rule, Outline.Part part) {
        diagnostics.report(Faults.RULE_WITHOUT_STRUCTURE
                .at(rule.span(), "this rule speaks of a structure, but the section '%s' draws none", part.title())
                .hint("move it to the section with the diagram"));
    }

    /** The headers that the first stream pattern names, or else what is drawn before the frame. */
    private List<String> headers(List<StreamGrammar> streams, Optional<Framing> framing) {
        Set<String> named = new LinkedHashSet<>();
        streams.forEach(stream -> collect(stream.pattern(), named));
        named.removeIf(name -> symbols.record(name).isPresent());
        if (!named.isEmpty() || framing.isEmpty()) {
            return List.copyOf(named);
        }
        return symbols.structures().stream()
                .takeWhile(structure -> !structure.name().equals(framing.get().structure()))
                .filter(structure -> structure.owner().isEmpty())
                .map(Structure::name)
                .toList();
    }

    private static void collect(StreamGrammar.Pattern pattern, Set<String> names) {
        if (pattern instanceof StreamGrammar.Pattern.One one) {
            names.add(one.name());
        } else if (pattern instanceof StreamGrammar.Pattern.Sequence sequence) {
            sequence.parts().forEach(part -> collect(part, names));
        } else if (pattern instanceof StreamGrammar.Pattern.Choice choice) {
            choice.parts().forEach(part -> collect(part, names));
        } else if (pattern instanceof StreamGrammar.Pattern.Interleaved interleaved) {
            interleaved.parts().forEach(part -> collect(part, names));
        } else if (pattern instanceof StreamGrammar.Pattern.Repeated repeated) {
            collect(repeated.part(), names);
        }
    }

    private Span titleSpan() {
        return document.title()
                .map(title -> title.title().span())
                .orElse(document.source().span(0, 0));
    }

    private static List<String> texts(List<Passage> passages) {
        return passages.stream().map(Passage::text).toList();
    }

    private static String fileStem(String path) {
        String file = path.replaceFirst("(?s).*[/\\\\:]", ""); // a colon stands behind a revision of a repository
        int dot = file.indexOf('.', 1);
        return dot < 0 ? file : file.substring(0, dot);
    }

    private static String shortNameOf(String name) {
        String snake = Words.snake(name).replaceAll("[^a-z0-9_]", "");
        return snake.matches("[a-z].*") ? snake : "stream" + snake;
    }
}
