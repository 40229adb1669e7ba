package io.streamspec.diff;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is called otherwise in the new revision, so that everything else that names it does not count as changed. */
final class Names {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*");

    static final Names NONE = new Names(Optional.empty(), Map.of());

    private final Optional<Names> others;
    private final Map<String, String> renamed;

    private Names(Optional<Names> others, Map<String, String> renamed) {
        this.others = others;
        this.renamed = Map.copyOf(renamed);
    }

    /** These names, and {@code more}, new ones by old ones, which come first. */
    Names with(Map<String, String> more) {
        return new Names(Optional.of(this), more);
    }

    /** The new name of a thing, or of the thing within a thing that has a new name. */
    String of(String name) {
        Optional<String> known = known(name);
        if (known.isPresent()) {
            return known.get();
        }
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : of(name.substring(0, dot)) + name.substring(dot);
    }

    private Optional<String> known(String name) {
        return Optional.ofNullable(renamed.get(name)).or(() -> others.flatMap(names -> names.known(name)));
    }

    /** A text of the old revision, with every name in it as the new revision has it. */
    String in(String text) {
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(of(name.group())));
    }
}
