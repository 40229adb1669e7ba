package io.streamspec.write.html;

import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.sequence.Escaping;
import io.streamspec.model.Section.Content.Prose;
import io.streamspec.model.Specification;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses that links go by ({@code [name]: address}): they count in the whole document, wherever they stand in it. */
final class LinkDefinitions {

    static final LinkDefinitions NONE = new LinkDefinitions(List.of());

    private static final Pattern LABEL = Pattern.compile("\\[((?:[^\\[\\]\\\\]|\\\\.){1,999}+)]");
    private static final Parser PARSER = Parser.builder().build();

    private final Map<String, String> definitions = new LinkedHashMap<>();

    /** The definitions in {@code texts}; of two with one name the first counts. */
    LinkDefinitions(List<String> texts) {
        for (String text : texts) {
            if (text.contains("]:")) {
                Document parsed = PARSER.parse(HiddenSigns.hide(text));
                for (Reference found : Parser.REFERENCES.get(parsed).values()) {
                    definitions.putIfAbsent(
                            name(found.getReference()), found.getChars().toString());
                }
            }
        }
    }

    /** Those of all running text of {@code specification}. */
    static LinkDefinitions of(Specification specification) {
        return new LinkDefinitions(specification.sections().stream()
                .flatMap(section -> section.contents().stream())
                .filter(Prose.class::isInstance)
                .map(content -> Footnotes.hidden(((Prose) content).text()))
                .toList());
    }

    /** The definitions that {@code text} may go by, to stand before it: a block of their own, which shows nothing. */
    String before(String text) {
        if (definitions.isEmpty()) {
            return "";
        }
        Set<String> used = new LinkedHashSet<>();
        Matcher label = LABEL.matcher(text);
        while (label.find()) {
            String definition = definitions.get(name(label.group(1)));
            if (definition != null) {
                used.add(definition);
            }
        }
        return used.isEmpty() ? "" : String.join("\n", used) + "\n\n";
    }

    private static String name(CharSequence label) {
        return Escaping.normalizeReference(label, true);
    }
}
