package io.streamspec.tools.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Shows on a terminal how far a run has come, how fast, and how long it will still take. */
final class Progress {

    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");
    private static final long FIRST_MILLIS = 500;
    private static final long EACH_MILLIS = 200;
    private static final int BAR = 30;
    private static final double MEBI = 1024.0 * 1024.0;
    private static final String ERASE = "\r\u001B[K";

    private final PrintWriter err;
    private final long size;
    private final AtomicLong position;
    private final long start = System.nanoTime();
    private @Nullable Thread thread;

    private Progress(PrintWriter err, long size, AtomicLong position) {
        this.err = err;
        this.size = size;
        this.position = position;
    }

    /**
     * Shows it until it is stopped.
     *
     * @param size the octets there are; negative if nobody knows
     * @param position the octets behind which it is
     */
    static Progress start(PrintWriter err, Showing showing, long size, AtomicLong position) {
        Progress progress = new Progress(err, size, position);
        if (showing == Showing.ALWAYS || showing == Showing.AUTO && isTerminal()) {
            progress.begin();
        }
        return progress;
    }

    private void begin() {
        thread = new Thread(this::show, "progress");
        thread.setDaemon(true);
        thread.start();
    }

    private static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null;
        }
    }

    private void show() {
        try {
            Thread.sleep(FIRST_MILLIS);
            while (true) {
                err.print(ERASE + line(position.getPlain(), size, System.nanoTime() - start));
                err.flush();
                Thread.sleep(EACH_MILLIS);
            }
        } catch (InterruptedException e) {
            err.print(ERASE);
            err.flush();
        }
    }

    /** {@code [=====>    ] 50 % 1024 MiB/s 0:12 left}. */
    static String line(long octets, long size, long nanos) {
        double rate = octets / MEBI * 1e9 / Math.max(1, nanos);
        if (size <= 0) {
            return String.format(Locale.ROOT, "%.0f MiB, %.0f MiB/s", octets / MEBI, rate);
        }
        int filled = (int) Math.min(BAR, octets * (double) BAR / size);
        String bar = "=".repeat(filled) + " ".repeat(BAR - filled);
        long left = octets == 0 ? 0 : Math.round((size - octets) / (double) octets * nanos / 1e9);
        return String.format(
                Locale.ROOT,
                "[%s] %d %%, %.0f MiB/s, %d:%02d left",
                bar,
                (long) (100.0 * octets / size),
                rate,
                left / 60,
                left % 60);
    }

    /** Takes the line away. */
    void stop() {
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
