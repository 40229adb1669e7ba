package io.streamspec.diff;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is called otherwise in the new revision, so that everything else that names it does not count as changed. */
final class Names {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*");

    private final Map<String, String> renamed = new HashMap<>();

    /** These names, and one more. */
    Names with(String before, String after) {
        Names more = new Names();
        more.renamed.putAll(renamed);
        more.renamed.put(before, after);
        return more;
    }

    /** The new name of a thing, or of the thing within a thing that has a new name. */
    String of(String name) {
        String known = renamed.get(name);
        if (known != null) {
            return known;
        }
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : of(name.substring(0, dot)) + name.substring(dot);
    }

    /** A text of the old revision, with every name in it as the new revision has it. */
    String in(String text) {
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(of(name.group())));
    }
}
