package io.streamspec.write.html;

import com.vladsch.flexmark.util.sequence.Escaping;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.streamspec.diff.Review;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the pages of a site: one for each specification, those that speak of several, and an index. */
public final class HtmlWriter {

    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");
    private static final String INDEX = "search-index.js";
    private static final List<String> SCRIPTS = List.of("fold.js", "follow.js", "marks.js");
    private static final List<String> SEARCH = List.of("match.js", "search.js");
    private static final String TEMPLATES = "io.streamspec.write.html.templates";

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlWriter.class.getClassLoader(), TEMPLATES);
    private final String style = Resources.text("style.css").strip();
    private final Site site;
    private final List<SitePage> pages;

    private HtmlWriter(Site site, List<SitePage> pages) {
        this.site = site;
        this.pages = pages;
    }

    /** The pages of {@code site}; what had to be left out of them stands in {@code diagnostics}. */
    public static List<OutputFile> write(Site site, Diagnostics diagnostics) {
        if (site.singleFile()) {
            return singles(site, diagnostics);
        }
        List<SitePage> pages = new ArrayList<>();
        HandbookPages handbook = new HandbookPages(site.handbook(), diagnostics);
        Optional<SitePage> decoder = DecoderPage.of(site.specifications(), diagnostics);
        SiteLinks links = links(site, handbook, decoder);
        for (Specification specification : site.specifications()) {
            Function<String, Optional<String>> leads = address -> links.on(path(specification), address);
            Losses.report(specification, leads, diagnostics);
            pages.add(document(PageBuilder.build(site, specification, leads), specification));
            List<Specification> older = site.older().getOrDefault(specification.name(), List.of());
            if (!older.isEmpty()) {
                pages.add(RevisionsBuilder.build(specification, older));
            }
        }
        decoder.ifPresent(pages::add);
        pages.addAll(handbook.pages(links));
        pages.add(overview(List.copyOf(pages), site.javadoc()));
        return new HtmlWriter(site, pages).files();
    }

    /** Pages that are sent around by themselves, so none leads to another. */
    private static List<OutputFile> singles(Site site, Diagnostics diagnostics) {
        List<SitePage> pages = new ArrayList<>();
        for (Specification specification : site.specifications()) {
            SiteLinks links = new SiteLinks(
                    Map.of(path(specification), file(specification)),
                    Map.of(file(specification), () -> ids(site, specification)));
            Function<String, Optional<String>> leads = address -> links.on(path(specification), address);
            Losses.report(specification, leads, diagnostics);
            pages.add(document(PageBuilder.build(site, specification, leads), specification));
        }
        return new HtmlWriter(site, pages).files();
    }

    private static String path(Specification specification) {
        return specification.name() + ".pandoc";
    }

    private static String file(Specification specification) {
        return specification.pageName() + ".html";
    }

    /** The ways between the pages of {@code site}, which go by the names of texts and by those of pages. */
    private static SiteLinks links(Site site, HandbookPages handbook, Optional<SitePage> decoder) {
        Map<String, String> files = new LinkedHashMap<>(handbook.files());
        Map<String, Supplier<Set<String>>> places = new LinkedHashMap<>();
        handbook.places().forEach((page, ids) -> places.put(page, () -> ids));
        for (Specification specification : site.specifications()) {
            files.put(path(specification), file(specification));
            places.put(file(specification), () -> ids(site, specification));
            if (!site.older().getOrDefault(specification.name(), List.of()).isEmpty()) {
                files.put(RevisionsBuilder.file(specification), RevisionsBuilder.file(specification));
            }
        }
        decoder.ifPresent(page -> files.put(page.file(), page.file()));
        List.copyOf(files.values()).forEach(page -> files.putIfAbsent(page, page));
        files.putIfAbsent("index.html", "index.html");
        return new SiteLinks(files, places);
    }

    /** The ids on the page of {@code specification}, whose links need not be known for that. */
    private static Set<String> ids(Site site, Specification specification) {
        SitePage page = document(PageBuilder.build(site, specification, Links::safe), specification);
        String html = new HtmlWriter(site, List.of(page)).render(page);
        return ID.matcher(html)
                .results()
                .map(id -> Escaping.unescapeHtml(id.group(1)))
                .collect(Collectors.toSet());
    }

    /** One page, which needs no other, about what changed between two revisions of a document. */
    public static OutputFile write(Review review) {
        SitePage page = RevisionsBuilder.alone(review);
        Site site = new Site(List.of(), Map.of(), Map.of(), new Site.Javadoc(Optional.empty(), ""), List.of(), true);
        return new HtmlWriter(site, List.of(page)).files().get(0);
    }

    private static SitePage document(Page page, Specification specification) {
        List<Frame.Heading> contents = page.parts().stream()
                .filter(part -> part.level() > 0)
                .map(part -> new Frame.Heading(part.level(), part.id(), part.title()))
                .toList();
        return new SitePage(file(specification), specification.title(), "page.jte", page, contents, page.entries())
                .styled("document.css");
    }

    private static SitePage overview(List<SitePage> others, Site.Javadoc javadoc) {
        IndexPage index = IndexPage.of(
                others,
                javadoc.address().flatMap(Links::safe).map(address -> address.replaceFirst("/$", "") + "/index.html"));
        return new SitePage("index.html", "All pages", "index.jte", index, List.of(), List.of());
    }

    private List<OutputFile> files() {
        List<OutputFile> files = new ArrayList<>();
        for (SitePage page : pages) {
            files.add(new OutputFile(page.file(), render(page)));
        }
        if (!site.singleFile()) {
            files.add(new OutputFile(INDEX, index(pages)));
        }
        return files;
    }

    private String render(SitePage page) {
        StringOutput output = new StringOutput();
        templates.render(page.template(), Map.of("frame", frame(page), "page", page.page()), output);
        return output.toString();
    }

    private Frame frame(SitePage page) {
        boolean isSearchable = !site.singleFile() || !page.entries().isEmpty();
        List<String> scripts = scripts(page, isSearchable);
        String looks = (style + "\n" + page.style()).strip();
        int place = pages.indexOf(page);
        return new Frame(
                page.file(),
                page.title(),
                site.singleFile()
                        ? List.of()
                        : pages.stream()
                                .filter(other -> other.isMain() || other.equals(page))
                                .map(other -> link(other, page))
                                .toList(),
                neighbour(place - 1),
                neighbour(place + 1),
                page.contents(),
                ContentPolicy.of(looks, scripts),
                looks,
                scripts,
                isSearchable,
                site.singleFile() ? "" : INDEX);
    }

    private List<String> scripts(SitePage page, boolean isSearchable) {
        List<String> scripts = new ArrayList<>();
        if (site.singleFile() && isSearchable) {
            scripts.add(index(List.of(page)));
        }
        SCRIPTS.forEach(name -> scripts.add(Resources.text(name)));
        if (isSearchable) {
            SEARCH.forEach(name -> scripts.add(Resources.text(name)));
        }
        scripts.addAll(page.scripts());
        scripts.replaceAll(String::strip); // checkers take their hashes without the space around them
        return scripts;
    }

    private static String index(List<SitePage> pages) {
        Map<Frame.Link, List<SearchEntry>> entries = new LinkedHashMap<>();
        pages.forEach(page -> entries.put(link(page, page), page.entries()));
        return SearchIndex.script(entries);
    }

    private Optional<Frame.Link> neighbour(int place) {
        boolean there = !site.singleFile() && place >= 0 && place < pages.size();
        return there ? Optional.of(link(pages.get(place), pages.get(place))) : Optional.empty();
    }

    private static Frame.Link link(SitePage page, SitePage from) {
        return new Frame.Link(page.file(), page.title(), page.equals(from));
    }
}
