package io.streamspec.benchmarks;

import io.kaitai.struct.ByteBufferKaitaiStream;
import io.streamspec.benchmarks.kaitai.Libxc;
import io.streamspec.benchmarks.sbe.FrameDecoder;
import io.streamspec.benchmarks.sbe.FrameEncoder;
import io.streamspec.benchmarks.sbe.TscInfoDecoder;
import io.streamspec.benchmarks.sbe.TscInfoEncoder;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * W2 and W3: decodes and encodes framed X86_TSC_INFO records, 1,024 in cache or a million in memory. Decoding walks: the
 * place of a record follows from the length of the one before. {@link TscFields} decodes records of known places.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TscInfo {

    /** How many. */
    @Param({"1024", "1000000"})
    public int records;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private ByteBuffer target = ByteBuffer.allocate(0);
    private UnsafeBuffer sbeOctets = new UnsafeBuffer(new byte[0]);
    private UnsafeBuffer sbeTarget = new UnsafeBuffer(new byte[0]);
    private final FrameDecoder frame = new FrameDecoder();
    private final TscInfoDecoder tsc = new TscInfoDecoder();
    private final FrameEncoder frameOut = new FrameEncoder();
    private final TscInfoEncoder tscOut = new TscInfoEncoder();

    /** Makes the records. */
    @Setup
    public void setUp() {
        octets = Images.tsc(records);
        target = Images.tsc(records);
        sbeOctets = new UnsafeBuffer(octets);
        sbeTarget = new UnsafeBuffer(Images.tsc(records));
    }

    @Benchmark
    public long decodeOurs() {
        ByteBuffer b = octets;
        long sum = 0;
        int next;
        for (int at = 0, end = b.limit(); at < end; at = next) {
            next = RecordsHeader.next(b, at);
            if (RecordsHeader.typeNumber(b, at) == X86TscInfo.RECORD_TYPE) {
                X86TscInfo record = X86TscInfo.decode(b, at + RecordsHeader.SIZE);
                sum += record.mode() + record.khz() + record.nsec() + record.incarnation();
            }
        }
        return sum;
    }

    @Benchmark
    public long decodeHand() {
        return Hand.sumTsc(octets);
    }

    @Benchmark
    public long decodeSbe() {
        long sum = 0;
        int at = 0;
        while (at < sbeOctets.capacity()) {
            frame.wrap(sbeOctets, at);
            if (frame.recordType() == Hand.TSC_INFO) {
                tsc.wrap(sbeOctets, at + 8, TscInfoDecoder.BLOCK_LENGTH, 0);
                sum += tsc.mode() + tsc.khz() + tsc.nsec() + tsc.incarnation();
            }
            at += 8 + (int) (frame.bodyLength() + 7 & ~7L);
        }
        return sum;
    }

    @Benchmark
    public long decodeKaitai() {
        long sum = 0;
        for (Libxc.Record record : new Libxc(new ByteBufferKaitaiStream(octets.duplicate())).records()) {
            if (record.body() instanceof Libxc.TscInfo body) {
                sum += body.mode() + body.khz() + body.nsec() + body.incarnation();
            }
        }
        return sum;
    }

    /** The physical bound: all octets read as longs and added up. */
    @Benchmark
    public long decodeSum() {
        long sum = 0;
        for (int at = 0; at < octets.limit(); at += 8) {
            sum += octets.getLong(at);
        }
        return sum;
    }

    @Benchmark
    public int encodeOurs() {
        ByteBuffer b = target;
        int at = 0;
        for (int i = 0; i < records; i++) {
            StreamOrder.put32(b, at + RecordsHeader.TYPE_OFFSET, X86TscInfo.RECORD_TYPE);
            StreamOrder.put32(b, at + RecordsHeader.BODY_LENGTH_OFFSET, X86TscInfo.SIZE);
            at = new X86TscInfo(i & 3, 2_400_000, (long) i << 20, i).encode(b, at + RecordsHeader.SIZE);
        }
        return at;
    }

    @Benchmark
    public int encodeHand() {
        int at = 0;
        for (int i = 0; i < records; i++) {
            at = Hand.putTsc(target, at, i & 3, 2_400_000, (long) i << 20, i);
        }
        return at;
    }

    @Benchmark
    public int encodeSbe() {
        int at = 0;
        for (int i = 0; i < records; i++) {
            frameOut.wrap(sbeTarget, at).recordType(8).bodyLength(24);
            tscOut.wrap(sbeTarget, at + 8)
                    .mode(i & 3)
                    .khz(2_400_000)
                    .nsec((long) i << 20)
                    .incarnation(i)
                    .reserved(0);
            at += 32;
        }
        return at;
    }

    /** The physical bound: as many octets copied. */
    @Benchmark
    public ByteBuffer encodeCopy() {
        return target.put(0, octets, 0, octets.limit());
    }
}
