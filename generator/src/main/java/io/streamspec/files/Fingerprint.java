package io.streamspec.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A digest of everything that decides what is written: documents, options, the tool's version. */
public final class Fingerprint {

    private final MessageDigest digest = sha256();

    /** Adds one input: what it is, and its content. */
    public Fingerprint add(String name, String content) {
        return add(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds one input: what it is, and its content. Lengths are digested too, so that inputs cannot run together. */
    public Fingerprint add(String name, byte[] content) {
        byte[] label = name.getBytes(StandardCharsets.UTF_8);
        digest.update((label.length + " " + content.length + " ").getBytes(StandardCharsets.UTF_8));
        digest.update(label);
        digest.update(content);
        return this;
    }

    /** The digest of all that was added, in hexadecimal. To be asked for once. */
    public String value() {
        return HexFormat.of().formatHex(digest.digest());
    }

    static String of(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }
}
