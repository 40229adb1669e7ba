package io.streamspec.tools.edit;

import io.streamspec.runtime.RecordInput;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxl.EmulatorContext;
import io.streamspec.xen.libxl.EmulatorXenstoreData;
import io.streamspec.xen.libxl.End;
import io.streamspec.xen.libxl.Header;
import io.streamspec.xen.libxl.LibxcContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** What a libxl stream has before and behind the libxc stream in it. */
final class LibxlWrapper {

    /** The two numbers of a device model, which its records begin with. */
    private static final int WHOSE = 8;

    /** What the specification allows a body. */
    private static final long MOST = 0x0800_0000;

    private final Splice to;
    private final long emulator;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

    /** @param emulator the number of the device model */
    LibxlWrapper(Splice to, long emulator) {
        this.to = to;
        this.emulator = emulator;
    }

    /** Whether the libxc stream that begins here is big-endian. */
    static boolean isBig(RecordInput libxc) throws IOException {
        ByteBuffer header = libxc.peek("image_header", ImageHeader.SIZE, ByteOrder.BIG_ENDIAN);
        return ImageHeader.options(header, 0).endianness();
    }

    /** Writes what comes before the libxc stream. */
    void begin(boolean isBig) throws IOException {
        order = isBig ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        ByteBuffer header = ByteBuffer.allocate(Header.SIZE);
        new Header(Header.Options.of(isBig, false)).encode(header, 0);
        to.put(header);
        to.put(Records.head(LibxcContext.RECORD_TYPE, 0, order));
    }

    /** Writes what comes behind it, with the state of a device model as far as there is any. */
    void end(@Nullable Path xenstore, @Nullable Path deviceModel) throws IOException {
        if (xenstore != null) {
            file(EmulatorXenstoreData.RECORD_TYPE, xenstore);
        }
        if (deviceModel != null) {
            file(EmulatorContext.RECORD_TYPE, deviceModel);
        }
        to.put(Records.head(End.RECORD_TYPE, 0, order));
    }

    private void file(long type, Path path) throws IOException {
        if (!Files.isRegularFile(path) && Files.exists(path)) {
            throw new FileSystemException(path.toString(), null, "is no file");
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = file.size();
            if (size > MOST - WHOSE) {
                throw new FileSystemException(path.toString(), null, "is too long for a record: " + size + " octets");
            }
            to.put(Records.head(type, WHOSE + size, order));
            to.put(ByteBuffer.allocate(WHOSE)
                    .order(order)
                    .putInt((int) emulator)
                    .putInt(0)
                    .flip());
            to.append(file, size);
            to.put(ByteBuffer.allocate(Records.padding(size)));
        }
    }
}
