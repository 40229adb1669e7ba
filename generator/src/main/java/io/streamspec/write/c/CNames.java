package io.streamspec.write.c;

import io.streamspec.model.Specification;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Identifiers of one header. All that other files can see begins with the specification's short name, so that none is a
 * word of C or C++ or a macro of theirs; no two things have the same one.
 */
final class CNames {

    private static final Pattern IN_PRELUDE = Pattern.compile("\\b(?:prefix|PREFIX)_\\w+");

    /** What a member may not be called: words of C and C++, and macros in small letters that systems define. */
    private static final Set<String> TAKEN = Set.of(
            """
            alignas alignof and and_eq asm assert auto bitand bitor bool break case catch char char8_t char16_t char32_t
            class compl complex concept const consteval constexpr constinit const_cast continue co_await co_return
            co_yield decltype default delete do double dynamic_cast else emit enum errno explicit export extern false far
            float for foreach forever friend goto huge i386 if imaginary import inline int interface linux long major
            makedev max min minor module mutable namespace near new noexcept noreturn not not_eq nullptr offsetof operator
            or or_eq pascal private protected public register reinterpret_cast requires restrict return setjmp short
            signals signed sizeof slots small static static_assert static_cast stderr stdin stdout struct switch template
            this thread_local throw true try typedef typeid typename typeof typeof_unqual union unix unsigned using va_arg
            va_copy va_end va_start virtual void volatile wchar_t while xor xor_eq"""
                    .split("\\s+"));

    private final String prefix;
    private final Set<String> used = new HashSet<>();
    private final Set<String> tags = new HashSet<>();
    private final Map<List<String>, String> names = new HashMap<>();

    CNames(Specification specification, String prelude) {
        String word = word(specification.shortName()).toLowerCase(Locale.ROOT);
        prefix = word.isEmpty() || !Character.isLetter(word.charAt(0)) ? "stream" + word : word;
        Matcher inPrelude = IN_PRELUDE.matcher(prelude);
        while (inPrelude.find()) {
            used.add(prelude(inPrelude.group()));
            tags.add(prelude(inPrelude.group()));
        }
    }

    /** {@code text} of the prelude with this header's names in it. */
    String prelude(String text) {
        return text.replaceAll("\\bprefix_", prefix + "_")
                .replaceAll("\\bPREFIX_", upper(prefix) + "_");
    }

    /** A name of the prelude: {@code take} is {@code libxc_take}. */
    String helper(String name) {
        return prefix + "_" + name;
    }

    /** The tag of a structure or an enumeration, the same for the same parts: {@code libxc_image_header}. */
    String tag(String... parts) {
        return names.computeIfAbsent(key("tag", parts), absent -> unused(lower(joined(parts)), tags));
    }

    /** The name of a function, the same for the same parts: {@code libxc_page_data_read}. */
    String function(String... parts) {
        return names.computeIfAbsent(key("function", parts), absent -> unused(lower(joined(parts)), used));
    }

    /** The name of a macro or an enumerator, the same for the same parts: {@code LIBXC_IMAGE_HEADER_ID}. */
    String constant(String... parts) {
        return names.computeIfAbsent(key("constant", parts), absent -> unused(upper(joined(parts)), used));
    }

    private static List<String> key(String kind, String... parts) {
        return Stream.concat(Stream.of(kind), Arrays.stream(parts)).toList();
    }

    private String joined(String... parts) {
        return Arrays.stream(parts)
                .map(CNames::word)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("_", prefix + "_", ""));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** The guard of the header of that name. */
    static String guard(String page) {
        String word = word(page).toUpperCase(Locale.ROOT);
        return (word.isEmpty() || !Character.isLetter(word.charAt(0)) ? "STREAM_" : "") + word + "_H";
    }

    /** What a member, a parameter or a local variable is called, where {@code taken} are in use; adds it to those. */
    static String member(String name, Set<String> taken) {
        String word = word(name).toLowerCase(Locale.ROOT);
        boolean isNone = word.isEmpty() || !Character.isLetter(word.charAt(0)) || TAKEN.contains(word);
        return unused(isNone ? "f_" + word : word, taken);
    }

    private static String unused(String name, Set<String> taken) {
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + "_" + i;
        }
        return free;
    }

    /** {@code text} with letters, digits and single underscores of ASCII only: other letters become their number. */
    private static String word(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean isPlain = c < 0x80 && Character.isLetterOrDigit(c);
            if (isPlain) {
                out.appendCodePoint(c);
            } else if (c >= 0x80 && Character.isLetterOrDigit(c)) {
                out.append('u').append(Integer.toHexString(c));
            } else if (out.length() > 0 && out.charAt(out.length() - 1) != '_') {
                out.append('_');
            }
        });
        int end = out.length();
        return out.substring(0, end > 0 && out.charAt(end - 1) == '_' ? end - 1 : end);
    }
}
