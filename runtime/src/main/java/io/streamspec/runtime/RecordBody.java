package io.streamspec.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The body of a reader's current record, of which no more is brought into memory than was asked for. What does not fit
 * the input's buffer gets memory of its own; what lies in memory stays there.
 */
final class RecordBody implements Body {

    private final RecordInput input;
    private ByteBuffer window;
    private ByteBuffer buffer;
    private ByteBuffer shown;
    private ByteBuffer shownOf;
    private int start;
    private int length;
    private int loaded;
    private int left;
    private boolean isKept;
    private boolean isSent;

    RecordBody(RecordInput input) {
        this.input = input;
        this.window = input.buffer();
        this.buffer = window;
        this.shown = window.duplicate().order(window.order());
        this.shownOf = window;
    }

    /** Sets the order of the integers in {@link #buffer}, for all records that follow. */
    void order(ByteOrder order) {
        if (input.isMemory()) {
            window = input.buffer().duplicate().order(order);
        } else {
            window.order(order);
        }
        shown = window.duplicate().order(order);
        shownOf = window;
    }

    /** Begins a body, none of which is in memory yet. */
    void begin(int length) {
        if (window != input.buffer() && !input.isMemory()) {
            window = input.buffer(); // which has grown
        }
        this.length = length;
        this.left = length;
        this.loaded = -1;
        this.buffer = window;
        this.isKept = false;
        this.isSent = false;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public ByteBuffer buffer() {
        return buffer;
    }

    @Override
    public int load(long octets) throws IOException {
        int wanted = (int) Math.min(octets, length);
        return wanted <= loaded ? start : loadMore(wanted);
    }

    /**
     * The first {@code octets} octets, from the buffer's position to its limit: a buffer of its own, so that setting these
     * disturbs nobody who reads the memory by absolute places.
     */
    ByteBuffer show(int octets) throws IOException {
        int at = load(octets);
        if (shownOf != buffer) {
            shown = buffer.duplicate().order(buffer.order());
            shownOf = buffer;
        }
        return shown.clear().limit(at + octets).position(at);
    }

    private int loadMore(int wanted) throws IOException {
        if (!isWhole()) {
            throw new IllegalStateException("the body has been passed over");
        }
        if (input.fits(wanted)) {
            start = input.require("body", wanted);
            loaded = wanted;
        } else {
            own(input.takeOwned("body", length, window.order()));
        }
        return start;
    }

    /** Brings all octets into memory that keeps them when the reader moves on: where they start. */
    int keep() throws IOException {
        int from = load(length);
        isKept = true;
        if (left > 0) {
            input.consume(length);
            left = 0;
            if (!input.isMemory()) {
                own(ByteBuffer.allocate(length).put(0, buffer, from, length).order(window.order()));
            }
        }
        return start;
    }

    private void own(ByteBuffer octets) {
        buffer = octets;
        start = 0;
        loaded = length;
        left = 0;
        isKept = true;
    }

    /** Takes the next octets of the body that are in memory, or can be had at once; none at its end. */
    ByteBuffer nextPiece() throws IOException {
        int from = start;
        int size = loaded;
        if (left > 0) {
            size = input.some("body", left);
            from = input.require("body", size);
            input.consume(size);
            left -= size;
            loaded = -1;
        } else if (loaded > 0) {
            loaded = -1; // all at once: it was brought into memory
        }
        return buffer.slice(from, Math.max(size, 0)).order(buffer.order());
    }

    /** Whether all octets can still be had; a body without any can, until it is sent. */
    boolean isWhole() {
        return isKept && loaded == length || left == length && !isSent;
    }

    /** Requires of a file or memory that it has all octets. */
    void requireRoom() throws IOException {
        input.requireRoom("body", left);
    }

    /** Puts out all octets as they are. */
    void send(RecordOutput output) throws IOException {
        if (isKept) {
            output.put(buffer, start, length);
            return;
        }
        isSent = true;
        input.transfer("body", left, output);
        left = 0;
        loaded = -1;
    }

    /** Takes what is left of the body. */
    void pass() throws IOException {
        if (left > 0) {
            input.skip("body", left);
            left = 0;
            loaded = -1;
        }
    }
}
