package io.streamspec.write.html;

import io.streamspec.example.SpecificationExamples;
import io.streamspec.example.SpecificationExamples.RuleExample;
import io.streamspec.model.LayoutLine;
import io.streamspec.model.LayoutReading;
import io.streamspec.model.ProseExamples;
import io.streamspec.model.Rule;
import io.streamspec.model.Section.Content;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a page shows of its rules: boxes of layout rules, each with a reading beside it, and the list of all rules. */
public final class RulePieces {

    private final Specification specification;
    private final Names names;
    private final Reading linked;
    private final SpecificationExamples examples;
    private final Set<String> rejectsNothing;
    private final RuleAnchors anchors;
    private final Map<String, List<ProseExamples.Example>> own;
    private final Map<String, String> readings = new HashMap<>();
    private final Set<String> boxed = new HashSet<>();

    RulePieces(Site site, Specification specification, RuleAnchors anchors, Names names) {
        this.specification = specification;
        this.names = names;
        this.linked = new Reading(names);
        this.examples = site.examples().getOrDefault(specification.name(), SpecificationExamples.NONE);
        this.rejectsNothing = examples.rules().entrySet().stream()
                .filter(example -> example.getValue().rejecting().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        this.anchors = anchors;
        this.own = ProseExamples.of(specification);
        specification.structures().forEach(this::read);
    }

    /**
     * A rule by its id.
     *
     * @param demand whether it has to be observed, in a word
     * @param accepted what it accepts, or empty
     * @param rejected what it rejects, or empty if that is not known, or nothing
     * @param reported of a definition, the rules that report what is not so
     */
    public record Named(
            String id,
            String rule,
            String demand,
            boolean isDefinition,
            boolean isHere,
            String accepted,
            String rejected,
            List<String> reported) {

        /** Whether it is known that nothing breaks it. */
        public boolean isUnbreakable() {
            return rejected.isEmpty() && reported.isEmpty() && (!accepted.isEmpty() || isDefinition);
        }
    }

    /**
     * A layout rule.
     *
     * @param text the rule or remark, as written
     * @param reading a sentence, or empty
     * @param anchor the id of what it defines, or empty
     */
    public record Line(String text, List<Reading.Part> reading, String anchor, List<Named> rules) {}

    /** A box of layout rules. */
    public record Box(List<Line> lines) implements Page.Piece {}

    /** A rule in the list of all; what it means, accepts and rejects stands here if it does not elsewhere. */
    public record Row(Named name, String text, List<Reading.Part> reading, boolean isShownElsewhere) {}

    /** The rules of a section, whose title and id may be empty. */
    public record Group(String section, String title, List<Row> rows) {}

    /** The list of all rules. */
    public record Index(List<Group> groups) implements Page.Piece {}

    /** An example that the document gives, of a rule. */
    public record Example(String rule, boolean accepted, String text) implements Page.Piece {}

    private void read(Structure structure) {
        for (Structure.Constraint rule : structure.constraints()) {
            readings.put(rule.id(), LayoutReading.of(specification, structure, rule));
        }
    }

    /** The box of a layout block: its rules and remarks, in order. */
    Box box(Content.Rules block) {
        List<Line> lines = new ArrayList<>();
        SourceText source = block.span().source();
        int at = source.lineStart(Math.min(block.span().line() + 1, source.lineCount()));
        for (LayoutLine line : block.lines()) {
            addRemark(
                    lines,
                    source.text()
                            .substring(
                                    Math.min(at, line.span().start()),
                                    line.span().start()));
            lines.add(line(block, line));
            at = line.span().end();
        }
        int end = source.lineStart(source.lineOf(block.span().end()));
        addRemark(lines, source.text().substring(Math.min(at, end), end));
        return new Box(lines);
    }

    private static void addRemark(List<Line> lines, String between) {
        if (!between.isBlank()) {
            lines.add(new Line(between.strip(), List.of(), "", List.of()));
        }
    }

    private Line line(Content.Rules block, LayoutLine line) {
        String text = line.span().text().stripIndent().strip();
        String reading = LayoutReading.of(specification, block.structures(), line);
        List<Named> rules =
                line.rulesOf(anchors.all()).stream().map(this::named).toList();
        rules.forEach(rule -> boxed.add(rule.id()));
        return new Line(
                text,
                linked.of(sentence(reading, block.structures()), text, block.structures(), foreign(line)),
                definition(block, line),
                rules);
    }

    /** Where the names of another document lead, which a stream of goes on behind a record of this one. */
    private Map<String, String> foreign(LayoutLine line) {
        Map<String, String> foreign = new HashMap<>();
        if (line.subject() == LayoutLine.Subject.CONTINUES) {
            specification.records().stream()
                    .filter(kind -> line.names().contains(kind.name()))
                    .flatMap(kind -> kind.continuation().stream())
                    .forEach(inner -> {
                        String document = inner.specification();
                        foreign.put(document, names.page(document));
                        inner.until().forEach(record -> foreign.put(record, names.in(document, record)));
                    });
        }
        return foreign;
    }

    private String definition(Content.Rules block, LayoutLine line) {
        return line.subject() == LayoutLine.Subject.DEFINITION
                ? block.structures().stream()
                        .findFirst()
                        .map(structure -> structure + "." + line.names().get(0))
                        .orElse("")
                : "";
    }

    private Named named(Rule rule) {
        Optional<RuleExample> example = Optional.ofNullable(examples.rules().get(rule.id()));
        return new Named(
                rule.id(),
                RuleAnchors.id(rule.id()),
                rule.demand(),
                rule.kind() == Rule.Kind.DEFINITION,
                anchors.place(rule.id()),
                own(rule, true).orElse(example.map(RuleExample::accepting).orElse("")),
                own(rule, false).orElse(example.map(RuleExample::rejecting).orElse("")),
                rule.reportedAs().stream()
                        .filter(id -> !rejectsNothing.contains(id))
                        .toList());
    }

    /** All rules by section, in the document's order, when all boxes are made; those that stand nowhere else have their anchor here. */
    Index index() {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        specification.sections().forEach(section -> rows.put(section.anchor(), new ArrayList<>()));
        for (Rule rule : anchors.all()) {
            Named name = named(rule);
            String reading = name.isHere() ? readings.getOrDefault(rule.id(), "") : "";
            List<String> structures = rule.structure().stream().toList();
            String section = rows.containsKey(rule.anchor()) ? rule.anchor() : "";
            boolean isShown = boxed.contains(rule.id()) || own.containsKey(rule.id());
            rows.computeIfAbsent(section, none -> new ArrayList<>())
                    .add(new Row(name, rule.text(), linked.of(reading, rule.text(), structures, Map.of()), isShown));
        }
        Map<String, String> titles = new HashMap<>();
        specification.sections().forEach(section -> titles.put(section.anchor(), section.title()));
        return new Index(rows.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> new Group(
                        group.getKey(), titles.getOrDefault(group.getKey(), ""), List.copyOf(group.getValue())))
                .toList());
    }

    /** What the document itself gives as an example. */
    private Optional<String> own(Rule rule, boolean accepted) {
        return own.getOrDefault(rule.id(), List.of()).stream()
                .filter(example -> example.accepted() == accepted)
                .map(example -> example.listing().text().strip())
                .findFirst();
    }

    /** The example that a listing is, if it is one of a rule. */
    Optional<Page.Piece> example(Content.Listing listing) {
        return ProseExamples.of(listing)
                .filter(example -> anchors.isKnown(example.rule()))
                .map(example -> new Example(
                        example.rule(), example.accepted(), listing.text().strip()));
    }

    /** A reading as a sentence; names stay as they are written. */
    private String sentence(String reading, List<String> structures) {
        String first = reading.split("[ ,]", 2)[0];
        boolean isName = first.matches(".*[_.\\[].*")
                || structures.stream()
                        .map(specification::structure)
                        .anyMatch(structure -> structure.field(first).isPresent());
        return reading.isEmpty()
                ? ""
                : (isName ? reading : Character.toUpperCase(reading.charAt(0)) + reading.substring(1)) + ".";
    }
}
