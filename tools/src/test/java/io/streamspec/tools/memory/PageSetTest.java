package io.streamspec.tools.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PageSetTest {

    private static final int SEED = 20;
    private static final int PAGES = 100_000;

    @Test
    void a_set_without_pages_has_no_runs() {
        PageSet set = new PageSet();
        assertThat(set.next(0)).isEqualTo(-1);
        assertThat(set.last()).isEqualTo(-1);
        assertThat(set.size()).isZero();
        assertThat(set.runs()).isZero();
        assertThat(set.contains(7)).isFalse();
    }

    @Test
    void runs_go_on_over_words_and_blocks() {
        PageSet set = new PageSet();
        for (long page = 60; page < 70_000; page++) {
            set.add(page);
        }
        assertThat(set.next(0)).isEqualTo(60);
        assertThat(set.end(60)).isEqualTo(70_000);
        assertThat(set.runs()).isEqualTo(1);
        assertThat(set.runsUpTo(69_999)).isEqualTo(1);
        assertThat(set.rank(65_536)).isEqualTo(65_536 - 60);
    }

    @Test
    void it_tells_what_a_sorted_set_of_numbers_tells() {
        Random random = new Random(SEED);
        for (int round = 0; round < 5; round++) {
            TreeSet<Long> model = new TreeSet<>();
            PageSet set = new PageSet();
            for (int i = 0; i < 300; i++) {
                long first = random.nextInt(PAGES);
                for (long page = first; page < first + random.nextInt(100); page++) {
                    set.add(page);
                    model.add(page);
                }
            }
            compare(set, model);
        }
    }

    private static void compare(PageSet set, TreeSet<Long> model) {
        assertThat(set.size()).isEqualTo(model.size());
        assertThat(set.last()).isEqualTo(model.last());
        long rank = 0;
        long runs = 0;
        for (long page = 0; page <= model.last(); page++) {
            assertThat(set.contains(page) == model.contains(page))
                    .as("page %d", page)
                    .isTrue();
            if (model.contains(page)) {
                runs += model.contains(page - 1) ? 0 : 1;
                if (!model.contains(page - 1) || page % 64 == 0) {
                    assertThat(set.rank(page)).isEqualTo(rank);
                    assertThat(set.runsUpTo(page)).isEqualTo(runs);
                }
                rank++;
                if (!model.contains(page - 1)) {
                    assertThat(set.next(model.lower(page) == null ? 0 : model.lower(page) + 1))
                            .isEqualTo(page);
                }
                if (!model.contains(page + 1)) {
                    assertThat(set.end(page)).isEqualTo(page + 1);
                }
            }
        }
        assertThat(set.runs()).isEqualTo(runs);
    }
}
