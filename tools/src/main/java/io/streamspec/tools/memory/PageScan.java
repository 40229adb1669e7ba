package io.streamspec.tools.memory;

import io.streamspec.runtime.FormatException;
import io.streamspec.tools.stream.Level;
import io.streamspec.tools.stream.StreamVisitor;
import io.streamspec.xen.libxc.Checkpoint;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.Verify;
import io.streamspec.xen.libxl.CheckpointEnd;
import io.streamspec.xen.libxl.LibxlReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which pages a stream has, and how many of its batches count. As a restorer does, it takes what comes before
 * the first checkpoint as it comes, and each later round only when the round is complete: at CHECKPOINT_END of a libxl
 * stream, at CHECKPOINT where there is none around.
 */
final class PageScan implements StreamVisitor {

    private static final int SMALLEST_SHIFT = 12;
    private static final int LARGEST_SHIFT = 27;

    private final long mostMemory;
    private final Batch batch = new Batch();
    private final PageSet present = new PageSet();
    private PageSet round = new PageSet();
    private @Nullable Guest guest;
    private @Nullable String unread;
    private long batches;
    private long committed;
    private long checkpoints;
    private boolean isVerifying;
    private boolean isWhole;

    /** Accepts pages that lie, octet for octet, below {@code mostMemory}. */
    PageScan(long mostMemory) {
        this.mostMemory = mostMemory;
    }

    @Override
    public void begin(Level level) {
        if (level.hasRecords() && level.reader() instanceof LibxcReader reader) {
            if (guest != null) {
                throw fault("image_header", "a second guest, expected one");
            }
            DomainHeader header = reader.domainHeader();
            if (header.pageShift() < SMALLEST_SHIFT || header.pageShift() > LARGEST_SHIFT) {
                String found = header.pageShift() + ", expected " + SMALLEST_SHIFT + " to " + LARGEST_SHIFT;
                throw fault("domain_header.page_shift", found);
            }
            guest = new Guest(header);
        }
    }

    private static FormatException fault(String field, String problem) {
        return FormatException.of(field, -1, problem, "");
    }

    @Override
    public void record(Level level) throws IOException {
        settle();
        if (level.reader() instanceof LibxcReader reader) {
            libxc(level, reader);
        } else if (level.reader() instanceof LibxlReader reader && reader.typeNumber() == CheckpointEnd.RECORD_TYPE) {
            checkpoint();
        }
    }

    private void libxc(Level level, LibxcReader reader) throws IOException {
        long type = reader.typeNumber();
        if (type == PageData.RECORD_TYPE && !isVerifying) {
            batch.read(reader);
            requireWithin(reader);
            unread = Batch.recordName(reader);
        } else if (type == Verify.RECORD_TYPE) {
            isVerifying = true;
        } else if (type == Checkpoint.RECORD_TYPE && !level.isInLibxl()) {
            checkpoint();
        } else if (type == End.RECORD_TYPE) {
            isWhole = true;
            if (checkpoints == 0) {
                commit();
            }
        } else {
            guest().take(reader);
        }
    }

    @Override
    public void end(Level level) {
        settle();
    }

    /** What is inside of records is of no interest, and no reason to refuse memory. */
    @Override
    public boolean entersBodies() {
        return false;
    }

    /** The stream could not be read further, for this reason. */
    void stop(FormatException fault) {
        if (unread != null && fault.record().filter(unread::equals).isEmpty()) {
            settle(); // the fault lies behind it
        }
    }

    /** Counts the batch that has been read to its end. */
    private void settle() {
        if (unread == null) {
            return;
        }
        for (int i = 0; i < batch.size(); i++) {
            if (batch.isPresent(i)) {
                round.add(batch.pfn(i));
            }
        }
        batches++;
        unread = null;
    }

    private void requireWithin(LibxcReader reader) {
        long end = mostMemory >>> guest().header().pageShift();
        for (int i = 0; i < batch.size(); i++) {
            if (batch.isPresent(i) && batch.pfn(i) >= end) {
                String expected = "one below 0x" + Long.toHexString(end) + ", unless --most-memory allows more";
                throw Batch.fault(reader, i, "page 0x" + Long.toHexString(batch.pfn(i)), expected);
            }
        }
    }

    private void checkpoint() {
        checkpoints++;
        commit();
    }

    /** Takes what has been read for good. */
    void commit() {
        present.addAll(round);
        round = new PageSet();
        committed = batches;
    }

    /** Whether all that has been read is one state of the guest: it was to be, or has been, resumed from it. */
    boolean isComplete() {
        return isWhole || checkpoints > 0;
    }

    /** Whether the stream of libxc has come to its end. */
    boolean isWhole() {
        return isWhole;
    }

    /** Whether the batch read last breaks off. */
    boolean hasBrokenBatch() {
        return unread != null;
    }

    boolean hasGuest() {
        return guest != null;
    }

    /** The guest of the stream, which has one. */
    Guest guest() {
        if (guest == null) {
            throw new IllegalStateException("there is no guest");
        }
        return guest;
    }

    /** The pages that the guest has. */
    PageSet present() {
        return present;
    }

    /** How many batches count, from the first on. */
    long committed() {
        return committed;
    }

    /** How many batches were read that do not count. */
    long dropped() {
        return batches - committed;
    }

    long checkpoints() {
        return checkpoints;
    }
}
