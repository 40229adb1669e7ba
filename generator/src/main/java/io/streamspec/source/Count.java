package io.streamspec.source;

/** Numbers with the word for what they count. */
public final class Count {

    private Count() {}

    /** {@code 1 octet}, {@code 2 octets}: {@code one} is the word for one, to which many add an s. */
    public static String of(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}
