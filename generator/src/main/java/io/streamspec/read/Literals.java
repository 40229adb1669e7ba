package io.streamspec.read;

import java.math.BigInteger;

/** Numbers as documents write them: decimal, or hexadecimal behind {@code 0x}. */
final class Literals {

    private Literals() {}

    static BigInteger value(String spelling) {
        boolean hexadecimal = spelling.startsWith("0x") || spelling.startsWith("0X");
        return hexadecimal ? new BigInteger(spelling.substring(2), 16) : new BigInteger(spelling);
    }
}
