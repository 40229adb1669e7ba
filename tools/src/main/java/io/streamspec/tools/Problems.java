package io.streamspec.tools;

import io.streamspec.source.Diagnostic;
import io.streamspec.source.DiagnosticRenderer;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;

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

    static void print(List<Diagnostic> diagnostics, PrintWriter err) {
        for (Diagnostic diagnostic : diagnostics) {
            err.print(DiagnosticRenderer.render(diagnostic));
        }
        err.flush();
    }
}
