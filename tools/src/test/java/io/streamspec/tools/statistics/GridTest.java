package io.streamspec.tools.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GridTest {

    @Test
    void cells_hold_what_a_count_with_their_final_size_holds() {
        Random random = new Random(7);
        for (int trial = 0; trial < 50; trial++) {
            Grid grid = new Grid(10, 6);
            long[][] places = new long[200][];
            for (int i = 0; i < places.length; i++) {
                places[i] = new long[] {random.nextInt(1 << trial % 20), random.nextInt(1 << trial % 13)};
                grid.add(places[i][0], places[i][1]);
            }
            long[][] naive = new long[6][10];
            for (long[] place : places) {
                naive[(int) (place[1] / grid.rowHeight())][(int) (place[0] / grid.columnWidth())]++;
            }
            for (int row = 0; row < 6; row++) {
                for (int column = 0; column < 10; column++) {
                    assertThat(grid.cell(column, row)).isEqualTo(naive[row][column]);
                }
            }
        }
    }

    @Test
    void a_span_counts_in_each_cell_that_it_touches_and_an_empty_one_in_one() {
        Grid grid = new Grid(4, 1);
        grid.span(0, 2, 0);
        grid.span(3, 3, 0);
        assertThat(new long[] {grid.cell(0, 0), grid.cell(1, 0), grid.cell(2, 0), grid.cell(3, 0)})
                .containsExactly(1, 1, 0, 1);
    }
}
