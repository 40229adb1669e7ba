package io.streamspec.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the name that a word was probably meant to be: one letter more, less or another, or two that changed places. Names and
 * words are compared by what is left of them without one letter, so that many of them take no more time each than few.
 */
final class NearNames {

    private static final int LONGEST = 80;

    private final Map<String, List<String>> byRest = new HashMap<>();

    NearNames(Stream<String> names) {
        names.distinct().filter(name -> name.length() <= LONGEST).forEach(name -> rests(name)
                .forEach(rest ->
                        byRest.computeIfAbsent(rest, any -> new ArrayList<>()).add(name)));
    }

    /** The one name that is near {@code word}; none if there are several. */
    Optional<String> near(String word) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> near = rests(word)
                .flatMap(rest -> byRest.getOrDefault(rest, List.of()).stream())
                .distinct()
                .filter(name -> isSlip(word, name))
                .limit(2)
                .toList();
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    private static Stream<String> rests(String word) {
        return Stream.concat(
                Stream.of(word),
                IntStream.range(0, word.length()).mapToObj(at -> word.substring(0, at) + word.substring(at + 1)));
    }

    /** A plural is no slip, nor is another number: {@code cr3} is not {@code cr4}. */
    private static boolean isSlip(String word, String name) {
        boolean isPlural = word.equals(name + "s") || name.equals(word + "s");
        return !isPlural && digits(word).equals(digits(name)) && word.charAt(0) == name.charAt(0);
    }

    private static String digits(String word) {
        return word.replaceAll("[^0-9]", "");
    }
}
