package io.streamspec.tools.stream;

import io.streamspec.runtime.RecordReader;
import org.jspecify.annotations.Nullable;

/** A stream that is being walked, by itself or inside of another. */
public final class Level {

    private final String name;
    private final String document;
    private final @Nullable Level outer;
    private final RecordReader<?> reader;
    private int round;

    Level(String name, String document, @Nullable Level outer, RecordReader<?> reader) {
        this.name = name;
        this.document = document;
        this.outer = outer;
        this.reader = reader;
    }

    /** The short name of its specification, {@code libxc}. */
    public String name() {
        return name;
    }

    /** The name of its specification, {@code libxc-migration-stream}. */
    public String document() {
        return document;
    }

    /** The stream around it; null if there is none. */
    public @Nullable Level outer() {
        return outer;
    }

    /** What reads it. While a record is visited, it stands there. */
    public RecordReader<?> reader() {
        return reader;
    }

    /** Whether it is read from the input itself; else a reader of a stream around it reads it, and validates it too. */
    public boolean isInput() {
        return outer == null;
    }

    /** The number of the checkpoint that is being read, counted from 1; 0 if its records are not counted by checkpoints. */
    public int round() {
        return round;
    }

    void round(int number) {
        round = number;
    }

    /** It and what is around it: {@code libxl#1/libxc}. */
    public String path() {
        String own = round == 0 ? name : name + "#" + round;
        return outer == null ? own : outer.path() + "/" + own;
    }

    @Override
    public String toString() {
        return path();
    }
}
