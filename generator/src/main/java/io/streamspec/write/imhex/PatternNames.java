package io.streamspec.write.imhex;

import io.streamspec.write.Identifiers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Identifiers of one pattern: types and what is global end in a word that no member has. */
final class PatternNames {

    private static final Set<String> KEYWORDS = Set.of(
            """
            addressof as auto be bitfield bool break catch char char16 const continue double else enum false float fn for
            from if import in le match namespace null out padding parent ref reference return s128 s16 s24 s32 s48 s64 s8
            s96 signed sizeof std str struct this true try typenameof u128 u16 u24 u32 u48 u64 u8 u96 union unsigned using
            while"""
                    .split("\\s+"));

    private final Set<String> used = new HashSet<>();
    private final Map<List<String>, String> names = new HashMap<>();

    /** The name of a type: {@code page_data_t}. */
    String type(String... parts) {
        return name("t", parts);
    }

    /** The name of a function: {@code page_data_page_data_count_f}. */
    String function(String... parts) {
        return name("f", parts);
    }

    /** The name of a variable that all structures see: {@code domain_header_page_size_g}. */
    String global(String... parts) {
        return name("g", parts);
    }

    private String name(String ending, String... parts) {
        List<String> key =
                Stream.concat(Stream.of(ending), Arrays.stream(parts)).toList();
        return names.computeIfAbsent(key, absent -> {
            String joined = Arrays.stream(parts).map(Identifiers::word).collect(Collectors.joining("_"));
            return Identifiers.unused(plain(joined) + "_" + ending, used);
        });
    }

    /** What a member is called, where {@code taken} are in use; adds it to those. */
    static String member(String name, Set<String> taken) {
        String word = plain(Identifiers.word(name));
        // what could be taken for a type, a function or something global gets another ending
        boolean isOther = KEYWORDS.contains(word.toLowerCase(Locale.ROOT)) || word.matches(".*_[tfg](_\\d+)?");
        return Identifiers.unused(isOther ? word + "_" : word, taken);
    }

    private static String plain(String word) {
        return word.isEmpty() || !Character.isLetter(word.charAt(0)) ? "x" + word : word;
    }
}
