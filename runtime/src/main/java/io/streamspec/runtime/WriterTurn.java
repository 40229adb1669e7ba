package io.streamspec.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whose turn it is, where a stream has another one inside: the writer of the outer one, or that of the inner one. */
final class WriterTurn {

    private long[] stops = {};
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
    void begin(WriterTurn of) {
        inner = of;
        of.outer = this;
        awaitsInner = false;
    }

    /** Reports it if not this writer but another one has to write next. */
    void check(String name, Validation validation) {
        checkEnd(name, validation);
        if (hasStopped && outer != null && !outer.mayResume) {
            validation.report(FrameRules.STREAMS_INSIDE, true, 0, "order", "a record of the outer stream", name);
        }
    }

    /** Reports it if a stream inside has not begun or has not come to a stop. */
    void checkEnd(Validation validation) {
        checkEnd("the end of the stream", validation);
    }

    private void checkEnd(String found, Validation validation) {
        if (awaitsInner) {
            validation.report(FrameRules.STREAMS_INSIDE, true, 0, "order", "the stream that begins here", found);
        } else if (inner != null && !inner.hasStopped) {
            validation.report(FrameRules.STREAMS_INSIDE, true, 0, "order", "the rest of the stream inside", found);
        }
    }

    /** Goes on over a record of this stream. */
    void written(long type, boolean isContinued, boolean isResumed) {
        hasStopped = Arrays.stream(stops).anyMatch(stop -> stop == type);
        awaitsInner = isContinued;
        inner = isContinued ? null : inner;
        mayResume = isResumed;
        if (hasStopped && outer != null) {
            outer.mayResume = false;
        }
    }
}
