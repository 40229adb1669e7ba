import com.example.framed.*;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** What a record's head says besides type and length; compiled and run by a test. */
public final class HeadFields {

    static final byte[] STREAM = {
        0, 1, 0, 7, 1, 1, 0, 4, 0, 0, 0, 42, // DATA of instance 7, packed, old
        0, 1, 0, 0, 0, 0, 0, 4, 0, 0, 0, 43,
        0, 0, 0, 0, 0, 0, 0, 0,
    };

    static void require(boolean holds, Object what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    static FramedReader reader() throws IOException {
        return FramedReader.of(ByteBuffer.wrap(STREAM), ByteOrder.BIG_ENDIAN);
    }

    public static void aReaderTellsThemOfTheCurrentRecord() throws IOException {
        try (FramedReader in = reader()) {
            try {
                in.instance();
                throw new AssertionError("told before the first record");
            } catch (IllegalStateException e) {
                require(e.getMessage().contains("before the first"), e.getMessage());
            }
            require(in.advance() && in.instance() == 7, "the first");
            require(in.kind().equals(EntryKind.PACKED) && in.note().old(), in.kind());
            require(in.advance() && in.instance() == 0 && in.kind().equals(EntryKind.PLAIN), "the second");
        }
    }

    public static void aWriterIsGivenThemWithARecord() throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (FramedWriter out = FramedWriter.to(octets, ByteOrder.BIG_ENDIAN)) {
            out.write(new Data(42), 7, EntryKind.PACKED, EntryHeader.Note.of(true));
            out.write(new Data(43)).write(new End());
        }
        require(Arrays.equals(octets.toByteArray(), STREAM), Arrays.toString(octets.toByteArray()));
    }

    public static void aForwardedRecordKeepsThem() throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (FramedReader in = reader();
                FramedWriter out = FramedWriter.to(octets, ByteOrder.BIG_ENDIAN)) {
            while (in.advance()) {
                out.forward(in);
            }
        }
        require(Arrays.equals(octets.toByteArray(), STREAM), Arrays.toString(octets.toByteArray()));
    }

    public static void aValueThatDoesNotFitIsRefusedAndNothingIsWritten() throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        FramedWriter out = FramedWriter.to(octets, ByteOrder.BIG_ENDIAN);
        try {
            out.write(new Data(1), 0x10000, EntryKind.PLAIN, EntryHeader.Note.of(false));
            throw new AssertionError("took 17 bits");
        } catch (IllegalArgumentException e) {
            require(e.getMessage().contains("entry.instance"), e.getMessage());
        }
        out.flush();
        require(octets.size() == 0, octets);
    }
}
