package io.streamspec.benchmarks;

import io.streamspec.benchmarks.sbe.FrameDecoder;
import io.streamspec.benchmarks.sbe.TscInfoDecoder;
import io.streamspec.runtime.StreamOrder;
import io.streamspec.xen.libxc.RecordsHeader;
import io.streamspec.xen.libxc.X86TscInfo;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * W2, the codec alone: decodes the seven words of 1,024 framed X86_TSC_INFO records in cache, each at a place that is
 * known without looking at the one before, so that nothing but the codec is waited for.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TscFields {

    private static final int RECORDS = 1024;
    private static final int RESERVED_OFFSET = 20;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private UnsafeBuffer sbeOctets = new UnsafeBuffer(new byte[0]);
    private final FrameDecoder frame = new FrameDecoder();
    private final TscInfoDecoder tsc = new TscInfoDecoder();

    /** Makes the records. */
    @Setup
    public void setUp() {
        octets = Images.tsc(RECORDS);
        sbeOctets = new UnsafeBuffer(Images.tsc(RECORDS));
    }

    /** A record as a value; its reserved word, which a value has not, read beside it. */
    @Benchmark
    public long ours() {
        ByteBuffer b = octets;
        long sum = 0;
        for (int i = 0; i < RECORDS; i++) {
            int at = 32 * i;
            int body = at + RecordsHeader.SIZE;
            X86TscInfo record = X86TscInfo.decode(b, body);
            sum += RecordsHeader.typeNumber(b, at)
                    + RecordsHeader.bodyLength(b, at)
                    + record.mode()
                    + record.khz()
                    + record.nsec()
                    + record.incarnation()
                    + StreamOrder.u32(b, body + RESERVED_OFFSET);
        }
        return sum;
    }

    /** Field by field in place. */
    @Benchmark
    public long oursInPlace() {
        ByteBuffer b = octets;
        long sum = 0;
        for (int i = 0; i < RECORDS; i++) {
            int at = 32 * i;
            int body = at + RecordsHeader.SIZE;
            sum += RecordsHeader.typeNumber(b, at)
                    + RecordsHeader.bodyLength(b, at)
                    + X86TscInfo.mode(b, body)
                    + X86TscInfo.khz(b, body)
                    + X86TscInfo.nsec(b, body)
                    + X86TscInfo.incarnation(b, body)
                    + StreamOrder.u32(b, body + RESERVED_OFFSET);
        }
        return sum;
    }

    @Benchmark
    public long hand() {
        return Hand.sumTscFields(octets, RECORDS);
    }

    @Benchmark
    public long sbe() {
        long sum = 0;
        for (int i = 0; i < RECORDS; i++) {
            int at = 32 * i;
            frame.wrap(sbeOctets, at);
            tsc.wrap(sbeOctets, at + 8, TscInfoDecoder.BLOCK_LENGTH, 0);
            sum += frame.recordType()
                    + frame.bodyLength()
                    + tsc.mode()
                    + tsc.khz()
                    + tsc.nsec()
                    + tsc.incarnation()
                    + tsc.reserved();
        }
        return sum;
    }
}
