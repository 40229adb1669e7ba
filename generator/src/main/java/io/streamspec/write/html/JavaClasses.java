package io.streamspec.write.html;

import io.streamspec.model.Specification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links from structures to the Javadoc of the classes generated for them. */
final class JavaClasses {

    private JavaClasses() {}

    /** The classes of {@code structures}; nothing where the site has no Javadoc. */
    static Optional<Page.Piece> of(Site site, Specification specification, List<String> structures) {
        Optional<String> address = site.javadoc().address().flatMap(Links::safe);
        Map<String, String> classes = site.javadoc().classes().getOrDefault(specification.name(), Map.of());
        List<Page.ClassLink> links = new ArrayList<>();
        for (String structure : structures) {
            String name = classes.get(structure);
            if (name != null && address.isPresent()) {
                links.add(link(address.get(), name));
            }
        }
        return links.isEmpty() ? Optional.empty() : Optional.of(new Page.Piece.Classes(List.copyOf(links)));
    }

    private static Page.ClassLink link(String address, String name) {
        int type = 0;
        while (type < name.length() && !Character.isUpperCase(name.charAt(type))) {
            type = name.indexOf('.', type) + 1;
        }
        String path = name.substring(0, type).replace('.', '/');
        String base = address.isEmpty() || address.endsWith("/") ? address : address + "/";
        return new Page.ClassLink(name.substring(type), base + path + name.substring(type) + ".html");
    }
}
