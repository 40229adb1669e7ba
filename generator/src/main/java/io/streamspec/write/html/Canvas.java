package io.streamspec.write.html;

/** What a diagram is drawn on: so wide that its text can be read on a desk, or on a phone, which shows about 350 pixels. */
enum Canvas {
    WIDE(64, 768),
    NARROW(52, 320);

    /** As many octets, and no more, have a readable place on a row of the narrow one. */
    static final int FEW_OCTETS = 4;

    private final int left;
    private final int body;

    Canvas(int left, int body) {
        this.left = left;
        this.body = body;
    }

    /** Where rows begin; before that stand their offsets. */
    int left() {
        return left;
    }

    /** How wide one of {@code columns} is. */
    int pitch(int columns) {
        return Math.max(1, body / columns);
    }
}
