package io.streamspec.tools.compare;

import io.streamspec.runtime.Octets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What stands for octets that are too many to be kept. */
final class Hashes {

    private Hashes() {}

    /** The size of {@code octets} and their SHA-256. */
    static String describe(Octets octets) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(octets.asByteBuffer());
            return octets.size() + " octets, SHA-256 " + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
