package io.streamspec.write.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links the names in the plain reading of a rule to what they name, each once. */
public final class Reading {

    private static final Pattern NAME =
            Pattern.compile("(?<![\\p{L}\\p{N}_.-])[\\p{L}_][\\p{L}\\p{N}_-]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*");
    private static final Pattern OWNER = Pattern.compile(" of ([\\p{L}_][\\p{L}\\p{N}_]*)");
    private static final Pattern KEYWORDS = Pattern.compile("\\bto end\\b|\\bnew type\\b");

    private final Names names;

    Reading(Names names) {
        this.names = names;
    }

    /** Some words, and where they lead, or empty. */
    public record Part(String text, String href) {}

    /**
     * The parts of {@code reading}, in order.
     *
     * @param rule the rule that it reads: a word that looks like no name is one if the rule has it
     * @param structures those of the section that the rule stands in
     * @param foreign where names lead that are another document's here, or empty
     */
    List<Part> of(String reading, String rule, List<String> structures, Map<String, String> foreign) {
        List<Part> parts = new ArrayList<>();
        Set<String> linked = new HashSet<>();
        Set<String> written = written(rule);
        Matcher name = NAME.matcher(reading);
        int behind = 0;
        while (name.find()) {
            String word = name.group();
            boolean isName = written.contains(word) || looksLikeOne(word);
            String address = isName ? address(word, reading, name.end(), structures, foreign) : "";
            if (!address.isEmpty() && linked.add(address)) {
                add(parts, reading.substring(behind, name.start()), "");
                add(parts, word, address);
                behind = name.end();
            }
        }
        add(parts, reading.substring(behind), "");
        return parts;
    }

    /** The names in a rule, whole and in parts, and other words that do no harm. */
    private static Set<String> written(String rule) {
        Set<String> written = new HashSet<>();
        NAME.matcher(KEYWORDS.matcher(rule).replaceAll("")).results().forEach(name -> {
            written.add(name.group());
            written.addAll(List.of(name.group().split("[.-]")));
        });
        return written;
    }

    /** {@code type of domain_header} is that of the header, though this structure may have one, too. */
    private String address(String name, String reading, int end, List<String> structures, Map<String, String> foreign) {
        if (foreign.containsKey(name)) {
            return foreign.get(name);
        }
        Matcher owner = OWNER.matcher(reading).region(end, reading.length());
        Optional<Names.Target> owned =
                owner.lookingAt() ? names.find(owner.group(1) + "." + name, structures) : Optional.empty();
        return owned.or(() -> names.find(name, structures))
                .map(Names.Target::address)
                .orElse("");
    }

    private static boolean looksLikeOne(String word) {
        return word.indexOf('_') >= 0 || word.indexOf('.') >= 0 || word.matches("[\\p{Lu}\\p{N}]{2,}");
    }

    private static void add(List<Part> parts, String text, String href) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, href));
        }
    }
}
