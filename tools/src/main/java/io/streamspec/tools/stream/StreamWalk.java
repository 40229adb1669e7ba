package io.streamspec.tools.stream;

import io.streamspec.runtime.RecordInput;
import io.streamspec.runtime.RecordReader;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxl.CheckpointEnd;
import io.streamspec.xen.libxl.Header;
import io.streamspec.xen.libxl.LibxlReader;
import io.streamspec.xen.libxl.RecordOverviewHeader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Goes through a stream, and through the streams inside of it, level by level. */
public final class StreamWalk {

    private static final String LIBXC = "libxc-migration-stream";
    private static final String LIBXL = "libxl-migration-stream";

    private final StreamVisitor visitor;

    /** Shows what is met to {@code visitor}. */
    public StreamWalk(StreamVisitor visitor) {
        this.visitor = visitor;
    }

    /**
     * Goes through a stream of this format, to its end.
     *
     * @throws io.streamspec.runtime.FormatException if something is wrong that leaves nothing more to be read
     */
    public void walk(RecordInput input, Format format) throws IOException {
        switch (format) {
            case LIBXC -> libxc(input);
            case LIBXL -> libxl(input);
            default -> throw new IOException("this is a " + format.title() + ", which cannot be walked through");
        }
    }

    private void libxc(RecordInput input) throws IOException {
        visitor.at("libxc", LIBXC);
        LibxcReader reader = LibxcReader.nested(input);
        Level level = new Level("libxc", LIBXC, null, reader);
        beginLibxc(level, reader, 0);
        records(level);
        end(level);
    }

    private void beginLibxc(Level level, LibxcReader reader, long start) throws IOException {
        visitor.begin(level);
        String path = level.path();
        visitor.header(path, "image_header", start, ImageHeader.SIZE, reader.imageHeader());
        visitor.header(path, "domain_header", start + ImageHeader.SIZE, DomainHeader.SIZE, reader.domainHeader());
    }

    private void libxl(RecordInput input) throws IOException {
        visitor.at("libxl#1", LIBXL);
        long start = input.offset();
        LibxlReader reader = LibxlReader.nested(input);
        Level level = new Level("libxl", LIBXL, null, reader);
        level.round(1);
        visitor.begin(level);
        visitor.header(level.path(), "header", start, Header.SIZE, reader.header());
        Level inner = null;
        while (!visitor.isDone() && reader.advance()) {
            visitor.record(level);
            if (reader.typeNumber() == CheckpointEnd.RECORD_TYPE) {
                level.round(level.round() + 1);
                visitor.at(level.path(), LIBXL);
            }
            if (!visitor.isDone() && reader.hasLibxc()) {
                inner = insideLibxl(level, reader, inner);
                visitor.at(level.path(), LIBXL);
            }
        }
        end(level);
    }

    /** Goes through the inner stream, as far as it goes here. */
    private Level insideLibxl(Level level, LibxlReader reader, @Nullable Level known) throws IOException {
        visitor.at(level.path() + "/libxc", LIBXC);
        LibxcReader libxc = reader.libxc();
        Level inner = known;
        if (inner == null || inner.reader() != libxc) {
            inner = new Level("libxc", LIBXC, level, libxc);
            beginLibxc(inner, libxc, reader.offset() + RecordOverviewHeader.SIZE);
        } else {
            visitor.resume(inner);
        }
        records(inner);
        end(inner);
        return inner;
    }

    private void end(Level level) throws IOException {
        if (!visitor.isDone()) {
            visitor.end(level);
        }
    }

    private void records(Level level) throws IOException {
        RecordReader<?> reader = level.reader();
        while (!visitor.isDone() && reader.advance()) {
            visitor.record(level);
        }
    }
}
