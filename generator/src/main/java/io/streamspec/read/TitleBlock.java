package io.streamspec.read;

import io.streamspec.source.Span;
import java.util.List;
import java.util.Optional;

/** The {@code %} lines that open a pandoc document: title, authors (one a line), {@code Revision N}. */
public record TitleBlock(Passage title, List<Passage> authors, Optional<Passage> revision, Span span) {

    public TitleBlock {
        authors = List.copyOf(authors);
    }
}
