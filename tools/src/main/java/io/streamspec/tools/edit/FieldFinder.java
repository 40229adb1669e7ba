package io.streamspec.tools.edit;

import io.streamspec.model.Structure;
import io.streamspec.runtime.RecordReader;
import io.streamspec.runtime.Validation;
import io.streamspec.tools.inspect.Dissector;
import io.streamspec.tools.stream.DamagedException;
import io.streamspec.tools.stream.Level;
import io.streamspec.tools.stream.StreamVisitor;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds fields while a stream is walked, by its specifications. Looks into nothing that is not asked for. */
final class FieldFinder implements StreamVisitor {

    /** Taking octets apart costs some times their size. */
    private static final int LONGEST = 32 << 20;

    private final List<Search> searches;
    private final Consumer<Search> after;
    private final Dissector dissector = new Dissector();
    private @Nullable Level latest;

    /** @param after is told whenever a search may have found something */
    FieldFinder(List<Search> searches, Consumer<Search> after) {
        this.searches = List.copyOf(searches);
        this.after = after;
    }

    @Override
    public void begin(Level level) throws IOException {
        latest = level;
        level.validate(Validation.lenient().limit(0).tellTo(violation -> {})); // so that what is wrong can be mended
    }

    @Override
    public void header(String path, String name, long offset, long size, Record header) throws IOException {
        Level level = Objects.requireNonNull(latest);
        if (isSpokenOf(level) && level.hasRecords()) {
            dissector.dissect(level, dissector.specification(level).structure(name), level.headerOctets(name));
        }
        for (Search search : searches) {
            if (search.wants(level, name, null)) {
                Structure structure = dissector.specification(level).structure(name);
                search.look(dissector, level, structure, level.headerOctets(name), offset);
                after.accept(search);
            }
        }
    }

    /** Specifications take a while to read: those of other streams are left alone. */
    private boolean isSpokenOf(Level level) {
        return searches.stream().anyMatch(search -> search.path().isIn(level.path()));
    }

    @Override
    public void record(Level level) throws IOException {
        RecordReader<?> reader = level.reader();
        if (dissector.mayMatter(reader.length()) && isSpokenOf(level)) {
            Optional<Structure> layout = dissector.layout(level);
            if (layout.isPresent()) {
                dissector.dissect(level, layout.get(), reader.load());
            }
        }
        for (Search search : searches) {
            if (search.wants(level, reader.typeName(), reader)) {
                look(search, level, reader);
            }
        }
    }

    private void look(Search search, Level level, RecordReader<?> reader) throws IOException {
        Optional<Structure> layout = dissector.layout(level);
        if (layout.isPresent()) {
            requireShort(level, reader);
            search.look(dissector, level, layout.get(), reader.load(), reader.bodyOffset());
            after.accept(search);
        }
    }

    private static void requireShort(Level level, RecordReader<?> reader) throws DamagedException {
        if (reader.length() > LONGEST) {
            throw new DamagedException(level.path() + "/" + reader.typeName() + " has " + reader.length()
                    + " octets; more than " + LONGEST + " are not taken apart");
        }
    }

    @Override
    public void end(Level level) {
        dissector.endOf(level);
    }

    @Override
    public boolean isDone() {
        return searches.stream().allMatch(Search::isSettled);
    }
}
