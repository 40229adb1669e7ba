package io.streamspec.tools.edit;

import io.streamspec.runtime.RecordReader;
import io.streamspec.tools.stream.Level;
import io.streamspec.tools.stream.StreamVisitor;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.PageData;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Copies what is to stay of a stream that is walked. */
final class Splitter implements StreamVisitor {

    private static final long FIRST_OPTIONAL = 0x8000_0000L;

    private final Splice to;
    private final boolean unwrap;
    private final boolean dropOptional;
    private final @Nullable PageStripper pages;
    private @Nullable Level latest;
    private boolean hasAny;

    /**
     * @param unwrap whether only libxc streams stay
     * @param pages what becomes of memory; null if it stays
     */
    Splitter(Splice to, boolean unwrap, boolean dropOptional, @Nullable PageStripper pages) {
        this.to = to;
        this.unwrap = unwrap;
        this.dropOptional = dropOptional;
        this.pages = pages;
    }

    @Override
    public void begin(Level level) {
        latest = level;
    }

    @Override
    public void header(String path, String name, long offset, long size, Record header) throws IOException {
        if (stays(Objects.requireNonNull(latest))) {
            to.keep(offset, offset + size);
        }
    }

    @Override
    public void record(Level level) throws IOException {
        RecordReader<?> reader = level.reader();
        boolean isDropped = dropOptional && reader.typeNumber() >= FIRST_OPTIONAL && Records.areOptional(level);
        if (!stays(level) || isDropped) {
            return;
        }
        if (pages != null && reader instanceof LibxcReader libxc && reader.typeNumber() == PageData.RECORD_TYPE) {
            pages.strip(libxc);
        } else {
            to.keep(reader.offset(), Records.end(level));
        }
    }

    private boolean stays(Level level) {
        boolean stays = !unwrap || level.name().equals("libxc");
        hasAny |= stays;
        return stays;
    }

    /** @throws IllegalArgumentException if nothing has stayed */
    void requireAny() {
        if (!hasAny) {
            throw new IllegalArgumentException("there is no libxc stream in it");
        }
    }

    @Override
    public boolean entersBodies() {
        return false;
    }
}
