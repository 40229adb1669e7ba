package io.streamspec.write.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The page that leads to all others, in groups: what speaks of documents, and the folders of the handbook. */
public record IndexPage(List<Group> groups) {

    private static final String DOCUMENTS = "Specifications";

    public IndexPage {
        groups = List.copyOf(groups);
    }

    /** Pages that belong together. */
    public record Group(String title, List<Frame.Link> links) {
        public Group {
            links = List.copyOf(links);
        }
    }

    /**
     * The index of {@code pages}; a folder is called as the page of its README is, or else by its own name, unless another is
     * called so before it.
     *
     * @param javadoc where the Javadoc of the generated classes begins, if there is some
     */
    static IndexPage of(List<SitePage> pages, Optional<String> javadoc) {
        Map<String, String> titles = new LinkedHashMap<>();
        Map<String, List<Frame.Link>> groups = new LinkedHashMap<>();
        for (SitePage page : pages) {
            String group = group(page, pages);
            groups.computeIfAbsent(group, none -> new ArrayList<>())
                    .add(new Frame.Link(page.file(), page.title(), false));
            titles.putIfAbsent(group, words(group));
            if (page.page() instanceof HandbookPage text
                    && text.isReadme()
                    && text.folder().equals(group)) {
                titles.put(group, page.title());
            }
        }
        javadoc.ifPresent(address -> groups.computeIfAbsent(DOCUMENTS, none -> new ArrayList<>())
                .add(new Frame.Link(address, "Javadoc of the generated classes", false)));
        List<Group> named = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        groups.forEach((folder, links) -> {
            String title = titles.getOrDefault(folder, DOCUMENTS);
            named.add(new Group(taken.add(title) ? title : title + " (" + folder + ")", links));
        });
        return new IndexPage(named);
    }

    /** A folder with a README and nothing else makes no group. */
    private static String group(SitePage page, List<SitePage> pages) {
        if (!(page.page() instanceof HandbookPage text)) {
            return DOCUMENTS;
        }
        boolean isAlone = pages.stream()
                        .filter(other -> other.page() instanceof HandbookPage more
                                && more.folder().equals(text.folder()))
                        .count()
                == 1;
        return isAlone && text.isReadme() ? "" : text.folder();
    }

    /** {@code docs/data-sheets} is Data sheets; what lies in no folder is the handbook. */
    private static String words(String folder) {
        String name = folder.substring(folder.lastIndexOf('/') + 1).replaceAll("[-_]+", " ");
        return name.isEmpty() ? "Handbook" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
