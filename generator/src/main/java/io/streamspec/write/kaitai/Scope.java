package io.streamspec.write.kaitai;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Identifiers that must differ from each other, by what they stand for. Kaitai's are lower case with underscores, of which
 * its compiler makes {@code camelCase} for some languages: so two must differ without their underscores too.
 */
final class Scope {

    private static final Set<String> WORDS = Set.of("and", "or", "not", "true", "false", "as", "sizeof", "bitsizeof");

    /** Types that Kaitai has, and classes that generated code would hide from itself. */
    private static final Set<String> TYPES = Set.of(
            "any",
            "array",
            "arraylist",
            "bool",
            "byte",
            "exception",
            "integer",
            "kaitaistream",
            "kaitaistruct",
            "list",
            "long",
            "object",
            "str",
            "string",
            "struct",
            "strz",
            "uint8array");

    private static final String BUILT_IN = "[usfb]\\d+(le|be)?";

    private final Map<Object, String> identifiers = new HashMap<>();
    private final Map<String, Integer> repeats = new HashMap<>();
    private final Set<String> taken = new HashSet<>(WORDS);

    /** A scope for names of types. */
    static Scope ofTypes() {
        Scope scope = new Scope();
        scope.taken.addAll(TYPES);
        return scope;
    }

    /** Takes an identifier like {@code name} for {@code key}; the same one if the key has one already. */
    String claim(Object key, String name) {
        return identifiers.computeIfAbsent(key, unseen -> free(identifier(name)));
    }

    /** The identifier of {@code key}, which has one. */
    String of(Object key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no identifier for " + key));
    }

    /** The identifier of {@code key}, if it has one. */
    Optional<String> find(Object key) {
        return Optional.ofNullable(identifiers.get(key));
    }

    /** {@code name} as Kaitai writes names, whatever else is called so. */
    static String identifier(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        if (plain.isEmpty()) {
            return "unnamed";
        }
        return Character.isDigit(plain.charAt(0)) || plain.matches(BUILT_IN) ? "n" + plain : plain;
    }

    private String free(String wanted) {
        String candidate = wanted;
        while (!taken.add(candidate.replace("_", ""))) {
            candidate = wanted + "_" + repeats.merge(wanted, 2, (before, two) -> before + 1);
        }
        return candidate;
    }
}
