import com.example.told.*;
import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.Validation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Streams of which something is told from outside; compiled and run by a test. */
public final class Told {

    static final Machine NARROW = new Machine(4, 1);
    static final Machine WIDE = new Machine(8, 2);

    static final byte[] NARROW_STREAM = {
        9, 0, 0, 0, // start
        2, 0, 0, 0, 5, 0, 0, 0, 6, 0, 0, 0, // two points of one word
        -1, -1, -1, -1, 7, 0, 0, 0,
        0, 0, 0, 0,
    };

    static final byte[] WIDE_STREAM = {
        9, 0, 0, 0, 1, 0, 0, 0,
        1, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 2, 0, 0, 0, // a point of two words
        -1, -1, -1, -1, 7, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0,
    };

    static Word narrow(long low) {
        return new Word(low, Optional.empty());
    }

    static Word wide(long low, long high) {
        return new Word(low, Optional.of(high));
    }

    static final List<ToldRecord> NARROW_RECORDS =
            List.of(new Points(2, List.of(narrow(5), narrow(6))), new Mark(narrow(7)), new End());
    static final List<ToldRecord> WIDE_RECORDS =
            List.of(new Points(1, List.of(wide(5, 0), wide(6, 2))), new Mark(wide(7, 0)), new End());

    static void require(boolean holds, Object what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    static List<ToldRecord> read(byte[] stream, Machine machine) throws IOException {
        ToldReader in = ToldReader.of(ByteBuffer.wrap(stream), machine);
        List<ToldRecord> records = new ArrayList<>();
        while (in.advance()) {
            records.add(in.record());
        }
        return records;
    }

    public static void strictReadersCheckThem() throws IOException {
        Validation validation = Validation.strict();
        ToldReader in = ToldReader.of(ByteBuffer.wrap(WIDE_STREAM), WIDE);
        in.validate(validation);
        while (in.advance()) {}
        require(validation.isClean(), validation.violations());
    }

    static byte[] written(List<ToldRecord> records, Machine machine, Start start) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ToldWriter out = ToldWriter.to(octets, machine, start)) {
            for (ToldRecord record : records) {
                out.write(record);
            }
        }
        return octets.toByteArray();
    }

    public static void whatIsToldDecidesTheLayout() throws IOException {
        require(read(NARROW_STREAM, NARROW).equals(NARROW_RECORDS), "narrow");
        require(read(WIDE_STREAM, WIDE).equals(WIDE_RECORDS), "wide");
        ToldReader in = ToldReader.of(ByteBuffer.wrap(WIDE_STREAM), WIDE);
        require(in.start().size().equals(wide(9, 1)), in.start());
        require(in.context().machine().equals(WIDE), in.context());
    }

    public static void writersAreToldTheSame() throws IOException {
        byte[] narrow = written(NARROW_RECORDS, NARROW, new Start(narrow(9)));
        require(Arrays.equals(narrow, NARROW_STREAM), Arrays.toString(narrow));
        byte[] wide = written(WIDE_RECORDS, WIDE, new Start(wide(9, 1)));
        require(Arrays.equals(wide, WIDE_STREAM), Arrays.toString(wide));
    }

    public static void whatContradictsWhatIsToldIsNotWritten() throws IOException {
        for (Start start : List.of(new Start(narrow(9)), new Start(wide(9, 1)))) {
            boolean isNarrow = start.size().high().isEmpty();
            try {
                written(isNarrow ? WIDE_RECORDS : NARROW_RECORDS, isNarrow ? NARROW : WIDE, start);
                throw new AssertionError("written");
            } catch (IllegalArgumentException e) {
                require(e.getMessage().contains("POINTS.coordinate") || e.getMessage().contains("word.high"), e);
            }
        }
    }

    public static void whatIsToldKeepsTheRulesOfTheDocument() throws IOException {
        Machine odd = new Machine(5, 1);
        try {
            ToldReader.of(ByteBuffer.wrap(NARROW_STREAM), odd);
            throw new AssertionError("read");
        } catch (IllegalArgumentException e) {
            require(e.getMessage().equals("machine: width: found width = 5, expected width in {4, 8}"), e);
        }
        try {
            written(NARROW_RECORDS, odd, new Start(narrow(9)));
            throw new AssertionError("written");
        } catch (IllegalArgumentException e) {
            require(e.getMessage().contains("width"), e);
        }
    }

    public static void wherEverAStreamBreaksOffThatIsTold() throws IOException {
        for (int length = 0; length < WIDE_STREAM.length; length++) {
            try {
                read(Arrays.copyOf(WIDE_STREAM, length), WIDE);
                throw new AssertionError("whole at " + length);
            } catch (FormatException e) {
                require(e.missing() > 0 && e.offset().isPresent(), e);
            }
        }
    }

    public static void aCountThatIsTooLargeIsRefusedBeforeAnythingIsTaken() throws IOException {
        byte[] octets = NARROW_STREAM.clone();
        octets[4] = 64;
        try {
            read(octets, new Machine(4, 0xFFFF_FFFFL));
            throw new AssertionError("took it");
        } catch (FormatException e) {
            require(e.rule().equals("item.limit") || e.missing() > 0, e + " " + e.rule());
        }
    }
}
