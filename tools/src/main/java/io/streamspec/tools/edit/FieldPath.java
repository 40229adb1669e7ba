package io.streamspec.tools.edit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a field is, in words: {@code libxc/X86_TSC_INFO.khz}, {@code libxl#2/libxc/HVM_PARAMS[CONSOLE_PFN]},
 * {@code hvm/CPU[1].cr3}, {@code xl/header.config}.
 *
 * @param level the stream, and as many of those around it as are given; rounds of a checkpointed stream behind {@code #}
 * @param part the name of the header or record
 * @param selector what stands in brackets behind that; empty if nothing does
 * @param field the field and what is in it, as {@code inspect --hex} names it; empty if none is given
 */
record FieldPath(String level, String part, String selector, String field) {

    private static final Pattern FORM =
            Pattern.compile("(?<level>[^.\\[\\]]+)/(?<part>\\w+)(\\[(?<selector>\\w+)])?(\\.(?<field>[\\w.\\[\\]]+))?");

    /** @throws IllegalArgumentException if the words are none */
    static FieldPath of(String words) {
        Matcher form = FORM.matcher(words);
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + words + "' is no path of a field, such as libxc/X86_TSC_INFO.khz,"
                    + " libxc/HVM_PARAMS[CONSOLE_PFN] or hvm/CPU[0].cr3");
        }
        return new FieldPath(
                form.group("level"), form.group("part"), orEmpty(form.group("selector")), orEmpty(form.group("field")));
    }

    private static String orEmpty(String group) {
        return group == null ? "" : group;
    }

    /** Whether it speaks of the stream {@code path}, {@code libxl#2/libxc}, whose rounds may be left out. */
    boolean isIn(String path) {
        String asked = "/" + level;
        String there = "/" + path;
        return there.endsWith(asked) || there.replaceAll("#\\d+", "").endsWith(asked);
    }

    /** Whether it speaks of a header or record of this name, whatever its case. */
    boolean isOf(String name) {
        return part.equalsIgnoreCase(name);
    }

    @Override
    public String toString() {
        String selected = selector.isEmpty() ? "" : "[" + selector + "]";
        return level + "/" + part + selected + (field.isEmpty() ? "" : "." + field);
    }
}
