package io.streamspec.tools.edit;

import io.streamspec.runtime.RecordReader;
import io.streamspec.tools.stream.Level;
import io.streamspec.tools.stream.StreamVisitor;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.StaticDataEnd;
import io.streamspec.xen.libxc.X86PvInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Copies a stream that is walked; a libxc stream of version 2 as version 3, if it is to be one. */
final class Joiner implements StreamVisitor {

    private static final int OLD = 2;
    private static final int NEW = 3;
    private static final long FIRST_OPTIONAL = 0x8000_0000L;

    private final Splice to;
    private final boolean upgrade;
    private @Nullable Level latest;
    private boolean isStatic;
    private boolean isUpgraded;
    private boolean hasEnded;

    Joiner(Splice to, boolean upgrade) {
        this.to = to;
        this.upgrade = upgrade;
    }

    @Override
    public void begin(Level level) {
        latest = level;
    }

    @Override
    public void header(String path, String name, long offset, long size, Record header) throws IOException {
        if (upgrade && header instanceof ImageHeader image) {
            upgrade(image, Objects.requireNonNull(latest).headerOctets(name));
        } else {
            to.keep(offset, offset + size);
        }
    }

    private void upgrade(ImageHeader image, ByteBuffer octets) throws IOException {
        if (image.version() != OLD) {
            throw new IllegalArgumentException("its libxc stream is of version " + image.version() + ", not 2");
        }
        ByteBuffer changed = ByteBuffer.allocate(ImageHeader.SIZE)
                .order(ByteOrder.BIG_ENDIAN)
                .put(octets.slice())
                .flip();
        to.put(changed.putInt(ImageHeader.VERSION_OFFSET, NEW));
        isStatic = true;
        isUpgraded = true;
    }

    @Override
    public void record(Level level) throws IOException {
        RecordReader<?> reader = level.reader();
        if (reader instanceof LibxcReader) {
            endStaticData(reader);
            hasEnded = reader.typeNumber() == End.RECORD_TYPE;
        }
        to.keep(reader.offset(), Records.end(level));
    }

    /** What version 2 leaves unsaid stands behind what does not change: of a PV guest, its kind. */
    private void endStaticData(RecordReader<?> reader) throws IOException {
        long type = reader.typeNumber();
        if (isStatic && type != X86PvInfo.RECORD_TYPE && type < FIRST_OPTIONAL) {
            to.put(Records.head(StaticDataEnd.RECORD_TYPE, 0, reader.byteOrder()));
            isStatic = false;
        }
    }

    /** @throws IllegalArgumentException if the stream is none that could be joined */
    void requireJoined(boolean wrapped) {
        if (upgrade && !isUpgraded) {
            throw new IllegalArgumentException("there is no libxc stream in it");
        } else if (wrapped && !hasEnded) {
            throw new IllegalArgumentException(
                    "its libxc stream stops at a checkpoint, behind which libxl has something to"
                            + " say that is not there");
        }
    }

    @Override
    public boolean entersBodies() {
        return false;
    }
}
