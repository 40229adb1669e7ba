package io.streamspec.source;

import java.util.Locale;

/** Numbers with the word for what they count. */
public final class Count {

    private Count() {}

    /** {@code 1 octet}, {@code 2 octets}: {@code one} is the word for one, to which many add an s. */
    public static String of(long number, String one) {
        return String.format(Locale.ROOT, "%d %s%s", number, one, number == 1 ? "" : "s");
    }
}
