package io.streamspec.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.openjdk.jmh.runner.RunnerException;

/** What {@code benchmarks/run} starts. */
public final class Main {

    private Main() {}

    /** {@code bars}, a part of them, {@code image FILE GIB}, {@code walk FILE [all]}, {@code nothing}, or options of JMH. */
    public static void main(String[] arguments) throws IOException, InterruptedException, RunnerException {
        String command = arguments.length == 0 ? "" : arguments[0];
        switch (command) {
            case "bars" -> System.exit(Bars.run() & ProcessBars.run() ? 0 : 1);
            case "nothing" -> {}
            case "codecs" -> System.exit(Bars.run() ? 0 : 1);
            case "processes" -> System.exit(ProcessBars.run() ? 0 : 1);
            case "allocation" -> System.out.println(Allocation.of(arguments[1]));
            case "image" -> Walk.write(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            case "walk" -> Walk.walk(arguments[1], Arrays.asList(arguments).contains("all"));
            default -> org.openjdk.jmh.Main.main(arguments);
        }
    }
}
