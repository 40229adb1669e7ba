package io.streamspec.runtime;

import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an array where they lie: an immutable list that decodes an element when it is asked for. It shares
 * the memory under it and is good as long as that is not changed. It equals any list of equal elements.
 */
public abstract class Elements<T> extends AbstractList<T> implements RandomAccess {

    private static final int SHOWN = 16;

    /** Where the elements are. */
    protected final ByteBuffer memory;

    /** Where the first of them is. */
    protected final int start;

    private final int count;
    final int each;

    /**
     * Elements that do not lie one behind the other. It is a field here, not where it is used, because JDK 17 makes an
     * object that has fields both of its own and of its superclass.
     */
    final @Nullable List<T> scattered;

    /**
     * {@code count} elements of {@code size} octets each, all of which {@code b} has at {@code at}, as the caller has made
     * sure. A class of its own decodes them, so that the compiler sees through {@link #get} and makes no element that
     * nobody keeps. Nothing is checked here: with a branch between an object and its fields, JDK 17 makes the object
     * where it would otherwise not.
     */
    protected Elements(ByteBuffer b, long at, long count, long size) {
        this(b, at, count, size, null);
    }

    Elements(ByteBuffer b, long at, long count, long size, @Nullable List<T> scattered) {
        this.memory = b;
        this.start = (int) at;
        this.count = (int) count;
        this.each = (int) size;
        this.scattered = scattered;
    }

    /** Decodes the element at {@code at}. */
    protected abstract T at(ByteBuffer b, int at);

    /** Decodes one element, which has {@code length} octets at {@code at} or, while an array is measured, fewer. */
    @FunctionalInterface
    public interface Decoder<T> {
        T decode(ByteBuffer b, int at, int length);
    }

    /** Elements of varying size. */
    private static final class Uneven<T> extends Elements<T> {
        private static final int STRIDE = 16;

        private final int[] starts;
        private final int end;
        private final Decoder<T> decoder;
        private final ToLongFunction<T> octets;

        /** {@code starts} says where every {@value #STRIDE}th begins: tiny elements are not to cost more than themselves. */
        Uneven(ByteBuffer b, int count, int[] starts, int end, Decoder<T> decoder, ToLongFunction<T> octets) {
            super(b, starts[0], count, 0);
            this.starts = starts;
            this.end = end;
            this.decoder = decoder;
            this.octets = octets;
        }

        @Override
        public T get(int index) {
            int position = starts[Objects.checkIndex(index, size()) / STRIDE];
            for (int i = index % STRIDE; i > 0; i--) {
                position += (int) octets.applyAsLong(decoder.decode(memory, position, end - position));
            }
            return decoder.decode(memory, position, end - position);
        }

        /** Each behind the one before: {@link #get} has to look for its own. */
        @Override
        public Iterator<T> iterator() {
            return new Cursor<>(size()) {
                private int position = starts[0];

                @Override
                protected T at(int index) {
                    T element = decoder.decode(memory, position, end - position);
                    position += (int) octets.applyAsLong(element);
                    return element;
                }
            };
        }

        @Override
        protected T at(ByteBuffer b, int at) {
            throw new AssertionError();
        }

        @Override
        public int octets() {
            return end - start;
        }
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
            throw FormatException.of(field, at, "would have " + count + " elements", "0 elements or more");
        }
        Elements<T> elements = measure(field, b, at, end, count, decoder, size);
        if (elements.size() < count) {
            throw FormatException.truncated(field, at + elements.octets(), 1, count + " elements");
        }
        return elements;
    }

    private static <T> Elements<T> measure(
            String field, ByteBuffer b, long at, long end, long count, Decoder<T> decoder, ToLongFunction<T> size) {
        int[] starts = new int[Byte.SIZE];
        starts[0] = (int) at;
        int found = 0;
        long position = at;
        while (found < count && position < end) {
            long octets = size.applyAsLong(decoder.decode(b, (int) position, (int) (end - position)));
            if (octets <= 0) {
                throw FormatException.of(field, position, "an element without octets", "1 octet or more");
            }
            position += octets;
            found++;
            if (found % Uneven.STRIDE == 0) {
                int place = found / Uneven.STRIDE;
                starts = place < starts.length ? starts : Arrays.copyOf(starts, 2 * starts.length);
                starts[place] = (int) position;
            }
        }
        return new Uneven<>(b, found, starts, (int) position, decoder, size);
    }

    /** {@code elements}, each decoded once, so that a fault in one of them shows now. */
    public static <E extends Elements<?>> E checked(E elements) {
        for (int i = 0; i < elements.size(); i++) {
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
        List<Object> shown = new ArrayList<>();
        for (Object element : elements.subList(0, Math.min(SHOWN, elements.size()))) {
            shown.add(element instanceof String text ? Text.show(text) : element);
        }
        String first = shown.toString();
        if (elements.size() <= SHOWN) {
            return first;
        }
        return first.substring(0, first.length() - 1) + ", ... " + elements.size() + " in all]";
    }

    /** The octets that the elements take. */
    public int octets() {
        return count * each;
    }

    @Override
    public T get(int index) {
        return at(memory, start + Objects.checkIndex(index, count) * each);
    }

    @Override
    public final int size() {
        return count;
    }

    /** How many elements of {@code size} octets {@code b} has from its position to its limit, none left over. */
    protected static int countIn(ByteBuffer b, int size) {
        int room = b.remaining();
        Require.that(size > 0, "an element takes 1 octet or more, and not ", size);
        if (room % size != 0) {
            throw new IllegalArgumentException(room + " octets are no multiple of " + size);
        }
        return room / size;
    }

    /** Whether integers lie in memory as they do in {@code b}. */
    protected final boolean liesAs(ByteBuffer b) {
        return memory.order() == b.order();
    }

    /** Copies the octets of all elements to {@code b} at {@code at}; the position behind them. */
    protected final int copy(ByteBuffer b, int at) {
        b.put(at, memory, start, count * each);
        return at + count * each;
    }

    @Override
    public Iterator<T> iterator() {
        return new Cursor<>(count) {
            @Override
            protected T at(int index) {
                return get(index);
            }
        };
    }

    /** Goes through elements that do not change; simple enough to vanish from a loop. */
    protected abstract static class Cursor<T> implements Iterator<T> {
        private final int count;
        private int next;

        protected Cursor(int count) {
            this.count = count;
        }

        /** The element at {@code index}. */
        protected abstract T at(int index);

        @Override
        public final boolean hasNext() {
            return next < count;
        }

        @Override
        public final T next() {
            if (next >= count) {
                throw new NoSuchElementException();
            }
            return at(next++);
        }
    }
}
