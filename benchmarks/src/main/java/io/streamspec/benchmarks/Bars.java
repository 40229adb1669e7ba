package io.streamspec.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The bars that the codecs have to clear. All contenders run in turn, several rounds of a fork each; a bar is the median
 * of the rounds' ratios of medians, so that a slow phase of the machine decides nothing.
 */
final class Bars {

    private static final int ROUNDS = 3;

    private static final String[] SMALL = {
        "TscFields.(ours|hand|sbe)", "TscInfo.decode(Ours|Hand|Sbe)", "TscInfo.encode(Ours|Hand|Sbe)"
    };
    private static final String[] LARGE = {
        "TscInfo.decode(Ours|Hand|Kaitai)",
        "TscInfo.encode(Ours|Hand)",
        "PfnScan.(ours|oursDecoded|oursEmpty|hand|kaitai|check|checkEmpty)",
        "Params.(ours|oursDecoded|oursEncoded|hand|kaitai)",
        "Pages.(ours|copy)"
    };

    private final List<Map<String, Double>> medians = new ArrayList<>();
    private final List<Map<String, Double>> allocated = new ArrayList<>();
    private boolean clear = true;

    private Bars() {}

    /** Prints a line for each bar; whether all were cleared. */
    static boolean run() throws RunnerException {
        Bars bars = new Bars();
        for (int round = 0; round < ROUNDS; round++) {
            bars.medians.add(new TreeMap<>());
            bars.allocated.add(new TreeMap<>());
            bars.measure("1024", SMALL);
            bars.measure("1000000", LARGE);
        }
        bars.print();
        bars.codecs();
        bars.allocations();
        return bars.clear;
    }

    private void measure(String records, String... benchmarks) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .mode(Mode.AverageTime)
                .forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.milliseconds(250))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(150))
                .param("records", records)
                .addProfiler("gc")
                .jvmArgs("-Xms1g", "-Xmx1g", "--add-opens", "java.base/jdk.internal.misc=ALL-UNNAMED")
                .verbosity(VerboseMode.SILENT);
        for (String benchmark : benchmarks) {
            options.include("\\." + benchmark + "$");
        }
        for (RunResult result : new Runner(options.build()).run()) {
            String size = result.getParams().getParam("records");
            String name = result.getParams().getBenchmark().replaceAll(".*\\.(\\w+\\.\\w+)$", "$1")
                    + (size == null ? "" : " " + size);
            last(medians).put(name, result.getPrimaryResult().getStatistics().getPercentile(50));
            last(allocated)
                    .put(
                            name,
                            result.getSecondaryResults().entrySet().stream()
                                    .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
                                    .mapToDouble(entry -> entry.getValue().getScore())
                                    .findFirst()
                                    .orElse(0));
        }
    }

    private static Map<String, Double> last(List<Map<String, Double>> rounds) {
        return rounds.get(rounds.size() - 1);
    }

    private void print() {
        for (String name : medians.get(0).keySet()) {
            System.out.printf(Locale.ROOT, "%-30s", name);
            medians.forEach(round -> System.out.printf(Locale.ROOT, " %12.3f", round.get(name)));
            System.out.printf(Locale.ROOT, "  %10.3f B%n", median(allocated, name));
        }
    }

    private void codecs() {
        atMost("W1 ours/hand-written", "PfnScan.ours", "PfnScan.hand", 1.10);
        atMost("W2 ours/hand-written, fields in cache", "TscFields.ours", "TscFields.hand", 1.10);
        for (String size : new String[] {"1024", "1000000"}) {
            atMost(
                    "W2 ours/hand-written, walk of " + size,
                    "TscInfo.decodeOurs " + size,
                    "TscInfo.decodeHand " + size,
                    1.10);
            atMost("W3 ours/hand-written, " + size, "TscInfo.encodeOurs " + size, "TscInfo.encodeHand " + size, 1.10);
        }
        atMost("W5 ours/hand-written, in place", "Params.ours", "Params.hand", 1.10);
        atMost("W5 ours/hand-written, decoded", "Params.oursDecoded", "Params.hand", 1.10);
        atLeast("W2 SBE/ours, fields in cache", "TscFields.sbe", "TscFields.ours", 1.5);
        atLeast("W3 SBE/ours, in cache", "TscInfo.encodeSbe 1024", "TscInfo.encodeOurs 1024", 1.8);
        System.out.printf(
                Locale.ROOT,
                "W2 SBE/ours, walk of 1024: %.3f (no bar: all wait for the length)%n",
                ratio("TscInfo.decodeSbe 1024", "TscInfo.decodeOurs 1024"));
        atLeast("W1 Kaitai/ours", "PfnScan.kaitai", "PfnScan.ours", 8);
        atLeast("W2 Kaitai/ours", "TscInfo.decodeKaitai 1000000", "TscInfo.decodeOurs 1000000", 8);
        atLeast("W5 Kaitai/ours", "Params.kaitai", "Params.ours", 8);
        atMost("W4 ours/memory copy", "Pages.ours", "Pages.copy", 1.05);
        atMost("W6 strict check/bare scan", "PfnScan.check", "PfnScan.hand", 1.7);
    }

    /** Octets of heap for each record; of W1 and W6, what the reader itself takes is taken off. */
    private void allocations() {
        allocation("W1 in place", "batch", 16, "PfnScan.ours", "PfnScan.oursEmpty");
        allocation("W1 decode", "batch", 16, "PfnScan.oursDecoded", "");
        allocation("W2 decode", "record", 1_000_000, "TscInfo.decodeOurs 1000000", "");
        allocation("W3 encode", "record", 1_000_000, "TscInfo.encodeOurs 1000000", "");
        allocation("W4 encode", "batch", 1, "Pages.ours", "");
        allocation("W5 in place", "record", 1, "Params.ours", "");
        allocation("W5 decode", "record", 1, "Params.oursDecoded", "");
        allocation("W5 encode", "record", 1, "Params.oursEncoded", "");
        allocation("W6 check", "batch", 16, "PfnScan.check", "PfnScan.checkEmpty");
    }

    private void atMost(String bar, String ours, String other, double most) {
        double ratio = ratio(ours, other);
        tell(bar, ratio, "<=", most, ratio <= most);
    }

    private void atLeast(String bar, String other, String ours, double least) {
        double ratio = ratio(other, ours);
        tell(bar, ratio, ">=", least, ratio >= least);
    }

    private void allocation(String work, String unit, int records, String name, String empty) {
        double each = (median(allocated, name) - (empty.isEmpty() ? 0 : median(allocated, empty))) / records;
        tell(work + ", octets allocated a " + unit, each, "<", 0.01, each < 0.01);
    }

    private double ratio(String above, String below) {
        return median(medians.stream().mapToDouble(round -> round.get(above) / round.get(below)));
    }

    private static double median(List<Map<String, Double>> rounds, String name) {
        return median(rounds.stream().mapToDouble(round -> round.get(name)));
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private void tell(String bar, double value, String relation, double limit, boolean ok) {
        System.out.printf(Locale.ROOT, "%s %.3f %s %.2f %s%n", bar, value, relation, limit, ok ? "ok" : "FALLS SHORT");
        clear &= ok;
    }
}
