package io.streamspec.format;

import io.streamspec.read.Block;
import io.streamspec.read.Block.Box;
import java.util.List;
import java.util.Objects;

/**
 * Whether two documents say the same: the same blocks, free of how diagrams are drawn and tables are ruled. Everything
 * that a document means is made of its blocks, so documents that are the same here have equal models.
 */
final class Sameness {

    private Sameness() {}

    /** The first of {@code before} that {@code after} has otherwise, or -1. */
    static int firstDifference(List<Block> before, List<Block> after) {
        for (int i = 0; i < before.size(); i++) {
            if (i >= after.size() || !isSame(before.get(i), after.get(i))) {
                return i;
            }
        }
        return before.size() < after.size() ? before.size() - 1 : -1;
    }

    private static boolean isSame(Block before, Block after) {
        if (before instanceof Block.Diagram one && after instanceof Block.Diagram other) {
            return isSame(one, other);
        } else if (before instanceof Block.Table one && after instanceof Block.Table other) {
            return isSame(one, other);
        }
        return before.getClass() == after.getClass()
                && before.span().text().equals(after.span().text());
    }

    private static boolean isSame(Block.Diagram one, Block.Diagram other) {
        return one.octetsPerRow() == other.octetsPerRow()
                && one.boxes().size() == other.boxes().size()
                && java.util.stream.IntStream.range(0, one.boxes().size())
                        .allMatch(i -> isSame(one.boxes().get(i), other.boxes().get(i)));
    }

    private static boolean isSame(Box one, Box other) {
        return one.label().equals(other.label())
                && one.offset().equals(other.offset())
                && one.octets() == other.octets()
                && one.openEnded() == other.openEnded();
    }

    /** Cells are compared as the reader has them, and as pandoc has them. */
    private static boolean isSame(Block.Table one, Block.Table other) {
        return one.header().equals(other.header())
                && cells(one).equals(cells(other))
                && one.caption().equals(other.caption())
                && Objects.equals(grid(one), grid(other));
    }

    private static List<List<List<io.streamspec.read.Passage>>> cells(Block.Table table) {
        return table.rows().stream()
                .map(row -> row.cells().stream().map(Block.Cell::paragraphs).toList())
                .toList();
    }

    private static java.util.Optional<Grid> grid(Block.Table table) {
        return GridReader.read(table).map(GridReader.Found::grid);
    }
}
