package io.streamspec.write.html;

import java.util.Locale;
import java.util.Optional;

/** Which links from a document reach a page: http, https, mailto, places on the page and relative addresses. */
public final class Links {

    private Links() {}

    /** The address, if it is one that may stand in a page. Judged is what a browser would make of it. */
    public static Optional<String> safe(String address) {
        StringBuilder plain = new StringBuilder();
        address.codePoints()
                .filter(c -> !Character.isISOControl(c)
                        && !Character.isWhitespace(c)
                        && Character.getType(c) != Character.FORMAT)
                .forEach(plain::appendCodePoint);
        String seen = plain.toString();
        int colon = seen.indexOf(':');
        int slash = seen.indexOf('/');
        int hash = seen.indexOf('#');
        boolean scheme = colon >= 0 && (slash < 0 || colon < slash) && (hash < 0 || colon < hash);
        boolean network = seen.startsWith("//") || seen.startsWith("\\") || seen.startsWith("/\\");
        boolean encoded =
                seen.toLowerCase(Locale.ROOT).matches(".*&(#|[a-z]+;).*") || seen.matches("(?i)[^/#?]*%(3a|0).*");
        boolean known = seen.toLowerCase(Locale.ROOT).matches("(https?://|mailto:)[^\"'<>]*");
        return known && !encoded || (!scheme && !network && !encoded) ? Optional.of(seen) : Optional.empty();
    }
}
