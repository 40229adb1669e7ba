package io.streamspec.tools.stream;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ReadableByteChannel;

/** Unpacked octets as a channel. That the packed ones are damaged or cut short is told as such. */
final class UnpackedChannel implements ReadableByteChannel {

    private final InputStream octets;
    private final Packing packing;
    private final String name;
    private final byte[] some = new byte[64 * 1024];
    private boolean isOpen = true;

    UnpackedChannel(InputStream octets, Packing packing, String name) {
        this.name = name;
        this.octets = octets;
        this.packing = packing;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        try {
            int read = octets.read(some, 0, Math.min(some.length, target.remaining()));
            if (read > 0) {
                target.put(some, 0, read);
            }
            return read;
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (EOFException e) {
            throw new DamagedException(name + ": the " + packing + " file breaks off");
        } catch (IOException e) {
            throw new DamagedException(name + ": the " + packing + " file is damaged: " + e.getMessage());
        }
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    @Override
    public void close() throws IOException {
        isOpen = false;
        octets.close();
    }
}
