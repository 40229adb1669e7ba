package io.streamspec.resolve;

import io.streamspec.read.Block;
import io.streamspec.read.Document;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A document's blocks, sorted under their headings. */
final class Outline {

    private Outline() {}

    /**
     * A heading and the blocks under it.
     *
     * @param path the titles of the sections around it, outermost first, and its own
     */
    record Part(int level, String title, List<String> path, String anchor, List<Block> blocks, Span heading) {
        Part {
            path = List.copyOf(path);
            blocks = List.copyOf(blocks);
        }

        <T extends Block> List<T> blocks(Class<T> kind) {
            return blocks.stream().filter(kind::isInstance).map(kind::cast).toList();
        }

        Part with(List<Block> others) {
            return new Part(level, title, path, anchor, others, heading);
        }

        Part withAnchor(String other) {
            return new Part(level, title, path, other, blocks, heading);
        }
    }

    /** The parts of {@code document}, in order; what stands before the first heading is a part of level 0. */
    static List<Part> of(Document document) {
        List<Part> parts = new ArrayList<>();
        List<String> path = new ArrayList<>();
        List<Integer> levels = new ArrayList<>();
        Part open = new Part(0, "", List.of(), "", List.of(), document.source().span(0, 0));
        List<Block> blocks = new ArrayList<>();
        for (Block block : document.blocks()) {
            if (!(block instanceof Block.Heading heading)) {
                if (!(block instanceof Block.Silence)) { // says nothing about the format
                    blocks.add(block);
                }
                continue;
            }
            parts.add(open.with(blocks));
            blocks = new ArrayList<>();
            while (!levels.isEmpty() && levels.get(levels.size() - 1) >= heading.level()) {
                levels.remove(levels.size() - 1);
                path.remove(path.size() - 1);
            }
            String title = Words.plain(heading.text().text());
            levels.add(heading.level());
            path.add(title);
            open = new Part(
                    heading.level(), title, path, "", List.of(), heading.text().span());
        }
        parts.add(open.with(blocks));
        if (parts.get(0).blocks().isEmpty()) {
            parts.remove(0);
        }
        return parts;
    }

    /**
     * Gives each part an anchor that no other has: of its title, with the titles around it where that is not enough, and of
     * all of these and a number where headings are alike; that number takes no other heading its anchor.
     */
    static List<Part> anchored(List<Part> parts) {
        Map<String, Integer> uses = new HashMap<>();
        parts.forEach(part -> uses.merge(Words.slug(part.title()), 1, Integer::sum));
        List<String> wanted = parts.stream()
                .map(part -> uses.getOrDefault(Words.slug(part.title()), 0) > 1
                        ? String.join(" ", part.path())
                        : part.title())
                .map(Words::slug)
                .toList();
        Set<String> taken = new HashSet<>(wanted);
        Set<String> given = new HashSet<>();
        List<Part> anchored = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String anchor = wanted.get(i);
            if (!given.add(anchor)) {
                int copy = 2;
                while (!taken.add(wanted.get(i) + "-" + copy)) {
                    copy++;
                }
                anchor = wanted.get(i) + "-" + copy;
            }
            anchored.add(parts.get(i).withAnchor(anchor));
        }
        return anchored;
    }

    /** Reports headings under which there is nothing at all, not even a lower heading. */
    static void reportEmpty(List<Part> parts, Diagnostics diagnostics) {
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            boolean content = part.blocks().stream().anyMatch(block -> !(block instanceof Block.PageBreak));
            boolean lower = i + 1 < parts.size() && parts.get(i + 1).level() > part.level();
            if (part.level() > 0 && !content && !lower) {
                diagnostics.report(Faults.SECTION_EMPTY
                        .at(part.heading(), "nothing stands under the heading '%s'", part.title())
                        .hint("say what the section is about, or take the heading out"));
            }
        }
    }
}
