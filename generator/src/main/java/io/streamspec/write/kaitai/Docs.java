package io.streamspec.write.kaitai;

import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.Map;
import java.util.Optional;

/** What the document says, and where. */
final class Docs {

    private Docs() {}

    /** Adds a description, if there is one. */
    static void add(Map<String, Object> target, String description) {
        Prose prose = Prose.of(description);
        if (!prose.text().isEmpty()) {
            target.put("doc", prose);
        }
    }

    /** Adds a name of the document's, where Kaitai's is another. */
    static void addOriginal(Map<String, Object> target, String id, String label) {
        if (!id.equals(label)) {
            target.put("-orig-id", Prose.of(label));
        }
    }

    /** Adds a structure's description, and the section that it stands in. */
    static void add(
            Map<String, Object> target, Structure structure, Specification specification, Optional<String> docs) {
        add(target, structure.description());
        String section = specification.title() + ", " + structure.section();
        target.put(
                "doc-ref",
                Prose.of(docs.map(base -> address(base, specification, "#" + structure.anchor()) + " ")
                                .orElse("")
                        + section));
    }

    /** Where the specification's page is, if pages are in the folder {@code base}. */
    static String address(String base, Specification specification, String anchor) {
        return base + (base.endsWith("/") ? "" : "/") + specification.pageName() + ".html" + anchor;
    }
}
