import com.example.tagged.*;
import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.Octets;
import io.streamspec.runtime.RecordInput;
import io.streamspec.runtime.Validation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Records that begin with a tag and tell no length; compiled and run by a test. */
public final class Tags {

    static final byte[] STREAM = {
        2, 0, 0, 0, 5, 0, 0, 0, 6, 0, 0, (byte) 0x80, 1, 2, 3, 4, 5, 6, 7, 8, // TRACK of two points, the second with a picture
        -1, -1, -1, -1,
        -2, -1, -1, -1, 2, 0, 'h', 'i',
        -3, -1, -1, -1, 2, 0, 'a', 0, 0,
        0, 0, 0, 0,
    };

    static final List<TaggedRecord> RECORDS = List.of(
            new Track(List.of(point(5, false), point(6, true)), List.of(Octets.hex("0102030405060708"))),
            new Pause(),
            new Note("hi"),
            new Legs(List.of(new Legs.Leg("a"), new Legs.Leg(""))),
            new End());

    static Track.Point point(int place, boolean pictured) {
        return Track.Point.of(place, pictured);
    }

    static void require(boolean holds, Object what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    static List<TaggedRecord> read(TaggedReader in) throws IOException {
        List<TaggedRecord> records = new ArrayList<>();
        while (in.advance()) {
            records.add(in.record());
        }
        return records;
    }

    /** One octet at a time, so that nothing is there before it is asked for. */
    static final class Trickle extends ByteArrayInputStream {
        Trickle(byte[] octets) {
            super(octets);
        }

        @Override
        public synchronized int read(byte[] target, int from, int most) {
            return super.read(target, from, Math.min(1, most));
        }
    }

    static byte[] written(List<TaggedRecord> records) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (TaggedWriter out = TaggedWriter.to(octets)) {
            for (TaggedRecord record : records) {
                out.write(record);
            }
        }
        return octets.toByteArray();
    }

    public static void recordsAreReadFromMemoryPipesAndFiles() throws IOException {
        require(read(TaggedReader.of(ByteBuffer.wrap(STREAM))).equals(RECORDS), "memory");
        require(read(TaggedReader.from(new Trickle(STREAM))).equals(RECORDS), "pipe");
        Path file = Files.createTempFile("tagged", ".trip");
        try {
            Files.write(file, STREAM);
            try (TaggedReader in = TaggedReader.open(file)) {
                require(read(in).equals(RECORDS), "file");
            }
        } finally {
            Files.delete(file);
        }
    }

    public static void theyAreWrittenAsTheyWereRead() throws IOException {
        require(Arrays.equals(written(RECORDS), STREAM), Arrays.toString(written(RECORDS)));
    }

    public static void aRecordOfSeveralTagsHasTheOneThatItsFirstFieldSays() throws IOException {
        TaggedReader in = TaggedReader.of(ByteBuffer.wrap(STREAM));
        require(in.advance() && in.typeNumber() == 2, in);
        require(in.typeName().equals("TRACK") && in.type().equals(RecordType.TRACK), in.typeName());
        require(in.length() == 20 && in.bodyOffset() == 0, in.length());
        require(RECORDS.get(0).recordType() == 2 && Track.RECORD_TYPE == 1 && Track.LAST_RECORD_TYPE == 64, in);
    }

    public static void passingOverARecordGoesToTheNextOne() throws IOException {
        TaggedReader in = TaggedReader.from(new Trickle(STREAM));
        List<Long> offsets = new ArrayList<>();
        while (in.advance()) {
            offsets.add(in.offset());
        }
        require(offsets.equals(List.of(0L, 20L, 24L, 32L, 41L)), offsets);
    }

    public static void aForwardedStreamIsTheSame() throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (TaggedReader in = TaggedReader.from(new Trickle(STREAM));
                TaggedWriter out = TaggedWriter.to(octets)) {
            while (in.advance()) {
                out.forward(in);
            }
        }
        require(Arrays.equals(octets.toByteArray(), STREAM), Arrays.toString(octets.toByteArray()));
    }

    public static void wherEverAStreamBreaksOffThatIsTold() throws IOException {
        for (int length = 0; length < STREAM.length; length++) {
            for (InputStream from : List.of(
                    new ByteArrayInputStream(STREAM, 0, length), new Trickle(Arrays.copyOf(STREAM, length)))) {
                try {
                    read(TaggedReader.from(from));
                    throw new AssertionError("whole at " + length);
                } catch (FormatException e) {
                    require(e.missing() > 0 && e.offset().isPresent(), e);
                }
            }
        }
    }

    public static void anUnknownTagEndsTheReading() throws IOException {
        byte[] octets = {-1, -1, -1, -1, 65, 0, 0, 0, 1, 2, 3};
        TaggedReader in = TaggedReader.of(ByteBuffer.wrap(octets));
        Validation validation = Validation.lenient();
        in.validate(validation);
        require(in.advance(), "the first");
        try {
            in.advance();
            throw new AssertionError("took it");
        } catch (FormatException e) {
            require(e.rule().equals("item.tag.known") && e.offset().getAsLong() == 4, e);
        }
    }

    public static void aRecordThatIsTooLongIsRefusedBeforeItIsRead() throws IOException {
        byte[] octets = {-3, -1, -1, -1, -1, -1};
        InputStream endless = new java.io.SequenceInputStream(
                new ByteArrayInputStream(octets), new ByteArrayInputStream(new byte[1 << 20]) {
                    @Override
                    public synchronized int read(byte[] target, int from, int most) {
                        Arrays.fill(target, from, from + most, (byte) 'x');
                        return most;
                    }
                });
        try {
            TaggedReader.from(endless).advance();
            throw new AssertionError("took it");
        } catch (FormatException e) {
            require(e.rule().equals("item.limit"), e + " " + e.rule());
        }
    }

    public static void aLongRecordIsReadWhateverTheBufferHolds() throws IOException {
        List<Legs.Leg> legs = Collections.nCopies(10_000, new Legs.Leg("0123456789012345678901234567890123456789"));
        TaggedRecord record = new Legs(legs);
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (TaggedWriter out = TaggedWriter.to(octets)) {
            out.limit(1 << 20);
            out.write(record).write(new Pause()).write(new End());
        }
        TaggedReader in = TaggedReader.from(new ByteArrayInputStream(octets.toByteArray()));
        in.limit(1 << 20);
        require(read(in).equals(List.of(record, new Pause(), new End())), "not the same");
    }

    public static void strictReadersCheckThem() throws IOException {
        Validation validation = Validation.strict();
        TaggedReader in = TaggedReader.of(ByteBuffer.wrap(STREAM));
        in.validate(validation);
        read(in);
        require(validation.isClean(), validation.violations());
    }

    public static void theOrderKnowsRecordsOfSeveralTags() throws IOException {
        byte[] octets = {0, 0, 0, 0, 1, 0, 0, 0, 9, 0, 0, 0};
        TaggedReader in = TaggedReader.of(ByteBuffer.wrap(octets));
        in.validate(Validation.lenient());
        while (in.advance()) {}
        require(in.hasEnded() && in.isFollowed(), in);
    }
}
