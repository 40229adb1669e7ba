package io.streamspec.model;

import java.util.Locale;
import java.util.Map;

/** The ids of rules, made of what they are about. */
public final class RuleIds {

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry(">=", " at least "),
            Map.entry("<=", " at most "),
            Map.entry("==", " is "),
            Map.entry("!=", " is not "),
            Map.entry("<<", " shifted left "),
            Map.entry(">>", " shifted right "),
            Map.entry(">", " over "),
            Map.entry("<", " under "),
            Map.entry("+", " plus "),
            Map.entry("-", " minus "),
            Map.entry("*", " times "),
            Map.entry("/", " by "),
            Map.entry("%", " modulo "),
            Map.entry("&", " masked "));

    private RuleIds() {}

    /** {@code image_header.marker.constant}. */
    public static String of(String structure, String field, String kind) {
        return structure + "." + field + "." + kind;
    }

    /** {@code page_data.layout}. */
    public static String layout(String structure) {
        return structure + ".layout";
    }

    /** {@code header.limit}. */
    public static String limit(String structure) {
        return structure + ".limit";
    }

    /** {@code order.static_data_end_before_page_data}. */
    public static String before(String first, String second) {
        return "order." + snake(first + " before " + second);
    }

    /** {@code order.x86_pv_v3}. */
    public static String order(String stream) {
        return "order." + snake(stream);
    }

    /** {@code order.static_data_end_implied_in_x86_pv_v2}. */
    public static String implied(Implication implication) {
        return "order." + snake(implication.record() + " implied in " + implication.stream());
    }

    /** A condition's id from its words: {@code count > 0} is {@code page_data.count_over_0}. */
    public static String condition(String structure, Expression condition) {
        String words = ExpressionText.of(condition, structure);
        for (String sign : SIGNS.keySet().stream()
                .sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length())
                .toList()) {
            words = words.replace(sign, SIGNS.getOrDefault(sign, " "));
        }
        return structure + "." + snake(words);
    }

    /** {@code evolution.any_change_raises_revision}: a rule of evolution's own words, but for require and expect. */
    public static String evolution(String text) {
        return "evolution." + snake(text.replaceFirst("^(require|expect)\\s+", ""));
    }

    static String snake(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_|_$", "").toLowerCase(Locale.ROOT);
    }
}
