package io.streamspec.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names for sentences, of the words that matter in them: who, and what he has to do. */
final class Slugs {

    private static final int WORDS = 4;
    private static final int LONGEST = 40;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    private static final Set<String> SMALL = Set.of(
            "a",
            "also",
            "an",
            "and",
            "any",
            "are",
            "as",
            "at",
            "be",
            "been",
            "but",
            "by",
            "can",
            "do",
            "does",
            "each",
            "for",
            "from",
            "had",
            "has",
            "have",
            "he",
            "if",
            "in",
            "is",
            "it",
            "its",
            "may",
            "must",
            "of",
            "on",
            "one",
            "or",
            "other",
            "shall",
            "should",
            "so",
            "such",
            "that",
            "the",
            "their",
            "them",
            "then",
            "there",
            "these",
            "they",
            "this",
            "those",
            "to",
            "was",
            "what",
            "when",
            "where",
            "which",
            "who",
            "whose",
            "will",
            "with",
            "strictly",
            "exactly",
            "always",
            "whatever",
            "all",
            "than");

    private Slugs() {}

    /**
     * The id of a sentence: {@code page_data.reader_fail}. Where {@code taken} has it, more of its words are added.
     *
     * @param demand the place of the word that makes it a rule
     */
    static String of(String sentence, int demand, String owner, Predicate<String> taken) {
        List<String> words = inOrderOfWeight(sentence, demand);
        for (int count = Math.min(WORDS, words.size()); count <= words.size(); count++) {
            String id = owner + "." + String.join("_", words.subList(0, count));
            if (!taken.test(id)) {
                return id;
            }
        }
        String whole = owner + "." + String.join("_", words(sentence, false));
        return taken.test(whole) ? of(sentence + " again", demand, owner, taken) : whole;
    }

    /** The first word of the clause, then what follows the demand, then what comes before it. */
    private static List<String> inOrderOfWeight(String sentence, int demand) {
        int clause = Math.max(sentence.lastIndexOf(';', demand - 1), sentence.lastIndexOf(':', demand - 1));
        List<String> before = words(sentence.substring(clause + 1, Math.max(clause + 1, demand)), true);
        List<String> words = new ArrayList<>(before.subList(0, Math.min(1, before.size())));
        words.addAll(words(sentence.substring(demand), true));
        words.addAll(before.subList(Math.min(1, before.size()), before.size()));
        words.addAll(words(sentence.substring(0, clause + 1), true));
        return words.isEmpty() ? List.of("statement") : words;
    }

    /** The words of {@code text} in small letters, cut where they are very long; without those that say little, or all. */
    static List<String> words(String text, boolean weighty) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (word.find()) {
            if (!weighty || !SMALL.contains(word.group())) {
                words.add(
                        word.group().substring(0, Math.min(LONGEST, word.group().length())));
            }
        }
        return words;
    }
}
