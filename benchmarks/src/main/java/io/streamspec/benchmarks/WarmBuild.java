package io.streamspec.benchmarks;

import io.streamspec.build.Documents;
import io.streamspec.build.Target;
import io.streamspec.build.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How long a round of {@code watch} takes in a JVM that has run some: reading, what lint finds, codecs written. */
public final class WarmBuild {

    private static final int WARM_UP = 30;
    private static final int RUNS = 15;

    private WarmBuild() {}

    /** Prints the median in milliseconds, of the documents named. */
    public static void main(String[] arguments) throws IOException {
        List<Path> documents = Stream.of(arguments).map(Path::of).toList();
        Path folder = Files.createTempDirectory("streamspec-warm");
        Target codecs = new Target.Codecs(folder, "a", Optional.empty());
        Watch watch = new Watch(documents, List.of(), List.of(codecs), Documents::lint);
        double[] millis = new double[RUNS];
        for (int run = -WARM_UP; run < RUNS; run++) {
            long start = System.nanoTime();
            watch.round();
            millis[Math.max(0, run)] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        System.out.println(millis[RUNS / 2]);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
