package io.streamspec.write.html;

import io.streamspec.source.Span;
import java.util.List;

/**
 * Finds what stands in cells in the tables of one section as they are written: cells in the model know no places. Cells are
 * asked for in order, so the search goes on where it last ended, and of two equal things each is found.
 */
final class CellPlaces {

    private final List<Span> tables;
    private int table;
    private int behind;

    CellPlaces(List<Span> tables) {
        this.tables = List.copyOf(tables);
        this.behind = tables.isEmpty() ? 0 : tables.get(0).start();
    }

    /** Where {@code words} stand, or the first of them if others stand between; {@code other} if they are nowhere. */
    Span find(String words, Span other) {
        if (tables.isEmpty()) {
            return other;
        }
        for (String wanted : new String[] {words, words.split("\\s", 2)[0]}) {
            for (int turn = 0; turn <= tables.size(); turn++) { // the first table once more, from its beginning
                if (seek((table + turn) % tables.size(), turn == 0, wanted)) {
                    return tables.get(table).source().span(behind - wanted.length(), behind);
                }
            }
        }
        return other;
    }

    private boolean seek(int place, boolean isGoingOn, String wanted) {
        Span searched = tables.get(place);
        int from = isGoingOn ? behind : searched.start();
        int found = searched.source().text().substring(from, searched.end()).indexOf(wanted);
        if (found >= 0) {
            table = place;
            behind = from + found + wanted.length();
        }
        return found >= 0;
    }
}
