package io.streamspec.tools.inspect;

import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.RecordReader;
import io.streamspec.runtime.Validation;
import io.streamspec.tools.stream.Level;
import io.streamspec.tools.stream.StreamVisitor;
import io.streamspec.xen.hvm.HvmReader;
import java.io.IOException;
import java.util.function.Consumer;

/** Shows what is selected of a stream, and takes note of what the stream breaks of its specifications. */
final class Inspection implements StreamVisitor {

    private final RecordPrinter printer;
    private final Selection selection;
    private final Validation validation;
    private final Consumer<FormatException> faults;

    /** @param faults is told what cannot be read in the body of a record */
    Inspection(RecordPrinter printer, Selection selection, Validation validation, Consumer<FormatException> faults) {
        this.printer = printer;
        this.selection = selection;
        this.validation = validation;
        this.faults = faults;
    }

    @Override
    public void begin(Level level) throws IOException {
        level.validate(validation);
    }

    @Override
    public void header(String path, String name, long offset, long size, Record header) throws IOException {
        if (selection.includes(path, -1, name)) {
            printer.print(new Shown(offset, path, depth(path), -1, name, -1, size, header));
        }
    }

    @Override
    public void record(Level level) throws IOException {
        RecordReader<?> reader = level.reader();
        if (selection.includes(level.path(), reader.index(), reader.typeName())) {
            printer.print(new Shown(
                    reader.offset(),
                    level.path(),
                    depth(level.path()),
                    reader.index(),
                    reader.typeName(),
                    reader instanceof HvmReader hvm ? hvm.instance() : -1,
                    reader.length(),
                    content(reader)));
        }
    }

    @Override
    public void fault(FormatException fault) {
        faults.accept(fault);
    }

    private static Record content(RecordReader<?> reader) throws IOException {
        try {
            return (Record) reader.record();
        } catch (FormatException e) {
            return new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /** Takes the place of what cannot be decoded. */
    private record Unreadable(String problem) {}

    private static int depth(String path) {
        return (int) path.chars().filter(c -> c == '/').count();
    }
}
