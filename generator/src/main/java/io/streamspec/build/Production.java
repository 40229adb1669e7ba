package io.streamspec.build;

import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What documents make for several targets at once: they are read and resolved once, and nothing is written. */
final class Production {

    private Production() {}

    /** What is to stand at the place of {@code target}; {@code fingerprint} is of all that it was made from. */
    record Product(Target target, List<OutputFile> files, String fingerprint) {}

    /** The products for all of {@code targets}; none if there are errors. */
    static List<Product> of(List<Path> documents, List<Path> supplements, List<Target> targets, Diagnostics diagnostics)
            throws IOException {
        return of(Documents.read(documents, supplements, diagnostics), documents, targets, diagnostics);
    }

    /** The same of documents that have been read; their faults go to {@code diagnostics} as well. */
    static List<Product> of(Documents sources, List<Path> documents, List<Target> targets, Diagnostics diagnostics)
            throws IOException {
        Map<Target, Recipe> recipes = new LinkedHashMap<>();
        for (Target target : targets) {
            recipes.put(target, target.recipe(documents, diagnostics));
        }
        List<Product> products = new ArrayList<>();
        if (!diagnostics.hasErrors()) {
            byte[] version = Version.identity();
            sources.write((models, faults) -> {
                recipes.forEach((target, recipe) -> {
                    sources.digest(recipe.inputs().add("version", version));
                    List<OutputFile> files = recipe.writer().apply(models, faults);
                    products.add(new Product(target, files, recipe.inputs().value()));
                });
                return List.of();
            });
        }
        return diagnostics.hasErrors() ? List.of() : products;
    }
}
