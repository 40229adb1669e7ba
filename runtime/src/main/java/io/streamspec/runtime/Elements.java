package io.streamspec.runtime;

import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.ToLongFunction;

/**
 * The elements of an array where they lie: an immutable list that decodes an element when it is asked for. It shares
 * the memory under it and is good as long as that is not changed. It equals any list of equal elements.
 */
public final class Elements<T> extends AbstractList<T> implements RandomAccess {

    private static final int SHOWN = 16;

    private final ByteBuffer slice;
    private final int count;
    private final long elementSize;
    private final int[] starts;
    private final Decoder<T> decoder;

    /** Decodes one element, which has {@code length} octets at {@code at} or, while an array is measured, fewer. */
    @FunctionalInterface
    public interface Decoder<T> {
        T decode(ByteBuffer b, int at, int length);
    }

    private Elements(ByteBuffer slice, int count, long elementSize, int[] starts, Decoder<T> decoder) {
        this.slice = slice;
        this.count = count;
        this.elementSize = elementSize;
        this.starts = starts;
        this.decoder = decoder;
    }

    /** The {@code count} elements of {@code size} octets each in {@code b} at {@code at}; the octets are there. */
    public static <T> Elements<T> view(ByteBuffer b, long at, long count, long size, Decoder<T> decoder) {
        ByteBuffer slice =
                b.slice(Math.toIntExact(at), Math.toIntExact(count * size)).order(b.order());
        return new Elements<>(slice, Math.toIntExact(count), size, new int[0], decoder);
    }

    /**
     * As many elements of varying size as lie in {@code b} from {@code at} to {@code end}. Each is decoded once, to
     * find out where the next one starts, and none is kept.
     */
    public static <T> Elements<T> upTo(
            String field, ByteBuffer b, long at, long end, Decoder<T> decoder, ToLongFunction<T> size) {
        return measure(field, b, at, end, Long.MAX_VALUE, decoder, size);
    }

    /** The {@code count} elements of varying size in {@code b} at {@code at}, which end at {@code end} or before. */
    public static <T> Elements<T> counted(
            String field, ByteBuffer b, long at, long end, long count, Decoder<T> decoder, ToLongFunction<T> size) {
        if (count < 0) {
            throw FormatException.of(field, at, "would have " + count + " elements");
        }
        Elements<T> elements = measure(field, b, at, end, count, decoder, size);
        if (elements.size() < count) {
            throw FormatException.truncated(field, at + elements.octets(), 1);
        }
        return elements;
    }

    private static <T> Elements<T> measure(
            String field, ByteBuffer b, long at, long end, long count, Decoder<T> decoder, ToLongFunction<T> size) {
        int[] starts = new int[Byte.SIZE];
        int found = 0;
        long position = at;
        while (found < count && position < end) {
            long octets = size.applyAsLong(decoder.decode(b, (int) position, (int) (end - position)));
            if (octets <= 0) {
                throw FormatException.of(field, position, "an element without octets");
            }
            starts = found + 1 < starts.length ? starts : Arrays.copyOf(starts, 2 * starts.length);
            position += octets;
            starts[++found] = (int) (position - at);
        }
        ByteBuffer slice = b.slice((int) at, (int) (position - at)).order(b.order());
        return new Elements<>(slice, found, 0, Arrays.copyOf(starts, found + 1), decoder);
    }

    /** {@code elements}, each decoded once, so that a fault in one of them shows now. */
    public static <T> Elements<T> checked(Elements<T> elements) {
        for (int i = 0; i < elements.count; i++) {
            elements.get(i);
        }
        return elements;
    }

    /** {@code list} itself if it is a view of elements, else an immutable copy. */
    public static <T> List<T> copyOf(List<T> list) {
        return list instanceof Elements<T> ? list : List.copyOf(list);
    }

    /** The sum of the sizes of {@code elements}. */
    public static <T> long octets(List<T> elements, ToLongFunction<T> size) {
        long sum = 0;
        for (T element : elements) {
            sum += size.applyAsLong(element);
        }
        return sum;
    }

    /** The first of {@code elements}, and how many there are. */
    public static String show(List<?> elements) {
        if (elements.size() <= SHOWN) {
            return elements.toString();
        }
        String first = elements.subList(0, SHOWN).toString();
        return first.substring(0, first.length() - 1) + ", ... " + elements.size() + " in all]";
    }

    /** The octets that the elements take. */
    public int octets() {
        return slice.limit();
    }

    @Override
    public T get(int index) {
        Objects.checkIndex(index, count);
        return starts.length == 0
                ? decoder.decode(slice, (int) (index * elementSize), (int) elementSize)
                : decoder.decode(slice, starts[index], starts[index + 1] - starts[index]);
    }

    @Override
    public int size() {
        return count;
    }
}
