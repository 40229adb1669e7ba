package io.streamspec.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;

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
        "W6 check"
    };

    private static final long WARM_NANOS = 2_000_000_000L;
    private static final int ROUNDS = 9;

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

    private static double ofParams(String path) throws IOException {
        Params params = new Params();
        params.setUp();
        return switch (path) {
            case "W5 in place" -> each(params::ours);
            case "W5 decode" -> each(params::oursDecoded);
            default -> each(params::oursEncoded);
        };
    }

    /** Octets a run in steady state: the median of rounds behind a time of running hot. */
    private static double each(Work work) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        long sink = 0;
        long runs = 0;
        for (long start = System.nanoTime(); System.nanoTime() - start < WARM_NANOS; runs++) {
            sink += work.run();
        }
        double[] rounds = new double[ROUNDS];
        int some = (int) Math.max(100, runs / ROUNDS / 10);
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getThreadAllocatedBytes(self);
            for (int i = 0; i < some; i++) {
                sink += work.run();
            }
            rounds[round] = (double) (threads.getThreadAllocatedBytes(self) - before) / some;
        }
        Arrays.sort(rounds);
        return sink == 42 ? -1 : rounds[ROUNDS / 2];
    }
}
