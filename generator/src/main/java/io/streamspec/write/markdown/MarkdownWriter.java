package io.streamspec.write.markdown;

import io.streamspec.model.Enumeration;
import io.streamspec.model.Section;
import io.streamspec.model.Section.Content;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import io.streamspec.write.html.Losses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a specification as one document of Markdown, in GitHub's dialect. */
public final class MarkdownWriter {

    private static final Pattern EXAMPLE = Pattern.compile("\\.example\\b.*\\brule=\"?([^\\s\"}]+)");

    private final Specification specification;
    private final MarkdownProse prose = new MarkdownProse();
    private final MarkdownAnchors anchors = new MarkdownAnchors();
    private final FieldTables tables;
    private final MarkdownRules rules;
    private final StringBuilder out = new StringBuilder();
    private final Set<String> explained = new HashSet<>();
    private final Set<String> shown = new HashSet<>();

    private MarkdownWriter(Specification specification) {
        this.specification = specification;
        this.tables = new FieldTables(specification, prose, anchors);
        this.rules = new MarkdownRules(specification, prose, anchors);
    }

    /** A document for each of {@code specifications}. */
    public static List<OutputFile> write(List<Specification> specifications, Diagnostics diagnostics) {
        specifications.forEach(specification -> Losses.reportSigns(specification, diagnostics));
        return specifications.stream()
                .map(specification ->
                        new OutputFile(specification.pageName() + ".md", new MarkdownWriter(specification).document()))
                .toList();
    }

    private String document() {
        add("# " + MarkdownText.plain(specification.title()) + "\n");
        List<String> about = new ArrayList<>();
        specification.revision().ifPresent(revision -> about.add("Revision " + revision));
        about.addAll(specification.authors());
        if (!about.isEmpty()) {
            add(MarkdownText.plain(String.join(" · ", about)) + "\n");
        }
        specification.sections().stream()
                .flatMap(section -> section.contents().stream())
                .forEach(content -> {
                    if (content instanceof Content.ValueTable table) {
                        explained.add(table.enumeration());
                    }
                });
        specification.sections().forEach(this::add);
        addRest();
        String all = rules.all();
        if (!all.isEmpty()) {
            add("# All rules\n");
            add(all);
        }
        return out.toString();
    }

    /** Adds a block, an empty line before it. */
    private void add(String block) {
        if (!block.isBlank()) {
            out.append(out.length() == 0 ? "" : "\n").append(block);
        }
    }

    private void add(Section section) {
        if (section.level() > 0) {
            add(anchors.place(section.anchor()) + "\n");
            add("#".repeat(section.level()) + " " + prose.phrase(section.title()) + "\n");
        }
        boolean hasTable = section.contents().stream().anyMatch(content -> content instanceof Content.FieldTable);
        for (Content content : section.contents()) {
            add(content, hasTable);
        }
    }

    private void add(Content content, boolean hasTable) {
        if (content instanceof Content.Prose text) {
            add(prose.blocks(text.text()));
        } else if (content instanceof Content.Diagram diagram) {
            Structure structure = specification.structure(diagram.structures().get(0));
            add(MarkdownText.block("", TextDiagram.of(specification, structure, diagram.octetsPerRow())));
            if (!hasTable) {
                addFields(diagram.structures());
            }
        } else if (content instanceof Content.FieldTable table) {
            addFields(table.structures());
        } else if (content instanceof Content.ValueTable table) {
            addValues(
                    specification.enumeration(table.enumeration()),
                    table.caption().orElse(""));
        } else if (content instanceof Content.PlainTable table) {
            table.caption().ifPresent(caption -> add(caption(caption) + "\n"));
            add(MarkdownText.table(
                    table.header().stream().map(prose::phrase).toList(),
                    table.rows().stream().map(this::cells).toList()));
        } else if (content instanceof Content.Rules written) {
            add(rules.of(written));
        } else if (content instanceof Content.Listing listing) {
            add(MarkdownText.block("", listing.text()), listing.info());
        }
    }

    /** Adds a listing; of an example, what it is one of stands before it. */
    private void add(String block, String info) {
        Matcher example = EXAMPLE.matcher(info);
        if (example.find()) {
            String verb = info.contains("reject") ? "Against " : "In keeping with ";
            add(verb + MarkdownText.code(example.group(1)) + ":\n");
        }
        add(block);
    }

    private String caption(String caption) {
        return prose.blocks(caption).strip().replaceFirst("[.:]*$", ":");
    }

    private List<String> cells(List<List<String>> row) {
        return row.stream().map(cell -> prose.cell(String.join("\n\n", cell))).toList();
    }

    /** Adds the table of structures of one layout, once; where their fields differ, the others' own. */
    private void addFields(List<String> names) {
        for (String name : names) {
            if (!shown.add(name)) {
                continue;
            }
            Structure structure = specification.structure(name);
            String table = tables.fields(structure);
            if (!table.isEmpty()) {
                add((names.size() > 1 ? "Fields of " + MarkdownText.code(name) + ":\n\n" : "") + table);
            }
            markInside(name);
            tables.enumerations(structure)
                    .filter(enumeration -> explained.add(enumeration.name()))
                    .forEach(enumeration -> addValues(enumeration, ""));
        }
    }

    private void markInside(String owner) {
        for (Structure structure : specification.structures()) {
            if (structure.owner().filter(owner::equals).isPresent() && shown.add(structure.name())) {
                tables.enumerations(structure)
                        .filter(enumeration -> explained.add(enumeration.name()))
                        .forEach(enumeration -> addValues(enumeration, ""));
                markInside(structure.name());
            }
        }
    }

    private void addValues(Enumeration enumeration, String caption) {
        String words =
                caption.isEmpty() ? "Values of " + MarkdownText.code(enumeration.name()) + ":" : caption(caption);
        add(words + "\n\n" + tables.values(enumeration));
    }

    /** Structures and values that no section shows. */
    private void addRest() {
        for (Structure structure : specification.structures()) {
            addFields(List.of(structure.name()));
        }
        specification.enumerations().stream()
                .filter(enumeration -> explained.add(enumeration.name()))
                .forEach(enumeration -> addValues(enumeration, ""));
    }
}
