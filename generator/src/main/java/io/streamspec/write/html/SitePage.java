package io.streamspec.write.html;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of a site, before it is framed.
 *
 * @param file its name, without a folder
 * @param template a template with the parameters {@code frame}, a {@link Frame}, and {@code page}
 * @param page what that template shows
 * @param contents the headings for its table of contents; none if it is to have no such table
 * @param entries what can be searched for on it
 * @param style the page's own, behind that of every page
 * @param scripts the page's own scripts, which run behind those of every page
 */
record SitePage(
        String file,
        String title,
        String template,
        Object page,
        List<Frame.Heading> contents,
        List<SearchEntry> entries,
        String style,
        List<String> scripts) {

    SitePage {
        contents = List.copyOf(contents);
        entries = List.copyOf(entries);
        scripts = List.copyOf(scripts);
    }

    /** A page that looks and does as every page. */
    SitePage(
            String file,
            String title,
            String template,
            Object page,
            List<Frame.Heading> contents,
            List<SearchEntry> entries) {
        this(file, title, template, page, contents, entries, "", List.of());
    }

    /** The same, in a style of its own: {@code sheets}, in their order. */
    SitePage styled(String... sheets) {
        String own = Stream.of(sheets).map(Resources::text).collect(Collectors.joining());
        return new SitePage(file, title, template, page, contents, entries, own, scripts);
    }

    /** Whether every page leads to it. A handbook may have any number of texts, which the index lists. */
    boolean isMain() {
        return !(page instanceof HandbookPage);
    }
}
