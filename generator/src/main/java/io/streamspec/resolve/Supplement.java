package io.streamspec.resolve;

import io.streamspec.read.Block;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds a supplement to a document: of a section that both have, the layout blocks; a section that only the supplement
 * has, whole, if it draws a structure or gives rules.
 */
final class Supplement {

    private Supplement() {}

    static List<Outline.Part> merge(
            List<Outline.Part> document, List<Outline.Part> supplement, Diagnostics diagnostics) {
        if (supplement.stream()
                .noneMatch(part -> part.level() > 0 && home(part, document).isPresent())) {
            Span place = supplement.get(supplement.size() - 1).heading();
            diagnostics.report(Faults.SUPPLEMENT_FOREIGN
                    .at(place, "the supplement has no heading of the document")
                    .hint("give it the headings of the sections that it adds rules to"));
            return document;
        }
        List<Outline.Part> merged = new ArrayList<>(document);
        int behind = 0;
        for (Outline.Part part : supplement) {
            Optional<Outline.Part> home = home(part, merged);
            if (home.isPresent()) {
                int at = merged.indexOf(home.get());
                merged.set(at, withRules(home.get(), part));
                behind = at + 1;
            } else if (matters(part)) {
                merged.add(Math.max(behind, Math.min(1, merged.size())), part);
                behind++;
            }
        }
        return merged;
    }

    private static Optional<Outline.Part> home(Outline.Part part, List<Outline.Part> document) {
        Optional<Outline.Part> same = document.stream()
                .filter(candidate -> candidate.path().equals(part.path()))
                .findFirst();
        List<Outline.Part> namesakes = document.stream()
                .filter(candidate -> candidate.title().equals(part.title()))
                .toList();
        return same.isPresent() || namesakes.size() != 1 ? same : Optional.of(namesakes.get(0));
    }

    private static Outline.Part withRules(Outline.Part home, Outline.Part part) {
        List<Block> blocks = new ArrayList<>(home.blocks());
        blocks.addAll(part.blocks(Block.Rules.class));
        return home.with(blocks);
    }

    private static boolean matters(Outline.Part part) {
        return !part.blocks(Block.Diagram.class).isEmpty()
                || !part.blocks(Block.Rules.class).isEmpty();
    }
}
