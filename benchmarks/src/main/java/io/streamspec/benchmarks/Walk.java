package io.streamspec.benchmarks;

import io.streamspec.runtime.Octets;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.PfinfoType;
import io.streamspec.xen.libxc.StaticDataEnd;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Whole-process work on files, to be timed beside {@code cat}. */
final class Walk {

    private static final int BATCHES_A_GIB = 256;

    private Walk() {}

    /** Writes an image of so many GiB of pages. */
    static void write(Path file, int gib) throws IOException {
        Random random = new Random(5);
        ByteBuffer pages = ByteBuffer.allocateDirect(Images.BATCH * Images.PAGE);
        try (LibxcWriter writer = LibxcWriter.create(file, Images.header(), Images.domain())) {
            writer.write(new StaticDataEnd());
            for (int i = 0; i < gib * BATCHES_A_GIB; i++) {
                writer.write(new PageData(PageData.Pfn.all(Images.pfns(random)), Octets.each(pages, Images.PAGE)));
            }
            writer.write(new End());
        }
    }

    /** Writes an image of so many batches of one page each. */
    static void writeBatches(Path file, int batches, PageData.Pfn page) throws IOException {
        boolean hasContents = page.type().equals(PfinfoType.NOTAB);
        PageData batch = new PageData(List.of(page), hasContents ? List.of(Octets.zeroes(Images.PAGE)) : List.of());
        try (LibxcWriter writer = LibxcWriter.create(file, Images.header(), Images.domain())) {
            writer.write(new StaticDataEnd());
            for (int i = 0; i < batches; i++) {
                writer.write(batch);
            }
            writer.write(new End());
        }
    }

    /** Goes from record to record and looks at all pfns, or at every octet. */
    static void walk(String file, boolean all) throws IOException {
        long sum = 0;
        try (LibxcReader in = file.equals("-")
                ? LibxcReader.from(new FileInputStream(FileDescriptor.in).getChannel())
                : LibxcReader.open(Path.of(file))) {
            while (in.advance()) {
                sum += all ? octets(in) : pfns(in);
            }
        }
        System.out.print(sum);
        System.out.print(' ');
        System.out.println(peakKib());
    }

    private static long pfns(LibxcReader in) throws IOException {
        if (in.typeNumber() != PageData.RECORD_TYPE) {
            return 0;
        }
        ByteBuffer b = in.load(PageData.MIN_SIZE);
        long pfns = PageData.count(b, b.position());
        b = in.load(PageData.MIN_SIZE + 8 * pfns);
        int at = b.position();
        int count = (int) pfns;
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += PageData.pfn(b, at, i);
        }
        return sum;
    }

    /** Every octet in memory, piece by piece. */
    private static long octets(LibxcReader in) throws IOException {
        long sum = 0;
        for (ByteBuffer piece = in.nextPiece(); piece.hasRemaining(); piece = in.nextPiece()) {
            sum += piece.get(piece.position()) + piece.remaining();
        }
        return sum;
    }

    /** The most memory that this process has had, in KiB, as Linux tells; in as few classes as it takes. */
    private static long peakKib() throws IOException {
        byte[] status = new FileInputStream("/proc/self/status").readAllBytes();
        int at = 0;
        while (at < status.length && !(status[at] == 'H' && status[at + 1] == 'W' && status[at + 2] == 'M')) {
            at++;
        }
        long kib = 0;
        for (; status[at] != '\n'; at++) {
            kib = status[at] >= '0' && status[at] <= '9' ? 10 * kib + status[at] - '0' : kib;
        }
        return kib;
    }
}
