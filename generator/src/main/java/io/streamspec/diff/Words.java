package io.streamspec.diff;

import java.util.Locale;

/** What kinds and subjects are called in running text. */
public final class Words {

    private Words() {}

    /** {@code RESERVED_RANGE} is {@code reserved range}. */
    public static String of(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
