package io.streamspec.tools.memory;

import io.streamspec.runtime.FormatException;
import io.streamspec.tools.stream.DamagedException;
import io.streamspec.tools.stream.NewFile;
import io.streamspec.tools.stream.StreamSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Takes a guest's memory out of a stream: all of it to a file, or a page. */
public final class Memory {

    private final PrintWriter out;
    private final PrintWriter err;
    private final MemoryOptions options;

    /** Tells {@code out} what came of it, {@code err} what is to be known about that. */
    public Memory(PrintWriter out, PrintWriter err, MemoryOptions options) {
        this.out = out;
        this.err = err;
        this.options = options;
    }

    /** Takes it out of the stream of this name; the exit code of the process. */
    public int run(String name) throws IOException {
        Path target = options.out();
        try (NewFile file = target == null ? null : NewFile.create(target, options.replaces());
                Origin origin = new Origin(name, target == null ? Origin.temporaryFolder() : NewFile.folder(target))) {
            PageScan scan = scan(name, origin);
            write(name, origin, scan, file);
            out.flush();
            return 0;
        }
    }

    private void write(String name, Origin origin, PageScan scan, @Nullable NewFile file) throws IOException {
        try {
            if (options.page() >= 0) {
                page(name, origin, scan, file);
            } else if (file != null) {
                image(name, origin, scan, file);
            }
        } catch (IOException e) {
            throw file == null ? e : file.failed(e);
        }
    }

    /** Finds out what there is, and what of it counts. */
    private PageScan scan(String name, Origin origin) throws IOException {
        PageScan scan = new PageScan(options.mostMemory());
        String end = null;
        boolean isDamaged = false;
        try {
            origin.walk(scan);
        } catch (FormatException e) {
            scan.stop(e);
            end = e.getMessage();
            isDamaged = e.missing() == 0;
        } catch (DamagedException e) {
            end = StreamSource.withoutName(name, e);
            isDamaged = !scan.hasGuest() || !scan.isComplete();
        }
        if (!scan.hasGuest()) {
            throw new DamagedException(name + ": " + (end == null ? "there is no guest's memory in it" : end));
        }
        judge(name, scan, end, isDamaged);
        return scan;
    }

    /** Refuses what is no state of a guest, unless a part will do; notes what does not count. */
    private void judge(String name, PageScan scan, @Nullable String end, boolean isDamaged) throws IOException {
        boolean isSound = scan.isComplete() && (scan.isWhole() || !isDamaged);
        if (!isSound && !options.takesPart()) {
            String reason = end == null ? "it ends before its first checkpoint is complete" : end;
            throw new DamagedException(
                    name + ": " + reason + "; nothing has been written; --partial takes what is there");
        }
        if (end != null) {
            note(name, end);
        }
        if (!scan.isComplete()) {
            note(
                    name,
                    "the memory is partial: the stream ends before its first checkpoint, after "
                            + count(scan.dropped(), "batch", "batches") + " of pages"
                            + (scan.hasBrokenBatch() ? " and a broken one, which is left out" : "")
                            + "; pages may be missing or older than others");
            scan.commit();
        } else if (scan.dropped() > 0 || scan.hasBrokenBatch()) {
            note(
                    name,
                    "the round behind checkpoint " + scan.checkpoints() + " is not complete and does not count; "
                            + count(scan.dropped(), "batch", "batches") + " of pages dropped");
        }
    }

    private void image(String name, Origin origin, PageScan scan, NewFile file) throws IOException {
        Guest guest = scan.guest();
        PageSet pages = scan.present();
        Layout layout = Layout.of(options.format(), guest, pages);
        PageTables tables = tables(scan);
        origin.walk(new PageCopy(scan.committed(), file.channel(), layout, guest, pages, tables));
        layout.writeFrame(file.channel());
        extend(file, layout.size());
        file.publish();
        if (tables != null && tables.cleared() > 0) {
            note(
                    name,
                    count(tables.cleared(), "entry", "entries")
                            + " of page tables led to pages that are not there, and were made not present");
        }
        out.println(options.out() + ": " + count(pages.size(), "page", "pages") + " of "
                + (1 << guest.header().pageShift()) + " octets in " + count(pages.runs(), "range", "ranges")
                + ", up to address 0x"
                + Long.toHexString(pages.last() + 1 << guest.header().pageShift()) + "; "
                + description(guest));
    }

    private static String description(Guest guest) {
        return guest.table() < 0
                ? guest.toString()
                : guest + ", vCPU 0 uses the page table at 0x"
                        + Long.toHexString(guest.table() << guest.header().pageShift());
    }

    private @Nullable PageTables tables(PageScan scan) {
        return options.tables() == TableForm.TRANSLATED && scan.guest().isPv() ? new PageTables(scan.present()) : null;
    }

    /** Pages without contents at the end are a hole, too. */
    private static void extend(NewFile file, long size) throws IOException {
        if (file.channel().size() < size) {
            Appender.writeAll(file.channel(), ByteBuffer.allocate(1), size - 1);
        }
    }

    private void page(String name, Origin origin, PageScan scan, @Nullable NewFile file) throws IOException {
        if (!scan.present().contains(options.page())) {
            throw new DamagedException(name + ": there is no page 0x" + Long.toHexString(options.page()));
        }
        PagePick pick = new PagePick(scan.committed(), scan.guest(), options.page());
        origin.walk(pick);
        ByteBuffer page = pick.page();
        PageTables tables = tables(scan);
        if (tables != null && pick.isTable()) {
            tables.translate(page);
        }
        if (file == null) {
            HexDump.print(page, options.page() << scan.guest().header().pageShift(), out);
        } else {
            Appender.writeAll(file.channel(), page, 0);
            file.publish();
        }
    }

    private void note(String name, String text) {
        err.println(name + ": note: " + text);
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
