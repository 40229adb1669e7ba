package io.streamspec.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        "PfnScan.(ours|oursDecoded|hand|handDecoded|sbe|kaitai|check)",
        "Params.(ours|oursDecoded|oursEncoded|hand|handEncoded|sbe|kaitai)",
        "Pages.(ours|copy)"
    };

    private final List<Map<String, Double>> medians = new ArrayList<>();
    private boolean clear = true;

    private Bars() {}

    /** Prints a line for each bar; whether all were cleared. */
    static boolean run() throws IOException, RunnerException {
        Bars bars = new Bars();
        for (int round = 0; round < ROUNDS; round++) {
            bars.medians.add(new TreeMap<>());
            bars.measure("1024", SMALL);
            bars.measure("1000000", LARGE);
        }
        bars.print();
        bars.codecs();
        bars.size();
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
        }
    }

    private static Map<String, Double> last(List<Map<String, Double>> rounds) {
        return rounds.get(rounds.size() - 1);
    }

    private void print() {
        for (String name : medians.get(0).keySet()) {
            System.out.printf(Locale.ROOT, "%-30s", name);
            medians.forEach(round -> System.out.printf(Locale.ROOT, " %12.3f", round.get(name)));
            System.out.println();
        }
    }

    private void codecs() {
        atMost("W1 ours/hand-written, in place", "PfnScan.ours", "PfnScan.hand", 1.10);
        atMost("W1 ours/hand-written, decoded", "PfnScan.oursDecoded", "PfnScan.handDecoded", 1.10);
        System.out.printf(
                Locale.ROOT,
                "W1 ours decoded/hand-written, one look: %.3f (no bar: see there)%n",
                ratio("PfnScan.oursDecoded", "PfnScan.hand"));
        System.out.printf(
                Locale.ROOT,
                "W1 ours decoded/ours in place: %.3f (no bar: decoding looks at the pfns twice)%n",
                ratio("PfnScan.oursDecoded", "PfnScan.ours"));
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
        atMost("W5 ours/hand-written, encoded", "Params.oursEncoded", "Params.handEncoded", 1.10);
        atLeast("W2 SBE/ours, fields in cache", "TscFields.sbe", "TscFields.ours", 1.5);
        atLeast("W3 SBE/ours, in cache", "TscInfo.encodeSbe 1024", "TscInfo.encodeOurs 1024", 1.8);
        System.out.printf(
                Locale.ROOT,
                "W2 SBE/ours, walk of 1024: %.3f (no bar: all wait for the length)%n",
                ratio("TscInfo.decodeSbe 1024", "TscInfo.decodeOurs 1024"));
        System.out.printf(
                Locale.ROOT,
                "W1 SBE/ours: %.3f, W5 SBE/ours: %.3f (no bar: SBE has a block length where the stream is reserved)%n",
                ratio("PfnScan.sbe", "PfnScan.ours"),
                ratio("Params.sbe", "Params.ours"));
        atLeast("W1 Kaitai/ours", "PfnScan.kaitai", "PfnScan.ours", 8);
        atLeast("W2 Kaitai/ours", "TscInfo.decodeKaitai 1000000", "TscInfo.decodeOurs 1000000", 8);
        atLeast("W5 Kaitai/ours", "Params.kaitai", "Params.ours", 8);
        atMost("W4 ours/memory copy", "Pages.ours", "Pages.copy", 1.05);
        atMost("W6 strict check/bare scan", "PfnScan.check", "PfnScan.hand", 1.7);
    }

    /** The lines of X86_TSC_INFO's generated source, which {@code benchmarks/run} names. */
    private void size() throws IOException {
        String source = System.getProperty("streamspec.tsc.source", "");
        if (!source.isEmpty()) {
            int lines = Files.readAllLines(Path.of(source)).size();
            tell("X86_TSC_INFO generated code, lines", lines, "<=", 120, lines <= 120);
        }
    }

    private void allocations() throws IOException {
        for (String path : Allocation.PATHS) {
            double each = Allocation.inProcess(path);
            String unit = path.matches("W[146].*") ? "batch" : "record";
            tell(path + ", octets allocated a " + unit, each, "<", 0.01, each < 0.01);
        }
    }

    private void atMost(String bar, String ours, String other, double most) {
        double ratio = ratio(ours, other);
        tell(bar, ratio, "<=", most, ratio <= most);
    }

    private void atLeast(String bar, String other, String ours, double least) {
        double ratio = ratio(other, ours);
        tell(bar, ratio, ">=", least, ratio >= least);
    }

    private double ratio(String above, String below) {
        return median(medians.stream().mapToDouble(round -> round.get(above) / round.get(below)));
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
