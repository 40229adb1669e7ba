package io.streamspec.benchmarks;

import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.PfinfoType;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Bars of whole processes on files in the page cache, beside {@code cat}: medians of runs taken in turn. */
final class ProcessBars {

    private static final int RUNS = 9;
    private static final long ROOM = 5L * (1L << 30) + (64L << 20);

    private final Path folder;
    private final String java;
    private final String jar;
    private boolean clear = true;

    private ProcessBars(Path folder) {
        this.folder = folder;
        this.java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        this.jar = System.getProperty("java.class.path");
    }

    /** Prints a line for each bar; whether all were cleared. */
    static boolean run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("streamspec-bars");
        try {
            requireRoom(folder);
            ProcessBars bars = new ProcessBars(folder);
            bars.walks();
            bars.verifies();
            return bars.clear;
        } finally {
            for (String name : List.of("1", "4", "small", "single", "out")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    private static void requireRoom(Path folder) throws IOException {
        long room = Files.getFileStore(folder).getUsableSpace();
        if (room < ROOM) {
            throw new IOException(folder + ": the images take " + ROOM + " octets, there are " + room);
        }
    }

    private void walks() throws IOException, InterruptedException {
        String small = image(1);
        String large = image(4);
        String main = " -cp " + jar + " io.streamspec.benchmarks.Main walk ";
        String walk = java + " -Xmx16m -XX:TieredStopAtLevel=1" + main;
        String[] commands = {
            "cat " + small,
            "cat " + large,
            walk + small,
            walk + large,
            walk + large + " all",
            "cat " + large + " | cat",
            "cat " + large + " | " + walk + "- all"
        };
        double[] seconds = medians(commands);
        double growth = seconds[1] - seconds[0];
        tell("walk by record (C1), growth from 1 to 4 GiB / cat's", (seconds[3] - seconds[2]) / growth, 0.35);
        tell("every octet of 4 GiB (C1) / cat", seconds[4] / seconds[1], 1.4);
        tell("every octet from a pipe (C1) / cat | cat", seconds[6] / seconds[5], 1.15);
        peaks("C1", walk, small, large);
        peaks("Java's usual compilers", java + " -Xmx16m" + main, small, large);
    }

    /** The command line, as it is started by its script. */
    private void verifies() throws IOException, InterruptedException {
        Path records = folder.resolve("small");
        Path pages = folder.resolve("single");
        Walk.writeBatches(records, 1_000_000, PageData.Pfn.of(0, PfinfoType.XTAB));
        Walk.writeBatches(pages, 65_536, PageData.Pfn.of(0, PfinfoType.NOTAB));
        String start = java + " -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp " + jar
                + " io.streamspec.benchmarks.Main nothing";
        String verify = "tools/streamspec verify ";
        String small = folder.resolve("1").toString();
        String large = folder.resolve("4").toString();
        String[] commands = {
            start,
            "dd bs=4M status=none if=" + small,
            verify + small,
            "cat " + small,
            "cat " + large,
            verify + large,
            verify + records,
            "cat " + pages,
            verify + pages,
            "cat " + large + " | cat",
            "cat " + large + " | " + verify + "-",
            "tools/streamspec identify " + small
        };
        double[] seconds = medians(commands);
        tell("verify 1 GiB / (half of dd + 2.5 starts)", seconds[2] / (seconds[1] / 2 + 2.5 * seconds[0]), 1);
        tell("verify, growth from 1 to 4 GiB / cat's", (seconds[5] - seconds[2]) / (seconds[4] - seconds[3]), 0.35);
        tell("verify a million records / starts", seconds[6] / seconds[0], 5);
        tell("verify 65,536 pages / (1.6 cat + 2 starts)", seconds[8] / (1.6 * seconds[7] + 2 * seconds[0]), 1);
        tell("verify 4 GiB from a pipe / cat | cat", seconds[10] / seconds[9], 1.15);
        tell("identify / starts", seconds[11] / seconds[0], 2.5);
        double peak = 0;
        for (String file : List.of(small, large, records.toString(), pages.toString())) {
            peak = Math.max(peak, highestMib("tools/streamspec", "verify", file));
        }
        tell("peak MiB of verify, the highest of these files", peak, 64);
    }

    private void peaks(String compilers, String walk, String small, String large)
            throws IOException, InterruptedException {
        double atOne = peakMib(walk + small + " all");
        double atFour = peakMib(walk + large + " all");
        tell("peak MiB at 1 GiB with -Xmx16m (" + compilers + ")", atOne, 48);
        tell("peak MiB at 4 GiB with -Xmx16m (" + compilers + ")", atFour, 48);
        tell("peak at 4 GiB / at 1 GiB (" + compilers + ")", atFour / atOne, 1.1);
    }

    private String image(int gib) throws IOException {
        Path file = folder.resolve(Integer.toString(gib));
        Walk.write(file, gib);
        return file.toString();
    }

    /** Each command in turn, so that a slow phase of the machine meets all of them. */
    private double[] medians(String... commands) throws IOException, InterruptedException {
        double[][] seconds = new double[commands.length][RUNS];
        for (int run = -1; run < RUNS; run++) {
            for (int i = 0; i < commands.length; i++) {
                long start = System.nanoTime();
                shell(commands[i] + " > /dev/null");
                seconds[i][Math.max(0, run)] = (System.nanoTime() - start) / 1e9;
            }
        }
        return Arrays.stream(seconds).mapToDouble(ProcessBars::median).toArray();
    }

    private static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private double peakMib(String command) throws IOException, InterruptedException {
        List<Double> peaks = new ArrayList<>();
        for (int run = 0; run < 3; run++) {
            Path out = folder.resolve("out");
            shell(command + " > " + out);
            peaks.add(Double.parseDouble(Files.readString(out).strip().split(" ")[1]) / 1024);
        }
        return median(peaks.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The most that a process has resident, by the kernel's account, as long as it can be asked; it may be a script. */
    private static double highestMib(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        double peak = 0;
        while (!process.waitFor(1, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, highWaterMib(status));
        }
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": exit code " + process.exitValue());
        }
        return peak;
    }

    private static double highWaterMib(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // it has ended meanwhile
        }
    }

    private static void shell(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-c", command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectInput(new File("/dev/null"))
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(command + ": exit code " + process.exitValue());
        }
    }

    private void tell(String bar, double value, double most) {
        boolean ok = value <= most;
        System.out.printf(Locale.ROOT, "%s %.3f <= %.2f %s%n", bar, value, most, ok ? "ok" : "FALLS SHORT");
        clear &= ok;
    }
}
