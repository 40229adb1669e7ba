package io.streamspec.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.source.SourceText;
import io.streamspec.testing.ModelText;
import io.streamspec.testing.Specs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Makes one-character changes of every diagram and table line (in a long run every such change) and sees that each one
 * changes the model, or is diagnosed, or touches declared ornament: spaces between words, the dashes and corners of rules.
 */
class NoSilentLossIT {

    /**
     * What replaces or precedes each character: a letter, a space and a bar; in a long run all the signs that mean
     * something in diagrams and tables.
     */
    private static final String SIGNS = Boolean.getBoolean("streamspec.long") ? "x7 -|+.([:" : "x |";

    /** Every so many characters of a line are changed, beginning with another one in each line; in a long run all. */
    private static final int STEP = Boolean.getBoolean("streamspec.long") ? 1 : 8;

    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void no_change_of_our_documents_is_lost(String name) {
        check(Specs.own(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void no_change_of_upstream_documents_is_lost(String name) {
        check(Specs.upstream(name));
    }

    private static void check(SourceText document) {
        Map<String, AtomicLong> tally = new TreeMap<>();
        List<String> lost = new ArrayList<>();
        for (Excerpt excerpt : Excerpt.of(document)) {
            lost.addAll(excerpt.lost(tally));
        }
        System.out.println(document.name() + " " + tally);
        assertThat(lost).isEmpty();
        assertThat(tally.get("model").get()).isGreaterThan(1000);
    }

    /** The model and what was diagnosed, without positions; the model is put into words only where nothing else differs. */
    private record Reading(List<String> faults, Supplier<String> model) {

        static Reading of(List<String> lines) {
            Specs.Read read = Specs.read(Excerpt.TITLE + String.join("\n", lines) + "\n");
            List<String> faults = read.diagnostics().stream()
                    .map(diagnostic -> diagnostic.id().name() + " " + diagnostic.message())
                    .sorted()
                    .toList();
            return new Reading(faults, () -> ModelText.of(read.model()));
        }

        /** This with its words kept, to be compared with many. */
        Reading kept() {
            String words = model.get();
            return new Reading(faults, () -> words);
        }

        boolean isLike(Reading other) {
            return faults.equals(other.faults) && model.get().equals(other.model.get());
        }
    }

    /** A section of a document as a document of its own, and which of its lines are of a diagram or table. */
    private record Excerpt(List<String> lines, List<Integer> drawn, Reading before) {

        private static final String TITLE = "% Excerpt\n% Nobody\n% Revision 1\n\n";

        static List<Excerpt> of(SourceText document) {
            List<String> lines = document.text().lines().toList();
            List<Excerpt> excerpts = new ArrayList<>();
            int start = 0;
            for (int i = 1; i <= lines.size(); i++) {
                boolean heading = i < lines.size()
                        && lines.get(i).matches("={3,}|-{3,}")
                        && lines.get(i - 1).matches("\\S.*")
                        && (i < 2 || lines.get(i - 2).isBlank());
                if (i == lines.size() || heading) {
                    int end = i == lines.size() ? i : i - 1;
                    excerpts.add(excerpt(lines.subList(start, end)));
                    start = end;
                }
            }
            return excerpts;
        }

        private static Excerpt excerpt(List<String> lines) {
            List<Integer> drawn = new ArrayList<>();
            boolean table = false;
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                boolean rule = line.matches("-{20,}|(-{3,} +)+-{3,}") && i != 1; // which underlines the heading
                boolean simple = !table && rule && line.contains(" ");
                boolean diagram = line.matches(" {4,}([+|0]| *0 ).*| {4}\\.\\.\\.");
                if (diagram || table || rule || simple) {
                    drawn.add(i);
                }
                if (rule && !line.contains(" ")) {
                    table = !table;
                }
            }
            return new Excerpt(lines, drawn, Reading.of(lines).kept());
        }

        private List<String> lost(Map<String, AtomicLong> tally) {
            return IntStream.range(0, drawn.size())
                    .parallel()
                    .mapToObj(i -> lostIn(drawn.get(i), tally))
                    .flatMap(List::stream)
                    .toList();
        }

        private List<String> lostIn(int number, Map<String, AtomicLong> tally) {
            List<String> lost = new ArrayList<>();
            String line = lines.get(number);
            for (String changed : changes(line, number % STEP)) {
                List<String> others = new ArrayList<>(lines);
                others.set(number, changed);
                String verdict =
                        isOrnament(line, changed) ? "ornament" : before.isLike(Reading.of(others)) ? "lost" : "model";
                synchronized (tally) {
                    tally.computeIfAbsent(verdict, key -> new AtomicLong()).incrementAndGet();
                }
                if (verdict.equals("lost")) {
                    lost.add("\n" + line + "\n" + changed);
                }
            }
            return lost;
        }

        private static List<String> changes(String line, int from) {
            List<String> changes = new ArrayList<>();
            for (int at = from; at < line.length(); at += STEP) {
                String head = line.substring(0, at);
                String tail = line.substring(at + 1);
                changes.add(head + tail);
                for (char sign : SIGNS.toCharArray()) {
                    if (sign != line.charAt(at)) {
                        changes.add(head + sign + tail);
                    }
                    changes.add(head + sign + line.substring(at));
                }
            }
            return changes.stream().distinct().toList();
        }

        /**
         * Spaces that part no words, rules that are still rules, the full stop behind a constant, and the width of a
         * box of padding, whose size stands in its label.
         */
        private static boolean isOrnament(String line, String changed) {
            String rule = "[ +-]*--[ +-]*";
            return signs(line).equals(signs(changed)) || (line.matches(rule) && changed.matches(rule));
        }

        private static String signs(String line) {
            return line.replaceAll("\\s+", "")
                    .replaceAll("(0x[0-9A-Fa-f]+)\\.", "$1")
                    .replaceFirst("^\\|+(?=padding\\()", "");
        }
    }
}
