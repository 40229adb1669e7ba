package io.streamspec.tools.inspect;

import io.streamspec.runtime.RecordInput;
import io.streamspec.runtime.Validation;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxl.Header;
import io.streamspec.xen.libxl.LibxcContext;
import io.streamspec.xen.libxl.LibxlReader;
import io.streamspec.xen.libxl.RecordOverviewHeader;
import java.io.IOException;

/** Goes through a stream, and through the stream inside of it. */
final class StreamWalk {

    private static final String INNER = "libxc/";

    /** The octets of a record's head. */
    private static final int HEAD = RecordOverviewHeader.SIZE;

    private StreamWalk() {}

    static void libxc(RecordInput input, RecordPrinter printer, Validation validation) throws IOException {
        LibxcReader reader = LibxcReader.nested(input);
        reader.validate(validation);
        headers(reader, 0, "", printer);
        records(reader, "", printer);
    }

    static void libxl(RecordInput input, RecordPrinter printer, Validation validation) throws IOException {
        LibxlReader reader = LibxlReader.nested(input);
        reader.validate(validation);
        printer.print(0, "", "header", Header.SIZE, reader.header());
        while (reader.advance()) {
            printer.print(reader.offset(), "", reader.type().toString(), reader.length(), (Record) reader.record());
            if (reader.hasLibxc()) {
                if (reader.typeNumber() == LibxcContext.RECORD_TYPE) {
                    headers(reader.libxc(), reader.offset() + HEAD, INNER, printer);
                }
                records(reader.libxc(), INNER, printer);
            }
        }
    }

    private static void headers(LibxcReader reader, long start, String path, RecordPrinter printer) throws IOException {
        printer.print(start, path, "image_header", ImageHeader.SIZE, reader.imageHeader());
        printer.print(start + ImageHeader.SIZE, path, "domain_header", DomainHeader.SIZE, reader.domainHeader());
    }

    private static void records(LibxcReader reader, String path, RecordPrinter printer) throws IOException {
        while (reader.advance()) {
            printer.print(reader.offset(), path, reader.type().toString(), reader.length(), (Record) reader.record());
        }
    }
}
