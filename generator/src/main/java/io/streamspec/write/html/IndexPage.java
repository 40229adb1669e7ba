package io.streamspec.write.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The page that leads to all others, in groups: what speaks of documents, and the folders of the handbook. */
public record IndexPage(List<Group> groups) {

    public IndexPage {
        groups = List.copyOf(groups);
    }

    /**
     * Pages that belong together.
     *
     * @param title empty for what stands at the top of the handbook
     */
    public record Group(String title, List<Frame.Link> links) {
        public Group {
            links = List.copyOf(links);
        }
    }

    /** The index of {@code pages}; a folder is called as the page of its README is, unless another is called so before it. */
    static IndexPage of(List<SitePage> pages) {
        Map<String, String> titles = new LinkedHashMap<>();
        Map<String, List<Frame.Link>> groups = new LinkedHashMap<>();
        for (SitePage page : pages) {
            String group = group(page);
            groups.computeIfAbsent(group, none -> new ArrayList<>())
                    .add(new Frame.Link(page.file(), page.title(), false));
            titles.putIfAbsent(group, group);
            if (page.page() instanceof HandbookPage text && text.isReadme()) {
                titles.put(group, page.title());
            }
        }
        titles.computeIfPresent("", (top, title) -> "Handbook");
        List<Group> named = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        groups.forEach((folder, links) -> {
            String title = titles.getOrDefault(folder, "");
            named.add(new Group(taken.add(title) ? title : title + " (" + folder + ")", links));
        });
        return new IndexPage(named);
    }

    private static String group(SitePage page) {
        return page.page() instanceof HandbookPage text ? text.folder() : "Specifications";
    }
}
