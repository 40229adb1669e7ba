package io.streamspec.build;

import io.streamspec.files.Fingerprint;
import io.streamspec.files.SourceFiles;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.html.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Texts in Markdown that are published with documents, and the programs beside them. */
final class Handbook {

    private static final Set<String> ENDINGS = Set.of(".md", ".java");

    private Handbook() {}

    /** The texts at {@code places}, each with its path below the folder that they all lie in. */
    static List<Site.Manuscript> read(List<Path> places, Diagnostics diagnostics) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path place : places) {
            SourceFiles.at(place, ENDINGS).stream()
                    .filter(file -> !files.contains(file))
                    .forEach(files::add);
        }
        List<Site.Manuscript> texts = new ArrayList<>();
        for (Path file : files) {
            String path = folder(files).relativize(absolute(file)).toString().replace('\\', '/');
            SourceFiles.read(file, diagnostics).ifPresent(text -> texts.add(new Site.Manuscript(path, text)));
        }
        return texts;
    }

    /** Adds the content of all texts to {@code fingerprint}. */
    static void digest(List<Site.Manuscript> texts, Fingerprint fingerprint) {
        texts.forEach(text -> fingerprint.add(text.path(), text.text().text()));
    }

    private static Path folder(List<Path> files) {
        Path common = absolute(files.get(0)).getParent();
        for (Path file : files) {
            while (common != null && !absolute(file).startsWith(common)) {
                common = common.getParent();
            }
        }
        return common == null ? Path.of("") : common;
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
