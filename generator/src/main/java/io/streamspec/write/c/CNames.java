package io.streamspec.write.c;

import io.streamspec.model.Specification;
import io.streamspec.write.Identifiers;
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
        String word = Identifiers.word(specification.shortName()).toLowerCase(Locale.ROOT);
        prefix = word.isEmpty() || !Character.isLetter(word.charAt(0)) ? "stream" + word : word;
        Matcher inPrelude = IN_PRELUDE.matcher(prelude);
        while (inPrelude.find()) {
            used.add(prelude(inPrelude.group()));
            tags.add(prelude(inPrelude.group()));
        }
    }

    /** {@code text} of the prelude with this header's names in it. */
    String prelude(String text) {
        return text.replaceAll("\\bprefix_", prefix + "_").replaceAll("\\bPREFIX_", upper(prefix) + "_");
    }

    /** A name of the prelude: {@code take} is {@code libxc_take}. */
    String helper(String name) {
        return prefix + "_" + name;
    }

    /** The tag of a structure or an enumeration, the same for the same parts: {@code libxc_image_header}. */
    String tag(String... parts) {
        return names.computeIfAbsent(key("tag", parts), absent -> Identifiers.unused(lower(joined(parts)), tags));
    }

    /** The name of a function, the same for the same parts: {@code libxc_page_data_read}. */
    String function(String... parts) {
        return names.computeIfAbsent(key("function", parts), absent -> Identifiers.unused(lower(joined(parts)), used));
    }

    /** The name of a macro or an enumerator, the same for the same parts: {@code LIBXC_IMAGE_HEADER_ID}. */
    String constant(String... parts) {
        return names.computeIfAbsent(key("constant", parts), absent -> Identifiers.unused(upper(joined(parts)), used));
    }

    private static List<String> key(String kind, String... parts) {
        return Stream.concat(Stream.of(kind), Arrays.stream(parts)).toList();
    }

    private String joined(String... parts) {
        return Arrays.stream(parts)
                .map(Identifiers::word)
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
        String word = Identifiers.word(page).toUpperCase(Locale.ROOT);
        return (word.isEmpty() || !Character.isLetter(word.charAt(0)) ? "STREAM_" : "") + word + "_H";
    }

    /** What a member, a parameter or a local variable is called, where {@code taken} are in use; adds it to those. */
    static String member(String name, Set<String> taken) {
        String word = Identifiers.word(name).toLowerCase(Locale.ROOT);
        boolean isNone = word.isEmpty() || !Character.isLetter(word.charAt(0)) || TAKEN.contains(word);
        return Identifiers.unused(isNone ? "f_" + word : word, taken);
    }
}
