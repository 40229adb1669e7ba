package io.streamspec.tools.edit;

import io.streamspec.tools.Streamspec;
import io.streamspec.tools.corpus.Bytes;
import io.streamspec.tools.corpus.Sample;
import io.streamspec.tools.corpus.Samples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Runs commands on samples that lie in a folder. */
final class EditRun {

    private final Path folder;

    EditRun(Path folder) {
        this.folder = folder;
    }

    /** How a command ended. */
    record Ended(int exitCode, String out, String err) {}

    static Ended run(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] arguments = Arrays.stream(words).map(Object::toString).toArray(String[]::new);
        int exitCode = Streamspec.run(new PrintWriter(out), new PrintWriter(err, true), arguments);
        return new Ended(exitCode, out.toString().strip(), err.toString().strip());
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Path write(String name, byte[] octets) throws IOException {
        return Files.write(file(name), octets);
    }

    Path write(String name, Sample sample) throws IOException {
        return write(name, sample.octets());
    }

    /** What lies in the folder. */
    List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    /** Entries of an HVM context: a header, two processors whose CR3 is 0x1000 and 0x2000, a timer, and the end. */
    static Bytes hvmContext() {
        Bytes header = Bytes.little()
                .u16(1)
                .u16(0)
                .u32(24)
                .u32(0x54381286)
                .u32(1)
                .u64(-1)
                .u32(0x306C3)
                .u32(2_000_000);
        Bytes context = header;
        for (int vcpu = 0; vcpu < 2; vcpu++) {
            context.u16(2)
                    .u16(vcpu)
                    .u32(1032)
                    .zeroes(CR3)
                    .u64(0x1000L * (vcpu + 1))
                    .zeroes(1032 - CR3 - 8);
        }
        return context.u16(12).u16(0).u32(HPET).zeroes(HPET).u16(0).u16(0).u32(0);
    }

    private static final int CR3 = 512 + 20 * 8;
    private static final int HPET = 264;

    /** An HVM guest with that context. */
    static Sample hvm(int pageShift) {
        return Samples.hvm(pageShift).with("HVM_CONTEXT", Samples.record(9, hvmContext()));
    }

    /** A header of xl around a stream of libxl. */
    static Sample xl(Sample libxl, String config) {
        Bytes header = Bytes.little().hex("58656e20736176656420646f6d61696e2c20786c20666f726d61740a2000200d");
        header.u32(0x01020304)
                .u32(3)
                .u32(0)
                .u32(4 + config.length())
                .u32(config.length())
                .text(config);
        return Sample.empty().then("xl header", header).then(libxl);
    }

    /** The header of libvirt around a stream of libxl. */
    static Sample libvirt(Sample libxl, String xml) {
        Bytes header =
                Bytes.little().hex("6c6962766972742d786d6c0a2000200d").u32(2).u32(xml.length());
        return Sample.empty()
                .then("libvirt header", header.zeroes(40).text(xml))
                .then(libxl);
    }

    /** A suspend image around a stream of libxc. */
    static Sample suspended(Sample libxc, String state) {
        Bytes before = Bytes.little()
                .text("XenSavedDomv2-\n")
                .u64(0xF)
                .u64(state.length())
                .text(state)
                .u64(0xF0)
                .u64(0);
        Bytes behind =
                Bytes.little().u64(0xF00).u64(5).text("QEVM!").u64(0xFFFF).u64(0);
        return Sample.empty().then("suspend before", before).then(libxc).then("suspend behind", behind);
    }

    /** A big-endian HVM guest of few records. */
    static Sample big() {
        Bytes image = Bytes.big().u64(-1).u32(0x58454E46).u32(3).u16(1).u16(0).u32(0);
        Bytes params = Bytes.big().u32(1).u32(0).u64(17).u64(0xFEFFF);
        return Sample.empty()
                .then("image_header", image)
                .then("domain_header", Bytes.big().u32(2).u16(12).u16(0).u32(4).u32(22))
                .then("STATIC_DATA_END", Bytes.big().record(0x10, Bytes.big()))
                .then(
                        "X86_TSC_INFO",
                        Bytes.big()
                                .record(
                                        8,
                                        Bytes.big()
                                                .u32(1)
                                                .u32(2_000_000)
                                                .u64(1)
                                                .u32(1)
                                                .u32(0)))
                .then("HVM_PARAMS", Bytes.big().record(0xA, params))
                .then("END", Bytes.big().record(0, Bytes.big()));
    }
}
