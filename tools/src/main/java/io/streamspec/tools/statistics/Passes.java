package io.streamspec.tools.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * The passes over a guest's memory, which one may see from outside: a saver goes through memory upwards, and where page
 * numbers do not rise, or behind a checkpoint, it has begun anew.
 */
final class Passes {

    /** The most that are kept; the others are counted. A stream in disorder has one for each page. */
    static final int MOST = 100;

    private final List<Pass> first = new ArrayList<>();
    private Pass latest = new Pass(0);
    private long count;
    private long round;
    private boolean isEnded = true;

    /** The pages between two falls of page numbers. */
    static final class Pass {

        private final long round;
        private long pages;
        private long lowest = -1;
        private long highest = -1;

        private Pass(long round) {
            this.round = round;
        }

        /** How many checkpoints are before it. */
        long round() {
            return round;
        }

        long pages() {
            return pages;
        }

        long lowest() {
            return lowest;
        }

        long highest() {
            return highest;
        }
    }

    void add(long pfn) {
        if (isEnded || pfn <= latest.highest) {
            begin();
            latest.lowest = pfn;
        }
        latest.highest = pfn;
        latest.pages++;
    }

    private void begin() {
        isEnded = false;
        latest = new Pass(round);
        count++;
        if (first.size() < MOST) {
            first.add(latest);
        }
    }

    /** A checkpoint ends the pass. */
    void checkpoint() {
        isEnded = true;
        round++;
    }

    /** The first ones. */
    List<Pass> first() {
        return first;
    }

    long count() {
        return count;
    }

    long checkpoints() {
        return round;
    }
}
