package io.streamspec.tools.stream;

import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.RecordInput;
import io.streamspec.runtime.RecordReader;
import io.streamspec.xen.hvm.HvmReader;
import io.streamspec.xen.libvirtsave.LibvirtsaveReader;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.HvmContext;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxl.CheckpointEnd;
import io.streamspec.xen.libxl.Header;
import io.streamspec.xen.libxl.LibxlReader;
import io.streamspec.xen.suspend.Demu;
import io.streamspec.xen.suspend.LibxcLegacy;
import io.streamspec.xen.suspend.Signature;
import io.streamspec.xen.suspend.SuspendReader;
import io.streamspec.xen.xenstore.XenstoreReader;
import io.streamspec.xen.xlsave.XlsaveReader;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes through a stream, and through the streams inside of it, level by level. */
public final class StreamWalk {

    private static final String LIBXC = "libxc-migration-stream";
    private static final String LIBXL = "libxl-migration-stream";
    private static final String XL = "xl-save-file";
    private static final String LIBVIRT = "libvirt-save-header";
    private static final String HVM = "hvm-context";
    private static final String XENSTORE = "xenstore-migration";
    private static final String SUSPEND = "xenopsd-suspend-image";

    private final StreamVisitor visitor;

    /** Shows what is met to {@code visitor}. */
    public StreamWalk(StreamVisitor visitor) {
        this.visitor = visitor;
    }

    /**
     * Goes through a stream of this format, to its end.
     *
     * @throws FormatException if something is wrong that leaves nothing more to be read
     */
    public void walk(RecordInput input, Format format) throws IOException {
        switch (format) {
            case XL_SAVE -> xl(input);
            case LIBVIRT_SAVE -> libvirt(input);
            case XENOPSD_IMAGE -> suspended(input);
            case LIBXC -> libxc(input);
            case LIBXL -> libxl(input);
            case XENSTORE -> xenstore(input);
            case HVM_CONTEXT -> hvm(Level.of("hvm", HVM, HvmReader.nested(input)));
            default ->
                throw new UnwalkableException("this is a " + format.title() + ", which cannot be walked through");
        }
    }

    private void xl(RecordInput input) throws IOException {
        visitor.at("xl", XL);
        XlsaveReader reader = XlsaveReader.nested(input);
        Level level = Level.of("xl", XL, reader);
        visitor.begin(level);
        visitor.header(level.path(), "header", 0, input.offset(), reader.header());
        if (visitor.isDone()) {
            return;
        } else if (!reader.hasLibxl()) {
            throw legacy("an xl save file");
        }
        libxl(level, reader.libxl(), input.offset());
    }

    private void libvirt(RecordInput input) throws IOException {
        visitor.at("libvirt", LIBVIRT);
        LibvirtsaveReader reader = LibvirtsaveReader.nested(input);
        Level level = Level.of("libvirt", LIBVIRT, reader);
        visitor.begin(level);
        visitor.header(level.path(), "header", 0, input.offset(), reader.header());
        if (visitor.isDone()) {
            return;
        } else if (!reader.hasLibxl()) {
            throw legacy("a libvirt save file");
        }
        libxl(level, reader.libxl(), input.offset());
    }

    private static UnwalkableException legacy(String around) {
        return new UnwalkableException("this is " + around + " around a legacy stream, which cannot be walked through");
    }

    private void suspended(RecordInput input) throws IOException {
        visitor.at("suspend", SUSPEND);
        SuspendReader reader = SuspendReader.nested(input);
        Level level = Level.of("suspend", SUSPEND, reader);
        visitor.begin(level);
        visitor.header(level.path(), "signature", 0, Signature.SIZE, reader.signature());
        while (!visitor.isDone() && reader.advance()) {
            visitor.record(level);
            requireWalkable(reader);
            if (!visitor.isDone() && reader.hasLibxc()) {
                libxc(level.inner("libxc", LIBXC, reader.libxc()), reader.bodyOffset());
                visitor.at(level.path(), SUSPEND);
            }
        }
        end(level);
    }

    /** Behind some records, something follows whose end only a program of its own can tell. */
    private void requireWalkable(SuspendReader reader) throws UnwalkableException {
        boolean isLegacy = reader.typeNumber() == LibxcLegacy.RECORD_TYPE;
        if (!visitor.isDone() && (isLegacy || reader.typeNumber() == Demu.RECORD_TYPE)) {
            String what = isLegacy ? "a legacy stream" : "the state of a graphics card";
            throw new UnwalkableException("octet " + reader.offset() + ", record " + reader.index() + " ("
                    + reader.typeName() + "): " + what + " follows, which cannot be walked through");
        }
    }

    private void libxc(RecordInput input) throws IOException {
        visitor.at("libxc", LIBXC);
        libxc(Level.of("libxc", LIBXC, LibxcReader.nested(input)), 0);
    }

    /** @param start where its headers are */
    private void libxc(Level level, long start) throws IOException {
        visitor.at(level.path(), LIBXC);
        beginLibxc(level, start);
        records(level);
        end(level);
    }

    private void beginLibxc(Level level, long start) throws IOException {
        LibxcReader reader = (LibxcReader) level.reader();
        visitor.begin(level);
        String path = level.path();
        visitor.header(path, "image_header", start, ImageHeader.SIZE, reader.imageHeader());
        visitor.header(path, "domain_header", start + ImageHeader.SIZE, DomainHeader.SIZE, reader.domainHeader());
    }

    private void libxl(RecordInput input) throws IOException {
        visitor.at("libxl#1", LIBXL);
        libxl(null, LibxlReader.nested(input), input.offset());
    }

    /** @param end where its header ends */
    private void libxl(@Nullable Level outer, LibxlReader reader, long end) throws IOException {
        Level level = outer == null ? Level.of("libxl", LIBXL, reader) : outer.inner("libxl", LIBXL, reader);
        level.round(1);
        visitor.at(level.path(), LIBXL);
        visitor.begin(level);
        visitor.header(level.path(), "header", end - Header.SIZE, Header.SIZE, reader.header());
        Level inner = null;
        while (!visitor.isDone() && reader.advance()) {
            visitor.record(level);
            if (reader.typeNumber() == CheckpointEnd.RECORD_TYPE) {
                level.round(level.round() + 1);
                visitor.at(level.path(), LIBXL);
            }
            if (!visitor.isDone() && reader.hasLibxc()) {
                inner = insideLibxl(level, reader, inner);
                visitor.at(level.path(), LIBXL);
            }
        }
        end(level);
    }

    /** Goes through the inner stream, as far as it goes here. */
    private Level insideLibxl(Level level, LibxlReader reader, @Nullable Level known) throws IOException {
        visitor.at(level.path() + "/libxc", LIBXC);
        LibxcReader libxc = reader.libxc();
        if (known != null && known.reader() == libxc) {
            visitor.resume(known);
            records(known);
            end(known);
            return known;
        }
        Level inner = level.inner("libxc", LIBXC, libxc);
        libxc(inner, reader.bodyOffset());
        return inner;
    }

    private void xenstore(RecordInput input) throws IOException {
        visitor.at("xenstore", XENSTORE);
        XenstoreReader reader = XenstoreReader.nested(input);
        Level level = Level.of("xenstore", XENSTORE, reader);
        visitor.begin(level);
        visitor.header(level.path(), "header", 0, io.streamspec.xen.xenstore.Header.SIZE, reader.header());
        records(level);
        end(level);
    }

    private void hvm(Level level) throws IOException {
        visitor.at(level.path(), HVM);
        visitor.begin(level);
        records(level);
        end(level);
    }

    private void end(Level level) throws IOException {
        if (!visitor.isDone()) {
            visitor.end(level);
        }
    }

    private void records(Level level) throws IOException {
        RecordReader<?> reader = level.reader();
        while (!visitor.isDone() && reader.advance()) {
            visitor.record(level);
            if (reader.typeNumber() == HvmContext.RECORD_TYPE && reader instanceof LibxcReader) {
                contents(level);
            }
        }
    }

    /** Goes through the HVM context in the body of a record. */
    private void contents(Level level) throws IOException {
        RecordReader<?> reader = level.reader();
        if (!visitor.isDone() && visitor.entersBodies() && reader.length() > 0) {
            visitor.at(level.path() + "/hvm", HVM);
            try {
                RecordInput body = reader.contents();
                Level context = level.contents("hvm", HVM, HvmReader.nested(body));
                hvm(context);
                if (!visitor.isDone() && !body.isAtEnd()) {
                    visitor.behind(context, body.offset(), reader.bodyOffset() + reader.length() - body.offset());
                }
            } catch (FormatException e) {
                String around = "record " + reader.index() + " (" + reader.typeName() + ")";
                if (!e.record()
                        .equals(Optional.of(around))) { // else the body breaks off, which is told of its own stream
                    visitor.fault(e);
                }
            }
            visitor.at(level.path(), LIBXC);
        }
    }
}
