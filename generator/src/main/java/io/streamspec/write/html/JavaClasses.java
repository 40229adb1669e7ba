package io.streamspec.write.html;

import io.streamspec.model.Specification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links from structures and fields to the Javadoc of what is generated for them; none where a site has no Javadoc. */
final class JavaClasses {

    private final Optional<String> address;
    private final Map<String, String> names;

    JavaClasses(Site site, Specification specification) {
        this.address = site.javadoc().address().flatMap(Links::safe);
        this.names = site.javadoc().classes().getOrDefault(specification.name(), Map.of());
    }

    /** The classes of {@code structures}. */
    Optional<Page.Piece> of(List<String> structures) {
        List<Page.ClassLink> links = new ArrayList<>();
        structures.forEach(structure -> find(structure).ifPresent(links::add));
        return links.isEmpty() ? Optional.empty() : Optional.of(new Page.Piece.Classes(List.copyOf(links)));
    }

    /** What reads {@code field} of {@code structure}. */
    Optional<Page.ClassLink> of(String structure, String field) {
        return find(structure + "#" + field)
                .map(link ->
                        new Page.ClassLink(link.name().substring(link.name().indexOf('#') + 1), link.address()));
    }

    private Optional<Page.ClassLink> find(String key) {
        return address.flatMap(base -> Optional.ofNullable(names.get(key)).map(name -> link(base, name)));
    }

    private static Page.ClassLink link(String address, String name) {
        int type = 0;
        while (type < name.length() && !Character.isUpperCase(name.charAt(type))) {
            type = name.indexOf('.', type) + 1;
        }
        String path = name.substring(0, type).replace('.', '/');
        String base = address.isEmpty() || address.endsWith("/") ? address : address + "/";
        int member = name.indexOf('#') < 0 ? name.length() : name.indexOf('#');
        String page = base + path + name.substring(type, member) + ".html" + name.substring(member);
        return new Page.ClassLink(name.substring(type), page);
    }
}
