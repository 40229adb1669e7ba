package io.streamspec.tools.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.streamspec.tools.corpus.BadStreams;
import io.streamspec.tools.corpus.SmallStreams;
import io.streamspec.tools.stream.DamagedException;
import io.streamspec.tools.stream.Format;
import io.streamspec.tools.stream.StreamSource;
import io.streamspec.tools.stream.UnwalkableException;
import io.streamspec.tools.verify.Profile;
import io.streamspec.tools.verify.Showing;
import io.streamspec.tools.verify.Trailing;
import io.streamspec.tools.verify.Verify;
import io.streamspec.tools.verify.VerifyOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.provider.Arguments;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** What is fuzzed: a framing each, which an input begins with whatever else is in it; and what is packed. */
enum FuzzTarget {
    LIBXC(Format.LIBXC),
    LIBXL(Format.LIBXL),
    XL(Format.XL_SAVE),
    LIBVIRT(Format.LIBVIRT_SAVE),
    SUSPEND_IMAGE(Format.XENOPSD_IMAGE),
    HVM_CONTEXT(Format.HVM_CONTEXT),
    XENSTORE(Format.XENSTORE),
    PACKED(null);

    /** Longer seeds are mostly pages of zeroes, and slow to change. */
    private static final int LONGEST_SEED = 10_000;

    /** Inputs that fuzzing has found to fail once, in a folder for each target; none so far. */
    private static final Path FOUND = Path.of("src/test/resources/fuzz");

    private static final PrintWriter NOWHERE = new PrintWriter(PrintWriter.nullWriter());

    private final byte[] magic;
    private final boolean isPacked;

    FuzzTarget(Format format) {
        this.magic = format == null ? new byte[0] : format.magic();
        this.isPacked = format == null;
    }

    /** Requires that {@code verify} comes to a verdict on these octets, in each profile. */
    void verify(byte[] octets) throws IOException {
        byte[] stream = octets.clone();
        System.arraycopy(magic, 0, stream, 0, Math.min(magic.length, stream.length));
        for (Profile profile : Profile.values()) {
            VerifyOptions options = new VerifyOptions(profile, Trailing.WARN, true, 20, "", Showing.NEVER);
            try {
                StreamSource source = StreamSource.of("stream", ByteBuffer.wrap(stream));
                assertThat(new Verify(NOWHERE, NOWHERE, options).run(source)).isBetween(0, 1);
            } catch (DamagedException | UnwalkableException e) {
                assertThat(e)
                        .hasMessageStartingWith("stream: "); // no stream at all, or one that nobody can walk through
            }
        }
    }

    /** The streams of the corpus in this framing, or all of them, packed; and what has failed once. */
    List<Arguments> seeds() throws IOException {
        List<Arguments> seeds = new ArrayList<>();
        for (byte[] stream : corpus()) {
            if (isPacked) {
                for (byte[] packed : packed(stream)) {
                    seeds.add(Arguments.of((Object) packed));
                }
            } else if (begins(stream)) {
                seeds.add(Arguments.of((Object) stream));
            }
        }
        Path found = FOUND.resolve(name().toLowerCase(Locale.ROOT));
        if (Files.isDirectory(found)) {
            try (Stream<Path> files = Files.list(found)) {
                for (Path file : files.sorted().toList()) {
                    seeds.add(Arguments.of((Object) Files.readAllBytes(file)));
                }
            }
        }
        return seeds;
    }

    private static List<byte[]> corpus() {
        List<byte[]> streams = new ArrayList<>();
        SmallStreams.all().values().forEach(sample -> streams.add(sample.octets()));
        BadStreams.all().forEach(bad -> streams.add(bad.octets()));
        return streams.stream()
                .filter(stream -> stream.length > 0 && stream.length <= LONGEST_SEED)
                .toList();
    }

    private boolean begins(byte[] stream) {
        return stream.length >= magic.length && Arrays.equals(stream, 0, magic.length, magic, 0, magic.length);
    }

    private static List<byte[]> packed(byte[] stream) throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (OutputStream to = new GZIPOutputStream(gzip)) {
            to.write(stream);
        }
        ByteArrayOutputStream xz = new ByteArrayOutputStream();
        try (OutputStream to = new XZOutputStream(xz, new LZMA2Options(0))) {
            to.write(stream);
        }
        return List.of(gzip.toByteArray(), xz.toByteArray(), Zstd.compress(stream));
    }
}
