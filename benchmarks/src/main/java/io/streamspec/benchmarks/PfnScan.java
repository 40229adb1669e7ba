package io.streamspec.benchmarks;

import io.kaitai.struct.ByteBufferKaitaiStream;
import io.streamspec.benchmarks.kaitai.Libxc;
import io.streamspec.benchmarks.sbe.FrameDecoder;
import io.streamspec.benchmarks.sbe.PageDataDecoder;
import io.streamspec.runtime.Validation;
import io.streamspec.xen.libxc.LibxcContext;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.RecordsHeader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** W1: counts the types of the pfns of a 64 MiB image, without touching a page. W6: checks that image strictly. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PfnScan {

    static final int BATCHES = 16;

    private ByteBuffer image = ByteBuffer.allocate(0);
    private ByteBuffer forSbe = ByteBuffer.allocate(0);
    private ByteBuffer records = ByteBuffer.allocate(0);
    private UnsafeBuffer sbeImage = new UnsafeBuffer(new byte[0]);
    private final long[] counts = new long[16];
    private final LibxcContext context = new LibxcContext().remember(Images.domain());
    private final FrameDecoder frame = new FrameDecoder();
    private final PageDataDecoder pageData = new PageDataDecoder();

    /** Makes the image; for SBE, one with block lengths where the original has reserved words. */
    @Setup
    public void setUp() {
        image = Images.pages(BATCHES);
        forSbe = Images.pages(BATCHES);
        for (int at = Images.HEADERS; at < forSbe.limit(); at += 8 + (forSbe.getInt(at + 4) + 7 & ~7)) {
            if (forSbe.getInt(at) == Hand.PAGE_DATA) {
                forSbe.putInt(at + 12, 8);
            }
        }
        sbeImage = new UnsafeBuffer(forSbe);
        records = image.duplicate().position(Images.HEADERS).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Half as many batches from here on. */
    void halve() {
        image = Images.pages(BATCHES / 2);
    }

    @Benchmark
    public long[] ours() throws IOException {
        long[] counts = new long[16];
        LibxcReader in = LibxcReader.of(image);
        while (in.advance()) {
            if (in.typeNumber() == PageData.RECORD_TYPE) {
                ByteBuffer b = in.load(PageData.MIN_SIZE);
                long pfns = PageData.count(b, b.position());
                b = in.load(PageData.MIN_SIZE + 8 * pfns);
                int at = b.position();
                int count = (int) pfns;
                for (int i = 0; i < count; i++) {
                    counts[new PageData.Pfn(PageData.pfn(b, at, i)).typeNumber()]++;
                }
            }
        }
        return counts;
    }

    /** Each batch decoded in place, without a reader. */
    @Benchmark
    public long[] oursDecoded() {
        long[] counts = this.counts;
        ByteBuffer b = image;
        int next;
        for (int at = Images.HEADERS, end = b.limit(); at < end; at = next) {
            next = RecordsHeader.next(b, at);
            if (RecordsHeader.typeNumber(b, at) == PageData.RECORD_TYPE) {
                int length = (int) RecordsHeader.bodyLength(b, at);
                for (PageData.Pfn pfn : PageData.decode(b, at + RecordsHeader.SIZE, length, context)
                        .pfn()) {
                    counts[pfn.typeNumber()]++;
                }
            }
        }
        return counts;
    }

    /** Each batch as a reader's record. */
    @Benchmark
    public long[] oursRecords() throws IOException {
        long[] counts = new long[16];
        LibxcReader in = LibxcReader.of(image);
        while (in.advance()) {
            if (in.record() instanceof PageData batch) {
                for (PageData.Pfn pfn : batch.pfn()) {
                    counts[pfn.typeNumber()]++;
                }
            }
        }
        return counts;
    }

    @Benchmark
    public long[] hand() {
        long[] counts = new long[16];
        Hand.countTypes(image, counts);
        return counts;
    }

    /** Looks twice, as decoding a batch does: whether its pages are there, and at its pfns. */
    @Benchmark
    public long[] handDecoded() {
        long[] counts = this.counts;
        Hand.countTypesOfBatches(image, counts);
        return counts;
    }

    @Benchmark
    public long[] sbe() {
        long[] counts = new long[16];
        int at = Images.HEADERS;
        while (at < sbeImage.capacity()) {
            frame.wrap(sbeImage, at);
            if (frame.recordType() == Hand.PAGE_DATA) {
                pageData.wrap(sbeImage, at + 8, 0, 0);
                for (PageDataDecoder.PagesDecoder page : pageData.pages()) {
                    counts[(int) (page.pfn() >>> 60)]++;
                }
            }
            at += 8 + (int) (frame.bodyLength() + 7 & ~7L);
        }
        return counts;
    }

    @Benchmark
    public long[] kaitai() {
        long[] counts = new long[16];
        Libxc parsed = new Libxc(new ByteBufferKaitaiStream(records.duplicate()));
        for (Libxc.Record record : parsed.records()) {
            if (record.body() instanceof Libxc.PageData batch) {
                for (long pfn : batch.pfn()) {
                    counts[(int) (pfn >>> 60)]++;
                }
            }
        }
        return counts;
    }

    /** The physical bound: every pfn read and added up. */
    @Benchmark
    public long sum() {
        long sum = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            int pfns = 16 + batch * (16 + Images.BATCH * (8 + Images.PAGE)) + 8;
            for (int i = 0; i < Images.BATCH; i++) {
                sum += records.getLong(pfns + 8 * i);
            }
        }
        return sum;
    }

    @Benchmark
    public long check() throws IOException {
        Validation validation = Validation.strict();
        LibxcReader in = LibxcReader.of(image);
        in.validate(validation);
        boolean more = true;
        while (more) {
            more = in.advance();
        }
        if (!validation.isClean()) {
            throw new IllegalStateException(validation.violations().toString());
        }
        return in.index();
    }
}
