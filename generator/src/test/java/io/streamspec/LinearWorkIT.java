package io.streamspec;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.streamspec.export.ExportFormats;
import io.streamspec.format.Formatter;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.testing.LargeDocuments;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ten times the document takes at most twelve times the work. Work is counted in octets allocated, which are the same in every
 * run, however busy the machine is; a long run counts the processor's time as well.
 */
class LinearWorkIT {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int MOST = 12;
    private static final int SMALL = 100;
    private static final long SHORT = 20_000_000;

    private static final Map<String, String> REVISED =
            Map.of("value", "worth", "Paragraph", "Narration", "Section", "Chapter", "word", "term", "code", "sign");

    /** What the verbs do with a document. */
    enum Verb {
        LINT(text -> Generator.lint(text, Optional.empty(), Optional.empty())),
        FORMAT(text -> Formatter.format(text, new Diagnostics()).orElseThrow().diff()),
        DIFF(text -> Generator.json(Generator.review(model(text), model(revised(text))))),
        GENERATE(text -> Generator.java(List.of(model(text)), "a", new Diagnostics())),
        EXPORT(text ->
                Generator.export(List.of(model(text)), ExportFormats.all(), Optional.empty(), new Diagnostics()));

        private final Consumer<SourceText> work;

        Verb(Consumer<SourceText> work) {
            this.work = work;
        }

        /** A revision in which much is called by another name of the same length. */
        private static SourceText revised(SourceText text) {
            String revised = text.text();
            for (Map.Entry<String, String> word : REVISED.entrySet()) {
                revised = revised.replace(word.getKey(), word.getValue());
            }
            return SourceText.of("b.pandoc", revised);
        }

        private static Specification model(SourceText text) {
            return Generator.read(text, Optional.empty(), new Diagnostics());
        }
    }

    static Stream<Arguments> cases() {
        return Arrays.stream(LargeDocuments.values())
                .flatMap(documents -> Arrays.stream(Verb.values()).map(verb -> Arguments.of(verb, documents)));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("cases")
    void ten_times_the_document_takes_at_most_twelve_times_the_work(Verb verb, LargeDocuments documents) {
        // what is done side by side is done by one thread in a pool of one, which counts it
        ForkJoinPool alone = new ForkJoinPool(1);
        try {
            alone.submit(() -> measure(verb, documents)).join();
        } finally {
            alone.shutdown();
        }
    }

    private static void measure(Verb verb, LargeDocuments documents) {
        SourceText small = SourceText.of("a.pandoc", documents.of(SMALL));
        SourceText large = SourceText.of("a.pandoc", documents.of(10 * SMALL));
        verb.work.accept(small); // grammars learn from what they read first
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        verb.work.accept(small);
        long ofSmall = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        long time = THREADS.getCurrentThreadCpuTime();
        verb.work.accept(small);
        long timeOfSmall = THREADS.getCurrentThreadCpuTime() - time;
        allocated = THREADS.getCurrentThreadAllocatedBytes();
        time = THREADS.getCurrentThreadCpuTime();
        verb.work.accept(large);
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - allocated).isLessThan(MOST * ofSmall);
        if (Boolean.getBoolean("streamspec.long")) {
            assertThat(THREADS.getCurrentThreadCpuTime() - time).isLessThan(MOST * Math.max(SHORT, timeOfSmall));
        }
    }
}
