package io.streamspec.benchmarks;

import com.sun.management.ThreadMXBean;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.LibxcRecord;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.StaticDataEnd;
import io.streamspec.xen.libxc.X86TscInfo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Octets of heap for each record, as the thread itself has counted them: JMH's profiler adds what other threads make
 * meanwhile, some 20 octets a millisecond, which is more than the bar. Each path has a process of its own.
 */
final class Allocation {

    /** The paths, by the names of the bars. */
    static final String[] PATHS = {
        "W1 in place",
        "W1 decode",
        "W2 decode",
        "W3 encode",
        "W4 encode",
        "W5 in place",
        "W5 decode",
        "W5 encode",
        "W6 check",
        "writer.write",
        "reader.record()",
        "reader.next()",
        "forward from a file",
        "forward from a pipe"
    };

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long PATIENCE_NANOS = 15 * SECOND_NANOS;
    private static final int STEADY = 2;
    private static final int RECORDS = 1024;
    private static final int FORWARDED = 32_768;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Keeps the work from being left out. */
    private static volatile long sink;

    private Allocation() {}

    private interface Work {
        long run() throws IOException;
    }

    /** Octets a record, or a batch, measured in another process. */
    static double inProcess(String path) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "--add-opens",
                        "java.base/jdk.internal.misc=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "allocation",
                        path)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            return Double.parseDouble(out.readLine());
        }
    }

    /** The same in this one. */
    static double of(String path) throws IOException {
        return switch (path.substring(0, 2)) {
            case "wr" -> ofWriter();
            case "re" -> ofReader(path);
            case "fo" -> ofForward(path.endsWith("pipe"));
            case "W1", "W6" -> ofScan(path);
            case "W2", "W3" -> ofTsc(path);
            case "W4" -> {
                Pages pages = new Pages();
                pages.setUp();
                yield each(pages::ours);
            }
            default -> ofParams(path);
        };
    }

    /** By how much more 16 batches take than 8, so that what a reader takes once does not count. */
    private static double ofScan(String path) throws IOException {
        PfnScan scan = new PfnScan();
        scan.setUp();
        Work work =
                switch (path) {
                    case "W1 in place" -> () -> scan.ours()[0];
                    case "W1 decode" -> () -> scan.oursDecoded()[0];
                    default -> scan::check;
                };
        double all = each(work);
        scan.halve();
        return (all - each(work)) / (PfnScan.BATCHES / 2);
    }

    private static double ofTsc(String path) throws IOException {
        TscInfo tsc = new TscInfo();
        tsc.records = 1024;
        tsc.setUp();
        return (path.equals("W2 decode") ? each(tsc::decodeOurs) : each(tsc::encodeOurs)) / tsc.records;
    }

    private static double ofWriter() throws IOException {
        LibxcWriter writer = LibxcWriter.to(OutputStream.nullOutputStream(), Images.header(), Images.domain());
        writer.write(new StaticDataEnd());
        X86TscInfo record = new X86TscInfo(0, 2_400_000, 0, 1);
        return each(() -> {
                    for (int i = 0; i < RECORDS; i++) {
                        writer.write(record);
                    }
                    return writer.offset();
                })
                / RECORDS;
    }

    /** By how much more 2,048 records take than 1,024, so that what a reader takes once does not count. */
    private static double ofReader(String path) throws IOException {
        ByteBuffer once = Images.stream(RECORDS);
        ByteBuffer twice = Images.stream(2 * RECORDS);
        boolean isNext = path.equals("reader.next()");
        return (each(() -> isNext ? sumNext(twice) : sumRecord(twice))
                        - each(() -> isNext ? sumNext(once) : sumRecord(once)))
                / RECORDS;
    }

    /** By how much more 65,536 records take than 32,768: what a reader takes each time it is refilled counts. */
    private static double ofForward(boolean pipe) throws IOException {
        try (Forwarding once = new Forwarding(FORWARDED, pipe);
                Forwarding twice = new Forwarding(2 * FORWARDED, pipe)) {
            return (each(twice::run) - each(once::run)) / FORWARDED;
        }
    }

    private static long sumRecord(ByteBuffer image) throws IOException {
        long sum = 0;
        LibxcReader in = LibxcReader.of(image);
        while (in.advance()) {
            if (in.record() instanceof X86TscInfo tsc) {
                sum += tsc.khz() + tsc.nsec();
            }
        }
        return sum;
    }

    private static long sumNext(ByteBuffer image) throws IOException {
        long sum = 0;
        LibxcReader in = LibxcReader.of(image);
        for (Optional<LibxcRecord> next = in.next(); next.isPresent(); next = in.next()) {
            if (next.get() instanceof X86TscInfo tsc) {
                sum += tsc.khz() + tsc.nsec();
            }
        }
        return sum;
    }

    private static double ofParams(String path) throws IOException {
        Params params = new Params();
        params.setUp();
        return switch (path) {
            case "W5 in place" -> each(params::ours);
            case "W5 decode" -> each(params::oursDecoded);
            default -> each(params::oursEncoded);
        };
    }

    /** Octets a run in steady state: when it has been the same some times in a row, or in the end. */
    private static double each(Work work) throws IOException {
        double each = -1;
        int same = 0;
        for (long start = System.nanoTime(); same < STEADY && System.nanoTime() - start < PATIENCE_NANOS; ) {
            double next = once(work);
            same = next == each ? same + 1 : 0;
            each = next;
        }
        return each;
    }

    /** Octets a run, over the runs of a second. */
    private static double once(Work work) throws IOException {
        long self = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(self);
        long runs = 0;
        for (long start = System.nanoTime(); System.nanoTime() - start < SECOND_NANOS; runs++) {
            sink += work.run();
        }
        return Math.round(100.0 * (THREADS.getThreadAllocatedBytes(self) - before) / runs) / 100.0;
    }
}
