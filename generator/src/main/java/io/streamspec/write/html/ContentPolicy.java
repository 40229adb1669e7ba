package io.streamspec.write.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The content security policy of a page: nothing is loaded and nothing runs but the style and the scripts in the page,
 * which are named by their hashes. A script so named may fetch the site's index for searching ({@code strict-dynamic});
 * hashes of files would not do, since browsers do not check them for pages read from a disk.
 */
final class ContentPolicy {

    private ContentPolicy() {}

    static String of(String style, List<String> scripts) {
        String hashes = scripts.stream().map(ContentPolicy::hash).distinct().collect(Collectors.joining(" "));
        return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src " + hash(style) + "; script-src "
                + (scripts.isEmpty() ? "'none'" : hashes + " 'strict-dynamic'");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
