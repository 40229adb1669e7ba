package io.streamspec.write.html;

import com.vladsch.flexmark.util.ast.Node;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pages of the handbook that goes with specifications. */
final class HandbookPages {

    private static final DiagnosticId PAGE_TWICE = DiagnosticId.error("page-twice");

    private final Map<String, HandbookRenderer> texts = new LinkedHashMap<>();
    private final List<Site.Manuscript> manuscripts;
    private final Diagnostics diagnostics;

    /** Those of {@code manuscripts}; what is wrong with them goes to {@code diagnostics}. */
    HandbookPages(List<Site.Manuscript> manuscripts, Diagnostics diagnostics) {
        this.manuscripts = List.copyOf(manuscripts);
        this.diagnostics = diagnostics;
        Map<String, Site.Manuscript> used = new LinkedHashMap<>();
        for (Site.Manuscript text : manuscripts) {
            if (isMarkdown(text)) {
                HandbookRenderer markdown = new HandbookRenderer(text.text().text());
                texts.put(text.path(), markdown);
                reportSigns(text.text());
                markdown.images().forEach(image -> reportImage(text.text(), image));
            }
            reportTwice(used.putIfAbsent(file(text.path()), text), text);
        }
    }

    /** The pages by the paths of their texts. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        manuscripts.forEach(text -> files.put(text.path(), file(text.path())));
        return files;
    }

    /** The ids of the headings on each page, by page. */
    Map<String, Set<String>> places() {
        Map<String, Set<String>> places = new LinkedHashMap<>();
        texts.forEach((path, text) -> places.put(file(path), ids(text)));
        return places;
    }

    /** A page for each text; links that lead nowhere by {@code links} are told of. */
    List<SitePage> pages(SiteLinks links) {
        return manuscripts.stream().map(text -> page(text, links)).toList();
    }

    private SitePage page(Site.Manuscript text, SiteLinks links) {
        HandbookRenderer markdown = texts.get(text.path());
        String name = text.path().substring(text.path().lastIndexOf('/') + 1);
        if (markdown == null) {
            HandbookPage listing =
                    new HandbookPage(text.path(), name, Optional.of(text.text().text()), new Page.Html(""));
            return new SitePage(file(text.path()), name, "handbook.jte", listing, List.of(), List.of());
        }
        List<Frame.Heading> headings = markdown.headings();
        String title = headings.stream().findFirst().map(Frame.Heading::title).orElse(name);
        HandbookPage page = new HandbookPage(text.path(), title, Optional.empty(), markdown.render((address, link) -> {
            Optional<String> target = links.on(text.path(), address);
            if (target.isEmpty()) {
                diagnostics.report(
                        SiteLinks.dangling(text.text().span(link.getStartOffset(), link.getEndOffset()), address));
            }
            return target;
        }));
        List<Frame.Heading> contents =
                headings.stream().filter(heading -> heading.level() > 0).toList();
        return new SitePage(file(text.path()), title, "handbook.jte", page, contents, entries(title, headings));
    }

    private static List<SearchEntry> entries(String title, List<Frame.Heading> headings) {
        return headings.stream()
                .map(heading -> new SearchEntry("section", heading.title(), title, heading.id(), Optional.empty()))
                .toList();
    }

    private void reportSigns(SourceText source) {
        if (HiddenSigns.areIn(source.text())) {
            int start = HiddenSigns.first(source.text());
            Losses.reportSigns(source.span(start, start), diagnostics);
        }
    }

    private void reportImage(SourceText source, Node image) {
        Losses.reportImage(
                source.span(image.getStartOffset(), image.getEndOffset()),
                image.getChars().toString(),
                diagnostics);
    }

    private void reportTwice(Site.@Nullable Manuscript first, Site.Manuscript second) {
        if (first != null) {
            diagnostics.report(PAGE_TWICE
                    .at(second.text().span(0, 0), "two pages would be called %s", file(second.path()))
                    .hint("rename one of the files")
                    .seeAlso(first.text().span(0, 0), "the other is here"));
        }
    }

    private static Set<String> ids(HandbookRenderer markdown) {
        return markdown.headings().stream().map(Frame.Heading::id).collect(Collectors.toSet());
    }

    private static boolean isMarkdown(Site.Manuscript text) {
        return text.path().endsWith(".md");
    }

    /** All pages lie in one folder, so the folders of a text go into its page's name. */
    private static String file(String path) {
        String plain = path.replaceFirst("\\.md$", "").replaceAll("[^\\p{L}\\p{N}_.-]+", "-");
        return (plain.equalsIgnoreCase("index") ? "page-" + plain : plain) + ".html";
    }
}
