package io.streamspec.tools.statistics;

import io.streamspec.runtime.RecordReader;
import io.streamspec.tools.stream.Level;
import io.streamspec.tools.stream.StreamVisitor;
import io.streamspec.xen.libxc.Checkpoint;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.PageData;
import java.io.IOException;
import java.util.regex.Pattern;

/** The numbers of a stream, in memory whose bound does not depend on its length. */
public final class Statistics implements StreamVisitor {

    private static final Pattern ROUND = Pattern.compile("#\\d+");

    private final RecordCounts records = new RecordCounts();
    private final PageCounts pages = new PageCounts();
    private String path = "";
    private String raw = "";

    /** Of nothing yet. */
    public Statistics() {}

    /** What the rounds of checkpoints have of a type is counted together. */
    private String plain(String numbered) {
        if (!numbered.equals(raw)) {
            raw = numbered;
            path = ROUND.matcher(numbered).replaceAll("");
        }
        return path;
    }

    @Override
    public void header(String at, String name, long offset, long size, Record header) {
        records.add(plain(at), name, offset, size);
    }

    @Override
    public void record(Level level) throws IOException {
        RecordReader<?> reader = level.reader();
        records.add(plain(level.path()), reader.typeName(), reader.offset(), reader.length());
        if (reader instanceof LibxcReader libxc) {
            if (libxc.typeNumber() == PageData.RECORD_TYPE) {
                pages.take(libxc);
            } else if (libxc.typeNumber() == Checkpoint.RECORD_TYPE) {
                pages.checkpoint();
            }
        }
    }

    RecordCounts records() {
        return records;
    }

    PageCounts pages() {
        return pages;
    }
}
