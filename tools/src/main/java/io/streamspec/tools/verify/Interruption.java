package io.streamspec.tools.verify;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Notices that the user wants to stop the process, and gives the thread that works the time to say what it has. */
final class Interruption implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook =
            new Thread("interruption") { // no lambda: the first one takes longer than a small stream
                @Override
                public void run() {
                    end();
                }
            };
    private volatile boolean isWanted;

    private Interruption() {}

    /** Watches while the current thread works. */
    static Interruption watch() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Nobody stops it. */
    static Interruption never() {
        return new Interruption();
    }

    /** Whether to stop. */
    boolean isWanted() {
        return isWanted;
    }

    private void end() {
        isWanted = true;
        worker.interrupt(); // it may be waiting for octets
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The work is done, or given up. */
    @Override
    public void close() {
        finished.countDown();
        if (!isWanted) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // the process is ending already
            }
        }
    }
}
