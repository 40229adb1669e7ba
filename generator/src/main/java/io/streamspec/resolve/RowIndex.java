package io.streamspec.resolve;

import io.streamspec.resolve.Tables.FieldRow;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of a table of fields, to be found by what a diagram calls them, and those that no box has asked for. */
final class RowIndex {

    private final List<FieldRow> rows;
    private final Map<String, Integer> byName = new HashMap<>();
    private final Map<String, Integer> byAlias = new HashMap<>();
    private final BitSet repeated = new BitSet();
    private final BitSet used = new BitSet();

    RowIndex(List<FieldRow> rows) {
        this.rows = rows;
        for (int i = 0; i < rows.size(); i++) {
            int place = i;
            repeated.set(i, byName.putIfAbsent(Words.snake(rows.get(i).name()), i) != null);
            rows.get(i).alias().ifPresent(alias -> byAlias.putIfAbsent(alias, place));
        }
    }

    /** The first row that is called {@code label}, as its name or its alias, or has the alias {@code symbol}. */
    Optional<FieldRow> find(String label, Optional<String> symbol) {
        @Nullable
        Integer first = Stream.of(
                        Optional.ofNullable(byName.get(Words.snake(label))),
                        Optional.ofNullable(byAlias.get(label)),
                        symbol.map(byAlias::get))
                .flatMap(Optional::stream)
                .min(Integer::compare)
                .orElse(null);
        if (first == null) {
            return Optional.empty();
        }
        used.set(first);
        return Optional.of(rows.get(first));
    }

    /** The rows that have the name of an earlier one. */
    List<FieldRow> repeated() {
        return repeated.stream().mapToObj(rows::get).toList();
    }

    /** The other rows that were never found. */
    List<FieldRow> leftOver() {
        return IntStream.range(0, rows.size())
                .filter(i -> !used.get(i) && !repeated.get(i))
                .mapToObj(rows::get)
                .toList();
    }
}
