package io.streamspec.write.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes one page for each specification, and an index. */
public final class HtmlWriter {

    private static final String TEMPLATES = "io.streamspec.write.html.templates";
    private static final String STYLE = "style.css";

    private HtmlWriter() {}

    /** A line of the index. */
    public record Entry(String file, String title) {}

    /** The pages of {@code site}; what had to be left out of them stands in {@code diagnostics}. */
    public static List<OutputFile> write(Site site, Diagnostics diagnostics) {
        TemplateEngine templates =
                TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlWriter.class.getClassLoader(), TEMPLATES);
        List<OutputFile> files = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (Specification specification : site.specifications()) {
            Page page = PageBuilder.build(specification);
            String file = specification.pageName() + ".html";
            files.add(new OutputFile(file, render(templates, "page.jte", Map.of("page", page))));
            entries.add(new Entry(file, specification.title()));
        }
        files.add(new OutputFile("index.html", render(templates, "index.jte", Map.of("entries", entries))));
        files.add(new OutputFile(STYLE, style()));
        return files;
    }

    private static String render(TemplateEngine templates, String template, Map<String, Object> parameters) {
        StringOutput output = new StringOutput();
        templates.render(template, parameters, output);
        return output.toString().replaceAll("\n{2,}", "\n");
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(HtmlWriter.class.getResourceAsStream(STYLE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
