package io.streamspec.read;

import io.streamspec.source.SourceText;
import java.util.List;
import java.util.Optional;

/** A document as its title block and its blocks, in order. */
public record Document(SourceText source, Optional<TitleBlock> title, List<Block> blocks) {

    public Document {
        blocks = List.copyOf(blocks);
    }
}
