import com.example.shapes.*;
import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.Octets;
import io.streamspec.runtime.Scalars;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/** Uses a codec for each way in which a field can lie; compiled and run by a test. */
public final class EveryShape {

    static void require(boolean holds, Object what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    static ByteBuffer buffer(ByteOrder order) {
        return ByteBuffer.allocate(200).order(order);
    }

    static final List<ByteOrder> ORDERS = List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN);

    public static void numbersOfAnyWidthKeepTheirOwnOrder() {
        Numbers numbers = new Numbers(255, 65535, 0xFFFFFEL, 0x0102030405FFL, 1, -1);
        for (ByteOrder order : ORDERS) {
            ByteBuffer b = buffer(order);
            require(numbers.encode(b, 3) == 3 + Numbers.SIZE, "size");
            require(b.get(3 + Numbers.ODD_OFFSET) == (byte) 0xFE, "little-endian");
            require(Numbers.decode(b, 3).equals(numbers), Numbers.decode(b, 3));
            require(numbers.toString().contains("e=18446744073709551615"), numbers);
        }
        try {
            new Numbers(256, 0, 0, 0, 0, 0);
            throw new AssertionError("accepted 256 in an octet");
        } catch (IllegalArgumentException e) {
            require(e.getMessage().startsWith("numbers.a"), e.getMessage());
        }
    }

    public static void arraysOfFixedExtentAreFixed() {
        FixedArrays value = new FixedArrays(Scalars.of(1, 2, 65535), List.of(new Part(1), new Part(2)),
                List.of(Scalars.of(1, 2), Scalars.of(3, 4)), "name", Octets.of((byte) 1, (byte) 2));
        for (ByteOrder order : ORDERS) {
            ByteBuffer b = buffer(order);
            require(value.encode(b, 0) == FixedArrays.SIZE, "size");
            require(b.get(1) == 1, "big-endian");
            require(FixedArrays.decode(b, 0).equals(value), FixedArrays.decode(b, 0));
        }
    }

    public static void conditionalFieldsAreThereOnlyThen() {
        Optional<Long> none = Optional.empty();
        List<Conditional> values = List.of(
                new Conditional(0, none, Optional.empty(), Optional.empty(), Optional.empty(), 9),
                new Conditional(1, Optional.of(7L), Optional.empty(), Optional.empty(), Optional.empty(), 9),
                new Conditional(2, none, Optional.of("text"), Optional.empty(), Optional.empty(), 9),
                new Conditional(3, none, Optional.empty(), Optional.of(Scalars.of(1, 2, 3)), Optional.empty(), 9),
                new Conditional(4, none, Optional.empty(), Optional.of(Scalars.of(1, 2, 3, 4)), Optional.of(Colour.BLUE), 9));
        for (Conditional value : values) {
            ByteBuffer b = buffer(ByteOrder.BIG_ENDIAN);
            int end = value.encode(b, 5);
            require(end == 5 + value.encodedSize(), value);
            require(Conditional.decode(b, 5, end - 5).equals(value), value);
            for (int length = 0; length < end - 5; length++) {
                try {
                    Conditional.decode(b, 5, length);
                    throw new AssertionError("accepted " + length + " octets of " + value);
                } catch (FormatException e) {
                    require(e.missing() > 0, e.getMessage());
                }
            }
        }
        try {
            new Conditional(0, Optional.of(7L), Optional.empty(), Optional.empty(), Optional.empty(), 9)
                    .encode(buffer(ByteOrder.BIG_ENDIAN), 0);
            throw new AssertionError("accepted");
        } catch (IllegalArgumentException e) {
            require(e.getMessage().startsWith("conditional.one"), e.getMessage());
        }
    }

    public static void countsAndPaddingAreComputed() {
        Counted value = new Counted(List.of("a", "", "ccc"), Scalars.of(5, 6), List.of(Octets.zeroes(3), Octets.zeroes(3)), 0xEE);
        ByteBuffer b = buffer(ByteOrder.LITTLE_ENDIAN);
        int end = value.encode(b, 1);
        require(end == 1 + value.encodedSize() && value.n() == 3 && value.m() == 2, value);
        require(Counted.decode(b, 1, end - 1).equals(value), Counted.decode(b, 1, end - 1));
    }

    public static void elementsOfVaryingSizeAreViews() {
        Optional<Long> none = Optional.empty();
        Conditional first = new Conditional(0, none, Optional.empty(), Optional.empty(), Optional.empty(), 9);
        Conditional second = new Conditional(2, none, Optional.of("x"), Optional.empty(), Optional.empty(), 9);
        Whole value = new Whole(new Part(1), new Measured(3, Octets.zeroes(2), List.of(first, second, first)));
        ByteBuffer b = buffer(ByteOrder.LITTLE_ENDIAN);
        int end = value.encode(b, 0);
        require(Whole.decode(b, 0, end).equals(value), Whole.decode(b, 0, end));
        b.put(Part.MAGIC_OFFSET, (byte) 0);
        try {
            Whole.decode(b, 0, end);
            throw new AssertionError("accepted another constant");
        } catch (FormatException e) {
            require(e.getMessage().equals("octet 0: part.magic: is 0x0 instead of 0x7f"), e.getMessage());
        }
        try {
            Measured.decode(buffer(ByteOrder.LITTLE_ENDIAN), 0, 100);
            throw new AssertionError("accepted a negative size");
        } catch (FormatException e) {
            require(e.getMessage().contains("measured.body: its size would be -1"), e.getMessage());
        }
    }

    public static void unknownValuesOfEnumerationsStayNumbers() {
        ByteBuffer b = ByteBuffer.wrap(new byte[] {0, 7, -1});
        Colours colours = Colours.decode(b, 0, 3);
        require(colours.list().get(0) == Colour.RED && colours.list().get(2) == Colour.BLUE, colours);
        require(colours.toString().equals("Colours[list=[RED, 0x7, BLUE]]"), colours);
        require(!colours.list().get(1).isKnown() && Colour.of(0x80000000L) == Colour.FAR, colours);
        try {
            new Colours(List.of(Colour.FAR));
            throw new AssertionError("accepted what does not fit");
        } catch (IllegalArgumentException e) {
            require(e.getMessage().contains("colours.list"), e.getMessage());
        }
    }

    private EveryShape() {}
}
