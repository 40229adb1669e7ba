package io.streamspec.build;

import io.streamspec.files.GitFiles;
import io.streamspec.files.PackedSpecs;
import io.streamspec.files.SourceFiles;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The text of a document in one revision, with the supplement that may go with it. */
public record Edition(SourceText document, Optional<SourceText> supplement) {

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[/\\\\].*");

    /** The text that {@code name} stands for: a file, or {@code REVISION:PATH} in the repository around this folder. */
    public static Optional<SourceText> text(String name, Diagnostics diagnostics) {
        boolean isObject = name.indexOf(':') > 0 && !DRIVE.matcher(name).matches() && !SourceFiles.exists(name);
        return isObject
                ? GitFiles.read(name, Path.of("").toAbsolutePath(), diagnostics)
                : SourceFiles.read(Path.of(name), diagnostics);
    }

    /** The text of {@code file} in a revision of the git repository that it lies in. */
    public static Optional<SourceText> text(String revision, Path file, Diagnostics diagnostics) {
        return GitFiles.revision(revision, file, diagnostics);
    }

    /** What {@code document} and the supplement that may go with it hold now. */
    public static Optional<Edition> of(Path document, Optional<Path> supplement, Diagnostics diagnostics) {
        return SourceFiles.read(document, diagnostics)
                .map(text -> new Edition(text, supplement.flatMap(rules -> SourceFiles.read(rules, diagnostics))));
    }

    /** The document of the file name of {@code file} that travels in {@code jar}, if one does. */
    public static Optional<Edition> packed(Path jar, Path file, Diagnostics diagnostics) {
        String name = String.valueOf(file.getFileName());
        return PackedSpecs.document(jar, name, diagnostics)
                .map(document -> new Edition(document, PackedSpecs.supplement(jar, name, diagnostics)));
    }
}
