package io.streamspec.tools;

import io.streamspec.runtime.Octets;
import io.streamspec.tools.corpus.Samples;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.DomainHeaderType;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.HvmContext;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.StaticDataEnd;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs the usual commands once, from which the build learns the classes to keep ready for the next start. */
public final class Rehearsal {

    private static final String LIBXC = "../spec/libxc-migration-stream.pandoc";
    private static final String LIBXL = "../spec/libxl-migration-stream.pandoc";

    private Rehearsal() {}

    /** Leaves what it writes in the folder that the argument names. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of(arguments[0])), "run");
        Path image = folder.resolve("image");
        nowhere().print(Main.class); // ends the process, and cannot be run here
        writeImage(image);
        run("generate", "--lint", LIBXC, LIBXL, "--java", folder.resolve("java"), "--package", "example");
        run("lint", LIBXC, LIBXL);
        run("format", "--check", LIBXL);
        run("diff", "../spec/older/2/libxc-migration-stream.pandoc", LIBXC);
        run("export", LIBXL, "--as", "json");
        run("inspect", image);
        PlainCommands.run(nowhere(), nowhere(), "identify", image.toString());
        PlainCommands.run(nowhere(), nowhere(), "verify", image.toString());
        run("verify", "--json", "--profile", "xen", image);
        run("memory", image, "--out", folder.resolve("memory"), "--as", "elf");
        run("compare", image, image);
        run("get", image, "libxc/domain_header.xen_minor");
    }

    private static void run(Object... words) {
        String[] arguments =
                java.util.Arrays.stream(words).map(Object::toString).toArray(String[]::new);
        Streamspec.run(nowhere(), nowhere(), arguments);
    }

    private static PrintWriter nowhere() {
        return new PrintWriter(PrintWriter.nullWriter());
    }

    private static void writeImage(Path file) throws IOException {
        ImageHeader image = new ImageHeader(3, ImageHeader.Options.of(false));
        try (LibxcWriter to = LibxcWriter.create(file, image, new DomainHeader(DomainHeaderType.X86_HVM, 12, 4, 22))) {
            to.write(new StaticDataEnd())
                    .write(new HvmContext(Octets.of(Samples.hvmContext().array())))
                    .write(new End());
        }
    }
}
