package io.streamspec.tools.stream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Streams that come through sockets: {@code tcp:HOST:PORT} and {@code unix:PATH} connect, {@code tcp-listen:PORT} and
 * {@code unix-listen:PATH} wait for one who does. Listening by TCP is for this machine alone, unless an address says more:
 * {@code tcp-listen:ADDRESS:PORT}.
 */
final class Sockets {

    private static final String TCP = "tcp:";
    private static final String UNIX = "unix:";
    private static final String TCP_LISTEN = "tcp-listen:";
    private static final String UNIX_LISTEN = "unix-listen:";
    private static final int HIGHEST_PORT = 0xFFFF;

    private Sockets() {}

    /** Whether this is the address of a socket. */
    static boolean isAddress(String name) {
        return name.startsWith(TCP)
                || name.startsWith(UNIX)
                || name.startsWith(TCP_LISTEN)
                || name.startsWith(UNIX_LISTEN);
    }

    /** The stream at this address; null if it is no address of a socket. */
    static @Nullable ReadableByteChannel open(String name) throws IOException {
        try {
            return opened(name);
        } catch (SocketException | UnknownHostException e) {
            String reason = e instanceof UnknownHostException ? "there is no such host" : e.getMessage();
            throw new FileSystemException(name, null, reason);
        }
    }

    private static @Nullable ReadableByteChannel opened(String name) throws IOException {
        if (name.startsWith(TCP)) {
            return SocketChannel.open(address(name.substring(TCP.length()), name));
        } else if (name.startsWith(UNIX)) {
            return SocketChannel.open(UnixDomainSocketAddress.of(name.substring(UNIX.length())));
        } else if (name.startsWith(TCP_LISTEN)) {
            return accept(address(name.substring(TCP_LISTEN.length()), name));
        } else if (name.startsWith(UNIX_LISTEN)) {
            return acceptLocal(Path.of(name.substring(UNIX_LISTEN.length())));
        }
        return null;
    }

    private static InetSocketAddress address(String text, String name) throws IOException {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "" : text.substring(0, colon);
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (port > 0 && port <= HIGHEST_PORT) {
                return host.isEmpty()
                        ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
                        : new InetSocketAddress(InetAddress.getByName(host), port);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IOException(name + ": the last part is no port, which is a number from 1 to " + HIGHEST_PORT);
    }

    private static SocketChannel accept(SocketAddress address) throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            return server.bind(address).accept();
        }
    }

    private static SocketChannel acceptLocal(Path path) throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));
            try {
                return server.accept();
            } finally {
                Files.deleteIfExists(path); // which bind has made: it takes no place where something is
            }
        }
    }
}
