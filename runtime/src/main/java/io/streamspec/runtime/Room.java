package io.streamspec.runtime;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Checks that a field's octets are there before anything is sliced or allocated. Positions and sizes are
 * {@code long}, so that no count from a stream wraps around.
 */
public final class Room {

    private Room() {}

    /** The position behind {@code length} octets at {@code at}, all of which {@code b} has. */
    public static long end(String structure, ByteBuffer b, int at, int length) {
        if (at < 0 || length < 0) {
            throw new IndexOutOfBoundsException("no octets " + at + " to " + ((long) at + length));
        }
        need(structure, at, length, b.limit());
        return (long) at + length;
    }

    /** Requires of a view's maker that {@code b} has {@code size} octets at {@code at}. */
    static void slice(ByteBuffer b, long at, long size) {
        if (at < 0 || size < 0 || size > b.limit() - at) {
            throw new IndexOutOfBoundsException(size + " octets at " + at + " of " + b.limit());
        }
    }

    /** Requires that {@code size} octets at {@code at} end at {@code end} or before. */
    public static void need(String field, long at, long size, long end) {
        if (size < 0 || size > end - at) {
            throw misfit(field, at, size, end);
        }
    }

    /** Requires that a structure of {@code size} octets at {@code at} ends where {@code b} does or before. */
    public static void need(String structure, ByteBuffer b, int at, int size) {
        if (at > b.limit() - size) {
            throw FormatException.truncated(structure, at, at - (b.limit() - (long) size), size);
        }
    }

    private static FormatException misfit(String field, long at, long size, long end) {
        return size < 0
                ? FormatException.of(field, at, "its size would be " + size, "a size of 0 or more")
                : FormatException.truncated(field, at, size - (end - at), size);
    }

    /** The octets of {@code count} elements of {@code size} octets at {@code at}, which end at {@code end} or before. */
    public static long forAll(String field, long at, long count, long size, long end) {
        if (count >> Integer.SIZE - 1 == 0 && size >> Integer.SIZE - 1 == 0 && count * size <= end - at) {
            return count * size; // almost always, and without a division
        }
        if (count < 0 || size < 0) {
            throw FormatException.of(field, at, "its size would be " + count + " * " + size, "a size of 0 or more");
        }
        long room = end - at;
        if (size > 0 && count > room / size) {
            long octets = Arithmetic.times(count, size);
            throw FormatException.truncated(field, at, octets - room, octets);
        }
        if (count > Integer.MAX_VALUE) {
            throw FormatException.of(
                    field, at, count + " elements are too many", "at most " + Integer.MAX_VALUE + " elements");
        }
        return count * size;
    }

    /** How many elements of {@code size} octets lie between {@code at} and {@code end}, none left over. */
    public static long elements(String field, long at, long size, long end) {
        long room = end - at;
        if (size <= 0 || room % size != 0) {
            throw FormatException.of(
                    field, at, room + " octets are no multiple of " + size, "a multiple of " + size + " octets");
        }
        return room / size;
    }

    /** Requires that a record's fields take all {@code length} octets of its body, but for {@code slack}. */
    public static void all(String record, int at, int length, long taken, long slack) {
        if (taken > length) {
            throw FormatException.truncated(record, at, taken - length, taken);
        }
        if (length - taken > slack) {
            long left = length - taken;
            String problem = (left == 1 ? "1 octet is" : left + " octets are") + " left behind its last field";
            String expected = taken + (slack > 0 ? " to " + (taken + slack) : "") + " octets";
            throw FormatException.of(record, at + taken, problem, expected);
        }
    }

    /** Requires that a field has the value that the specification gives it. */
    public static void constant(String field, long at, long found, long expected) {
        if (found != expected) {
            throw FormatException.constant(field, at, hex(found), hex(expected));
        }
    }

    /** Requires that the octets of a field at {@code at}, all of which {@code b} has, are one of {@code accepted}. */
    public static void octets(String field, ByteBuffer b, long at, Octets... accepted) {
        Octets found = Octets.view(b, at, accepted[0].size());
        for (Octets one : accepted) {
            if (found.equals(one)) {
                return;
            }
        }
        int different = found.mismatch(accepted[0]);
        List<String> right = Stream.of(accepted).map(Octets::digits).toList();
        throw FormatException.constant(field, at + different, found.digits(), Choice.of(right));
    }

    /** Requires that a field has one of the values that the specification accepts. */
    public static void oneOf(String field, long at, long found, long... accepted) {
        for (long value : accepted) {
            if (found == value) {
                return;
            }
        }
        List<String> right =
                LongStream.of(accepted).mapToObj(Long::toUnsignedString).toList();
        throw FormatException.constant(field, at, Long.toUnsignedString(found), Choice.of(right));
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
