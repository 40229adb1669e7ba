package io.streamspec.files;

import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Documents as they were in revisions of a git repository, by the command {@code git}; ADR 11 tells why. Nothing but the
 * object is asked for: no hook, filter or pager of the repository runs.
 */
public final class GitFiles {

    private static final DiagnosticId REVISION_UNREADABLE = DiagnosticId.error("revision-unreadable");

    private GitFiles() {}

    /**
     * The document that {@code object} names as git does, {@code v1:spec/frames.pandoc}, in the repository around the folder
     * {@code folder}.
     */
    public static Optional<SourceText> read(String object, Path folder, Diagnostics diagnostics) {
        if (object.startsWith("-")) {
            return refuse(object, "no revision begins with a dash", diagnostics);
        }
        try {
            return run(object, folder, diagnostics);
        } catch (IOException e) {
            return refuse(object, "the command git cannot be run", diagnostics);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refuse(object, "git was interrupted", diagnostics);
        }
    }

    /** {@code file} as it was in {@code revision} of the repository that it lies in. */
    public static Optional<SourceText> revision(String revision, Path file, Diagnostics diagnostics) {
        Path absolute = file.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        String object = revision + ":./" + absolute.getFileName();
        if (parent == null || !Files.isDirectory(parent)) {
            return refuse(object, "there is no folder " + parent, diagnostics);
        }
        return read(object, parent, diagnostics);
    }

    private static Optional<SourceText> run(String object, Path folder, Diagnostics diagnostics)
            throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder("git", "cat-file", "blob", object).directory(folder.toFile());
        command.environment().put("LC_ALL", "C");
        command.environment().put("GIT_TERMINAL_PROMPT", "0");
        Process git = command.start();
        try {
            git.getOutputStream().close();
            byte[] octets;
            try (InputStream out = git.getInputStream()) {
                octets = out.readNBytes(SourceFiles.MOST_OCTETS + 1);
            }
            if (octets.length > SourceFiles.MOST_OCTETS) {
                return SourceFiles.tooLarge(object, "the document is too large", diagnostics);
            }
            String problem = problem(git);
            return git.waitFor() == 0
                    ? SourceFiles.decode(object, octets, diagnostics)
                    : refuse(object, "git says: " + problem, diagnostics);
        } finally {
            git.destroy();
        }
    }

    private static String problem(Process git) throws IOException {
        try (InputStream err = git.getErrorStream()) {
            return new String(err.readNBytes(2000), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("nothing")
                    .replaceFirst("^fatal: ", "");
        }
    }

    private static Optional<SourceText> refuse(String object, String message, Diagnostics diagnostics) {
        diagnostics.report(REVISION_UNREADABLE
                .at(SourceText.of(object, "").span(0, 0), "%s", message)
                .hint("name a revision and a file in it, as in v1:spec/frames.pandoc"));
        return Optional.empty();
    }
}
