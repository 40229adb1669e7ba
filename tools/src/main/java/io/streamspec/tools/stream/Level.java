package io.streamspec.tools.stream;

import io.streamspec.runtime.HeaderReader;
import io.streamspec.runtime.RecordReader;
import io.streamspec.runtime.Validation;
import io.streamspec.xen.libxl.LibxlReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** A stream that is being walked, by itself or inside of another. */
public final class Level {

    private final String name;
    private final String document;
    private final @Nullable Level outer;
    private final @Nullable RecordReader<?> records;
    private final @Nullable HeaderReader headers;
    private final boolean isInput;
    private int round;

    private Level(
            String name,
            String document,
            @Nullable Level outer,
            @Nullable RecordReader<?> records,
            @Nullable HeaderReader headers,
            boolean isInput) {
        this.name = name;
        this.document = document;
        this.outer = outer;
        this.records = records;
        this.headers = headers;
        this.isInput = isInput;
    }

    /** A stream by itself. */
    static Level of(String name, String document, RecordReader<?> reader) {
        return new Level(name, document, null, reader, null, true);
    }

    /** A file that has headers, and a stream behind them that is a level of its own. */
    static Level of(String name, String document, HeaderReader reader) {
        return new Level(name, document, null, null, reader, true);
    }

    /** A stream that the reader of the outer one reads. */
    Level inner(String innerName, String innerDocument, RecordReader<?> reader) {
        return new Level(innerName, innerDocument, this, reader, null, false);
    }

    /** A stream in the body of the current record, which has a reader of its own. */
    Level contents(String innerName, String innerDocument, RecordReader<?> reader) {
        return new Level(innerName, innerDocument, this, reader, null, true);
    }

    /** The short name of its specification, {@code libxc}. */
    public String name() {
        return name;
    }

    /** The name of its specification, {@code libxc-migration-stream}. */
    public String document() {
        return document;
    }

    /** The stream or file around it; null if there is none. */
    public @Nullable Level outer() {
        return outer;
    }

    /** Whether the stream right around it is one of libxl's. */
    public boolean isInLibxl() {
        return outer != null && outer.records instanceof LibxlReader;
    }

    /** Whether it has records; else nothing but headers. */
    public boolean hasRecords() {
        return records != null;
    }

    /** What reads its records. While one is visited, it stands there. */
    public RecordReader<?> reader() {
        if (records == null) {
            throw new IllegalStateException(name + " has no records");
        }
        return records;
    }

    /** Reports to {@code validation} what is wrong with it, unless the reader of a stream around it does so. */
    public void validate(Validation validation) throws IOException {
        if (isInput && records != null) {
            records.validate(validation);
        } else if (isInput && headers != null) {
            headers.validate(validation);
        }
    }

    /** The octets of one of its headers. */
    public ByteBuffer headerOctets(String header) throws IOException {
        if (headers != null) {
            return headers.headerOctets(header);
        }
        return reader().headerOctets(header);
    }

    /** The byte order of its records, or of its headers. */
    public ByteOrder byteOrder() {
        return headers == null ? reader().byteOrder() : headers.byteOrder();
    }

    /** The number of the checkpoint that is being read, counted from 1; 0 if its records are not counted by checkpoints. */
    public int round() {
        return round;
    }

    void round(int number) {
        round = number;
    }

    /** It and the streams around it: {@code libxl#1/libxc}. */
    public String path() {
        String own = round == 0 ? name : name + "#" + round;
        return outer == null || !outer.hasRecords() ? own : outer.path() + "/" + own;
    }

    @Override
    public String toString() {
        return path();
    }
}
