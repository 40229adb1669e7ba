package io.streamspec.benchmarks;

import io.streamspec.runtime.Octets;
import io.streamspec.runtime.StreamOrder;
import io.streamspec.xen.libxc.LibxcContext;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.RecordsHeader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** W4: writes a PAGE_DATA batch of 1,024 pages from and to memory outside of the heap. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Pages {

    private static final int SIZE = Images.BATCH * Images.PAGE;

    private final ByteBuffer pages = ByteBuffer.allocateDirect(SIZE);
    private final ByteBuffer target =
            ByteBuffer.allocateDirect(SIZE + Images.BATCH * 8 + 16).order(ByteOrder.LITTLE_ENDIAN);
    private final LibxcContext context = new LibxcContext().remember(Images.domain());
    private ByteBuffer pfnOctets = ByteBuffer.allocateDirect(0);
    private long[] pfns = {};

    /** Touches all memory. */
    @Setup
    public void setUp() {
        Random random = new Random(4);
        pfns = Images.pfns(random);
        pfnOctets = ByteBuffer.allocateDirect(Images.BATCH * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        pfnOctets.asLongBuffer().put(pfns);
        for (int i = 0; i < SIZE; i += 8) {
            pages.putLong(i, random.nextLong());
        }
        for (int i = 0; i < target.limit(); i++) {
            target.put(i, (byte) 1);
        }
    }

    /** The parts first, the record then: JDK 17 would make parts that are written inside of the record's arguments. */
    @Benchmark
    public int ours() {
        PageData.Pfn.Array numbers = PageData.Pfn.Array.in(pfnOctets);
        Octets.Array contents = Octets.each(pages, Images.PAGE);
        PageData batch = new PageData(numbers, contents);
        StreamOrder.put32(target, RecordsHeader.TYPE_OFFSET, PageData.RECORD_TYPE);
        StreamOrder.put32(target, RecordsHeader.BODY_LENGTH_OFFSET, batch.encodedSize());
        return batch.encode(target, RecordsHeader.SIZE, context);
    }

    @Benchmark
    public int hand() {
        return Hand.putPages(target, 0, pfns, pages);
    }

    /** The physical bound. */
    @Benchmark
    public ByteBuffer copy() {
        return target.put(16 + 8 * Images.BATCH, pages, 0, SIZE);
    }
}
