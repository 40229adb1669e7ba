package io.streamspec.tools;

/** What the process ends with. */
public final class ExitCode {

    /** The input is at fault. */
    public static final int FAULTY_INPUT = 1;

    /** The command line is at fault, or a file cannot be read or written. */
    public static final int USAGE = 2;

    /** This program is at fault. */
    public static final int OWN_FAULT = 3;

    /** The user has stopped it, as shells tell it. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
