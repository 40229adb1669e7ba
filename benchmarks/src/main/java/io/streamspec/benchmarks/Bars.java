package io.streamspec.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The bars that the codecs have to clear, as ratios of medians of one run. */
final class Bars {

    private final Map<String, Double> medians = new TreeMap<>();
    private final Map<String, Double> allocated = new TreeMap<>();
    private boolean clear = true;

    private Bars() {}

    /** Prints a line for each bar; whether all were cleared. */
    static boolean run() throws RunnerException {
        Bars bars = new Bars();
        bars.measure();
        bars.codecs();
        return bars.clear;
    }

    private void measure() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("io.streamspec.benchmarks")
                        .mode(Mode.AverageTime)
                        .forks(1)
                        .warmupIterations(4)
                        .warmupTime(TimeValue.milliseconds(500))
                        .measurementIterations(7)
                        .measurementTime(TimeValue.milliseconds(500))
                        .addProfiler("gc")
                        .jvmArgs("-Xms2g", "-Xmx2g", "--add-opens", "java.base/jdk.internal.misc=ALL-UNNAMED")
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        for (RunResult result : results) {
            String records = result.getParams().getParam("records");
            String name = result.getParams().getBenchmark().replaceAll(".*\\.(\\w+\\.\\w+)$", "$1")
                    + (records == null ? "" : " " + records);
            medians.put(name, result.getPrimaryResult().getStatistics().getPercentile(50));
            allocated.put(
                    name,
                    result.getSecondaryResults().entrySet().stream()
                            .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
                            .mapToDouble(entry -> entry.getValue().getScore())
                            .findFirst()
                            .orElse(0));
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %12.3f %s  %10.3f B%n",
                    name,
                    medians.get(name),
                    result.getPrimaryResult().getScoreUnit(),
                    allocated.get(name));
        }
    }

    private void codecs() {
        atMost("W1 ours/hand-written", "PfnScan.ours", "PfnScan.hand", 1.10);
        for (String size : new String[] {"1024", "1000000"}) {
            atMost("W2 ours/hand-written, " + size, "TscInfo.decodeOurs " + size, "TscInfo.decodeHand " + size, 1.10);
            atMost("W3 ours/hand-written, " + size, "TscInfo.encodeOurs " + size, "TscInfo.encodeHand " + size, 1.10);
        }
        atMost("W5 ours/hand-written", "Params.ours", "Params.hand", 1.10);
        atLeast("W2 SBE/ours, in cache", "TscInfo.decodeSbe 1024", "TscInfo.decodeOurs 1024", 1.5);
        atLeast("W3 SBE/ours, in cache", "TscInfo.encodeSbe 1024", "TscInfo.encodeOurs 1024", 1.8);
        atLeast("W1 Kaitai/ours", "PfnScan.kaitai", "PfnScan.ours", 8);
        atLeast("W2 Kaitai/ours", "TscInfo.decodeKaitai 1000000", "TscInfo.decodeOurs 1000000", 8);
        atLeast("W5 Kaitai/ours", "Params.kaitai", "Params.ours", 8);
        atMost("W4 ours/memory copy", "Pages.ours", "Pages.copy", 1.05);
        atMost("W6 strict check/bare scan", "PfnScan.check", "PfnScan.hand", 1.7);
        allocated.merge("PfnScan.ours", -allocated.get("PfnScan.oursEmpty"), Double::sum); // the reader itself
        allocation("W1 allocation, octets a batch", "PfnScan.ours", 16);
        allocation("W2 allocation, octets a record", "TscInfo.decodeOurs 1000000", 1_000_000);
        allocation("W3 allocation, octets a record", "TscInfo.encodeOurs 1000000", 1_000_000);
        allocation("W5 allocation, octets a record", "Params.ours", 1);
    }

    private void atMost(String bar, String ours, String other, double most) {
        double ratio = medians.get(ours) / medians.get(other);
        tell(bar, ratio, "<=", most, ratio <= most);
    }

    private void atLeast(String bar, String other, String ours, double least) {
        double ratio = medians.get(other) / medians.get(ours);
        tell(bar, ratio, ">=", least, ratio >= least);
    }

    private void allocation(String bar, String name, int records) {
        double each = allocated.get(name) / records;
        tell(bar, each, "<=", 0.01, each < 0.01);
    }

    private void tell(String bar, double value, String relation, double limit, boolean ok) {
        System.out.printf(Locale.ROOT, "%s %.3f %s %.2f %s%n", bar, value, relation, limit, ok ? "ok" : "FALLS SHORT");
        clear &= ok;
    }
}
