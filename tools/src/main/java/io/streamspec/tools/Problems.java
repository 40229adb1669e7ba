package io.streamspec.tools;

import io.streamspec.tools.stream.DamagedException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** How problems are told to the user. */
public final class Problems {

    private Problems() {}

    /** What went wrong, in a line. */
    public static String text(Exception problem) {
        if (problem instanceof NoSuchFileException missing) {
            return missing.getFile() + ": there is no such file";
        } else if (problem instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied";
        } else if (problem instanceof FileSystemException failed) {
            return failed.getFile() + ": " + (failed.getReason() == null ? "cannot be used" : failed.getReason());
        } else if (problem instanceof java.io.IOException || problem instanceof IllegalArgumentException) {
            return String.valueOf(problem.getMessage());
        }
        return "this is a fault of streamspec itself, please report it: " + problem;
    }

    /** What the process ends with for it. */
    public static int exitCode(Exception problem) {
        if (problem instanceof DamagedException) {
            return ExitCode.FAULTY_INPUT;
        }
        return problem instanceof java.io.IOException || problem instanceof IllegalArgumentException
                ? ExitCode.USAGE
                : ExitCode.OWN_FAULT;
    }
}
