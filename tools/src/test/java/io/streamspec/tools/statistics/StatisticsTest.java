package io.streamspec.tools.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.tools.Streamspec;
import io.streamspec.tools.corpus.Bytes;
import io.streamspec.tools.corpus.Sample;
import io.streamspec.tools.corpus.Samples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** The numbers of a stream, against what is known of it and against a naive count, and the page that shows them. */
class StatisticsTest {

    private static final int SHIFT = Samples.PAGE_SHIFT;

    @TempDir
    Path folder;

    private String out = "";
    private String err = "";

    private int run(Object... arguments) {
        StringWriter said = new StringWriter();
        StringWriter complained = new StringWriter();
        String[] words = Stream.concat(Stream.of("inspect"), Arrays.stream(arguments))
                .map(Object::toString)
                .toArray(String[]::new);
        int exitCode = Streamspec.run(new PrintWriter(said, true), new PrintWriter(complained, true), words);
        out = said.toString();
        err = complained.toString();
        return exitCode;
    }

    private Path save(byte[] octets) throws IOException {
        return Files.write(folder.resolve("guest.save"), octets);
    }

    private static Bytes batch(List<Long> entries, List<Boolean> zeroes, int shift) {
        Bytes body = Bytes.little().u32(entries.size()).u32(0);
        entries.forEach(body::u64);
        for (boolean isZero : zeroes) {
            Bytes page = Bytes.little().zeroes((1 << shift) - 1).u8(isZero ? 0 : 1);
            body.add(page);
        }
        return Samples.record(1, body);
    }

    @Test
    void records_are_counted_by_stream_and_type_whatever_the_round() throws IOException {
        assertThat(run("--stats", save(Samples.remus(SHIFT).octets()))).as(err).isZero();
        assertThat(out.lines().map(line -> line.strip().replaceAll(" +", " ")))
                .contains(
                        "libxl CHECKPOINT_END 2 0",
                        "libxl/libxc PAGE_DATA 2 16464",
                        "libxl/libxc image_header 1 24",
                        "batches 2",
                        "pages named 8",
                        "pages with contents 4",
                        "distinct pages with contents 2",
                        "contents sent again 2",
                        "contents all zero 4",
                        "passes over memory 2",
                        "checkpoints 2",
                        "NOTAB 4",
                        "1 1 4 0x0 0x3",
                        "2 2 4 0x0 0x3");
    }

    @Test
    void json_is_one_object() throws IOException {
        assertThat(run("--stats", "--json", save(Samples.hvm(SHIFT).octets())))
                .as(err)
                .isZero();
        assertThat(out)
                .hasLineCount(1)
                .contains(
                        "\"fault\":\"\"",
                        "{\"path\":\"libxc\",\"type\":\"PAGE_DATA\",\"count\":1,\"octets\":8232}",
                        "\"memory\":{\"batches\":1,\"named\":4,\"contents\":2,\"distinct\":2,\"again\":0,\"zero\":2,",
                        "\"types\":{\"NOTAB\":2,\"BROKEN\":1,\"XALLOC\":1}",
                        "\"first_passes\":[{\"round\":1,\"pages\":4,\"lowest\":0,\"highest\":3}]");
    }

    @Test
    void a_random_stream_has_the_numbers_of_a_naive_count() throws IOException {
        Random random = new Random(11);
        for (int trial = 0; trial < 30; trial++) {
            int shift = 4 + random.nextInt(12);
            Sample stream = Samples.hvm(shift).without("PAGE_DATA");
            Set<Long> distinct = new HashSet<>();
            TreeMap<String, Integer> types = new TreeMap<>();
            long last = Long.MAX_VALUE;
            long sent = 0;
            long zero = 0;
            long passes = 0;
            for (int batch = 0; batch < 1 + random.nextInt(6); batch++) {
                List<Long> entries = new ArrayList<>();
                List<Boolean> zeroes = new ArrayList<>();
                for (int i = 0; i < 1 + random.nextInt(9); i++) {
                    long pfn = random.nextInt(40);
                    long type = random.nextBoolean() ? 0 : 0xD + random.nextInt(3);
                    entries.add(type << 60 | pfn);
                    types.merge(PageCounts.typeName((int) type), 1, Integer::sum);
                    passes += pfn <= last ? 1 : 0;
                    last = pfn;
                    if (type == 0) {
                        boolean isZero = random.nextBoolean();
                        zeroes.add(isZero);
                        distinct.add(pfn);
                        sent++;
                        zero += isZero ? 1 : 0;
                    }
                }
                stream = stream.before("X86_TSC_INFO", "PAGE_DATA", batch(entries, zeroes, shift));
            }
            run("--stats", "--json", save(stream.octets()));
            assertThat(out)
                    .as("trial %d", trial)
                    .contains("\"contents\":" + sent + ",\"distinct\":" + distinct.size() + ",\"again\":"
                            + (sent - distinct.size()) + ",\"zero\":" + zero + ",")
                    .contains("\"passes\":" + passes + ",");
            types.forEach((type, count) -> assertThat(out).contains("\"" + type + "\":" + count));
        }
    }

    @Test
    void a_stream_that_breaks_off_is_counted_up_to_there_and_is_exit_code_1() throws IOException {
        byte[] octets = Samples.hvm(SHIFT).octets();
        Path cut = save(Arrays.copyOf(octets, octets.length - 4));
        Path page = folder.resolve("page.html");
        assertThat(run("--stats", "--html", page, cut)).isEqualTo(1);
        assertThat(out).contains("PAGE_DATA");
        assertThat(err).contains("guest.save: ").doesNotContain("\tat ");
        assertThat(page).content().contains("cannot be read further");
    }

    @Test
    void pages_without_bound_and_types_without_number_take_bounded_room() throws IOException {
        Sample stream = Samples.hvm(4).without("PAGE_DATA");
        List<Long> entries = List.of((1L << 52) - 1, 5L, 1L << 40);
        stream = stream.before("X86_TSC_INFO", "PAGE_DATA", batch(entries, List.of(true, false, true), 4));
        for (int type = 0; type < 500; type++) {
            stream = stream.before("END", "X", Samples.record(0x8000_0001L + type, Bytes.little()));
        }
        Path page = folder.resolve("page.html");
        run("--stats", "--html", page, save(stream.octets()));
        assertThat(out).contains("(others)", "2 contents of pages from 2^30 on");
        assertThat(out.lines().count()).isLessThan(100);
        assertThat(Files.size(page)).isLessThan(100_000);
    }

    @Test
    void a_page_of_the_most_scattered_stream_stays_below_two_megabytes() throws IOException {
        Statistics statistics = new Statistics();
        Grid plot = statistics.pages().plot();
        Random random = new Random(3);
        for (int i = 0; i < 300_000; i++) {
            plot.add(random.nextInt(1 << 30), random.nextInt(1 << 20));
        }
        assertThat(Charts.plot(plot, 1 << 30).length()).isBetween(100_000, 2_000_000);
    }

    @Test
    void the_page_is_well_formed_has_its_charts_and_needs_nothing_from_elsewhere() throws Exception {
        Path page = folder.resolve("page.html");
        assertThat(run("--html", page, save(Samples.remus(SHIFT).octets())))
                .as(err)
                .isZero();
        String first = Files.readString(page);
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(page.toFile());
        for (String chart : List.of("timeline", "pages", "heat")) {
            assertThat(first)
                    .contains("id=\"" + chart + "\"", "id=\"" + chart + "-title\"", "id=\"" + chart + "-desc\"");
        }
        assertThat(document.getElementsByTagName("table").getLength()).isEqualTo(5);
        assertThat(first)
                .contains("saved by Xen 4.22", "prefers-color-scheme", "class=\"level")
                .doesNotContain("<script", "<link", "<img", "@import", "url(");
        run("--html", page, "--force", folder.resolve("guest.save"));
        assertThat(page).hasContent(first);
    }

    @Test
    void text_from_elsewhere_is_text_on_the_page() throws Exception {
        Path hostile = folder.resolve("a<script>alert('&')<\u0002b>");
        Files.write(hostile, Samples.libxl(SHIFT).octets());
        Path page = folder.resolve("page.html");
        run("--html", page, hostile);
        assertThat(page)
                .content()
                .contains("a&lt;script&gt;alert('&amp;')&lt;\uFFFDb&gt;")
                .doesNotContain("<script");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(page.toFile());
    }

    @Test
    void a_file_that_is_there_stays_unless_it_may_be_replaced_and_nothing_is_left_of_a_failure() throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), "mine");
        Path stream = save(Samples.hvm(SHIFT).octets());
        assertThat(run("--html", page, stream)).isEqualTo(2);
        assertThat(err).contains("--force");
        assertThat(page).hasContent("mine");
        Files.writeString(stream, "no stream");
        assertThat(run("--html", page, "--force", stream)).isEqualTo(1);
        assertThat(page).hasContent("mine");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void numbers_of_a_part_are_refused() throws IOException {
        Path stream = save(Samples.hvm(SHIFT).octets());
        assertThat(run("--stats", "--type", "END", stream)).isEqualTo(2);
        assertThat(run("--json", "--html", folder.resolve("page.html"), stream)).isEqualTo(2);
        assertThat(err).contains("of the whole stream");
    }
}
