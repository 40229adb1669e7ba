package io.streamspec.benchmarks;

import io.kaitai.struct.ByteBufferKaitaiStream;
import io.streamspec.benchmarks.kaitai.Libxc;
import io.streamspec.benchmarks.sbe.HvmParamsDecoder;
import io.streamspec.runtime.Room;
import io.streamspec.xen.libxc.HvmParams;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** W5: decodes HVM_PARAMS with 30 entries and adds up indexes and values. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Params {

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private UnsafeBuffer sbeOctets = new UnsafeBuffer(new byte[0]);
    private byte[] forKaitai = {};
    private ByteBuffer target = ByteBuffer.allocate(0);
    private HvmParams record = new HvmParams(List.of());
    private List<HvmParams.Param> params = List.of();
    private final HvmParamsDecoder sbeParams = new HvmParamsDecoder();

    /** Makes the record; for SBE with a block length in the reserved word. */
    @Setup
    public void setUp() {
        octets = Images.params(30);
        sbeOctets = new UnsafeBuffer(Images.params(30).putInt(4, 16));
        forKaitai = octets.array();
        target = Images.params(30);
        record = HvmParams.decode(octets, 0, octets.limit());
        params = List.copyOf(new ArrayList<>(record.param()));
    }

    @Benchmark
    public long ours() {
        long sum = 0;
        int count = Math.toIntExact(HvmParams.count(octets, 0));
        Room.forAll("param", HvmParams.MIN_SIZE, count, HvmParams.Param.SIZE, octets.limit());
        for (int i = 0; i < count; i++) {
            HvmParams.Param param = HvmParams.param(octets, 0, i);
            sum += param.index() + param.value();
        }
        return sum;
    }

    @Benchmark
    public long oursDecoded() {
        long sum = 0;
        for (HvmParams.Param param : HvmParams.decode(octets, 0, octets.limit()).param()) {
            sum += param.index() + param.value();
        }
        return sum;
    }

    @Benchmark
    public int oursEncoded() {
        return record.encode(target, 0);
    }

    /** Of values in a list; ours has them as octets since the record was made. */
    @Benchmark
    public int handEncoded() {
        return Hand.putParams(target, 0, params);
    }

    @Benchmark
    public long hand() {
        return Hand.sumParams(octets, octets.limit());
    }

    @Benchmark
    public long sbe() {
        long sum = 0;
        sbeParams.wrap(sbeOctets, 0, 0, 0);
        for (HvmParamsDecoder.ParamsDecoder param : sbeParams.params()) {
            sum += param.index() + param.value();
        }
        return sum;
    }

    @Benchmark
    public long kaitai() {
        long sum = 0;
        for (Libxc.Param param : new Libxc.HvmParams(new ByteBufferKaitaiStream(forKaitai)).params()) {
            sum += param.index() + param.value();
        }
        return sum;
    }
}
