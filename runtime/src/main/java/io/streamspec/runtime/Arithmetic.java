package io.streamspec.runtime;

/**
 * The arithmetic of layout rules: exact, on numbers from 0 to 2<sup>63</sup>-1 (a difference may be negative). What
 * does not fit is a {@link FormatException}, because only a stream's own numbers can bring it about.
 */
public final class Arithmetic {

    private static final int WIDEST_SHIFT = 62;
    private static final String COMPUTABLE = "numbers below 2^63";

    private Arithmetic() {}

    /** The sum. */
    public static long plus(long a, long b) {
        try {
            return Math.addExact(a, b);
        } catch (ArithmeticException e) {
            throw tooLarge(a, "+", b);
        }
    }

    /** The difference. */
    public static long minus(long a, long b) {
        try {
            return Math.subtractExact(a, b);
        } catch (ArithmeticException e) {
            throw tooLarge(a, "-", b);
        }
    }

    /** The product. */
    public static long times(long a, long b) {
        try {
            return Math.multiplyExact(a, b);
        } catch (ArithmeticException e) {
            throw tooLarge(a, "*", b);
        }
    }

    /** The quotient, truncated. */
    public static long divided(long a, long b) {
        requireDivisor(a, "/", b);
        return a / b;
    }

    /** What a division leaves. */
    public static long remainder(long a, long b) {
        requireDivisor(a, "%", b);
        return a % b;
    }

    /** {@code a} times two to the power of {@code b}. */
    public static long shiftedLeft(long a, long b) {
        if (b < 0 || b > WIDEST_SHIFT) {
            throw tooLarge(a, "<<", b);
        }
        return times(a, 1L << b);
    }

    /** {@code a} divided by two to the power of {@code b}, truncated. */
    public static long shiftedRight(long a, long b) {
        if (b < 0) {
            throw tooLarge(a, ">>", b);
        }
        return b > WIDEST_SHIFT ? 0 : a >> b;
    }

    /** An unsigned 64-bit number that is to take part in arithmetic. */
    public static long small(long unsigned) {
        if (unsigned < 0) {
            throw FormatException.uncomputable(
                    Long.toUnsignedString(unsigned) + " is too large to compute with", COMPUTABLE);
        }
        return unsigned;
    }

    private static void requireDivisor(long a, String operator, long b) {
        if (b == 0) {
            throw FormatException.uncomputable(a + " " + operator + " 0 has no value", "a divisor other than 0");
        }
    }

    private static FormatException tooLarge(long a, String operator, long b) {
        return FormatException.uncomputable(a + " " + operator + " " + b + " is too large to compute", COMPUTABLE);
    }
}
