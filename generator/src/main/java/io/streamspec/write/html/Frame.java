package io.streamspec.write.html;

import java.util.List;
import java.util.Optional;

/**
 * What surrounds every page: its head, the ways to the other pages, the search box, and the scripts.
 *
 * @param file the page's own file
 * @param pages the pages of the site, in order; empty where a page travels alone
 * @param contents the headings of this page, in order
 * @param policy the content security policy, which names style and scripts by their hashes
 * @param scripts run in this order
 * @param isSearchable whether there is anything to search for
 * @param index the file with what can be searched for, or empty where the page holds it itself
 */
public record Frame(
        String file,
        String title,
        List<Link> pages,
        Optional<Link> previous,
        Optional<Link> next,
        List<Heading> contents,
        String policy,
        String style,
        List<String> scripts,
        boolean isSearchable,
        String index) {

    public Frame {
        pages = List.copyOf(pages);
        contents = List.copyOf(contents);
        scripts = List.copyOf(scripts);
    }

    /** A way to a page. */
    public record Link(String file, String title, boolean current) {}

    /** A line of the table of contents; the page's title is level 0. */
    public record Heading(int level, String id, String title) {}
}
