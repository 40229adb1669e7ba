package io.streamspec.tools.memory;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of octets as people write it: {@code 64G}, with K, M, G, T or P for powers of 1024. */
public final class MemorySize implements ITypeConverter<Long> {

    private static final String UNITS = "KMGTP";
    private static final long MOST = 1L << 50;

    /** For the command line's options. */
    public MemorySize() {}

    @Override
    public Long convert(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        int unit = upper.isEmpty() ? -1 : UNITS.indexOf(upper.charAt(upper.length() - 1));
        try {
            long value = Long.parseLong(unit < 0 ? upper : upper.substring(0, upper.length() - 1));
            int shift = 10 * (unit + 1);
            if (value > 0 && value <= MOST >>> shift) {
                return value << shift;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new TypeConversionException("'" + text + "' is no size such as 64G, up to 1024T");
    }
}
