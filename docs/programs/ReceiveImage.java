import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.Validation;
import io.streamspec.runtime.Violation;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.StaticDataEnd;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Waits on a port for an image and checks it while it arrives, as strictly as the specification is with writers. */
class ReceiveImage {

    public static void main(String[] arguments) throws IOException {
        Validation validation = Validation.strict().limit(20);
        int port = Integer.parseInt(arguments[0]);
        try (ServerSocketChannel server = ServerSocketChannel.open()
                        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                SocketChannel sender = server.accept();
                LibxcReader in = LibxcReader.from(sender)) {
            in.validate(validation);
            long records = 0;
            while (in.advance()) { // advancing checks
                if (in.state().filter(state -> state.isImplied(StaticDataEnd.RECORD_TYPE)).isPresent()) {
                    System.out.println("record " + records + ": STATIC_DATA_END went without saying before it");
                }
                records++;
            }
            System.out.println("received " + records + " records");
        } catch (FormatException e) { // what leaves nothing more to be read is thrown, not collected
            System.out.println(e.getMessage());
        }
        for (Violation violation : validation.violations()) {
            System.out.println(violation);
        }
    }
}
