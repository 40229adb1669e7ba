package io.streamspec.runtime;

import org.jspecify.annotations.Nullable;

/** Whose turn it is, where a stream has others inside: the writer of the outer one, or that of an inner one. */
final class WriterTurn {

    private long[] stops = {};
    private long[] resumedBehind = {};
    private long[] unless = {};
    private @Nullable WriterTurn outer;
    private @Nullable WriterTurn inner;
    private boolean awaitsInner;
    private boolean hasStopped;
    private boolean mayResume;

    /** Makes this the turn of a stream that stops behind records of these types. */
    void stopBehind(long... types) {
        stops = types.clone();
    }

    /** Takes note of the writer of the stream that begins here. */
    void begin(WriterTurn of, long[] resumedBehind, long... unless) {
        inner = of;
        of.outer = this;
        of.resumedBehind = resumedBehind.clone();
        of.unless = unless.clone();
        awaitsInner = false;
    }

    /** Takes note of a stream of another format, which nobody here sees. */
    void beginForeign() {
        awaitsInner = false;
    }

    /** Reports it if no stream begins here. */
    void checkBegin(Validation validation) {
        if (!awaitsInner) {
            report(validation, "a record behind which a stream begins", "a stream inside");
        }
    }

    /** Reports it if not this writer but another one has to write next. */
    void check(String name, long type, Validation validation) {
        checkInner(name, validation);
        if (hasStopped && outer != null && !mayResume) {
            report(validation, "a record of the outer stream", name);
        } else if (hasStopped && contains(unless, type)) {
            report(validation, "a record that cannot be taken for one of the outer stream", name);
        }
    }

    /** Reports it if a stream inside has not begun or has not come to a stop. */
    void checkEnd(Validation validation) {
        checkInner("the end of the stream", validation);
    }

    private void checkInner(String found, Validation validation) {
        if (awaitsInner) {
            report(validation, "the stream that begins here", found);
        } else if (inner != null && !inner.hasStopped) {
            report(validation, "the rest of the stream inside", found);
        }
    }

    private static void report(Validation validation, String expected, String found) {
        validation.report(FrameRules.STREAMS_INSIDE, true, 0, "order", expected, found);
    }

    /** Goes on over a record of this stream. */
    void written(long type, boolean isContinued) {
        hasStopped = contains(stops, type);
        mayResume = false;
        awaitsInner = isContinued;
        inner = isContinued ? null : inner;
        if (inner != null) {
            inner.mayResume = contains(inner.resumedBehind, type);
        }
    }

    private static boolean contains(long[] types, long type) {
        for (long one : types) {
            if (one == type) {
                return true;
            }
        }
        return false;
    }
}
