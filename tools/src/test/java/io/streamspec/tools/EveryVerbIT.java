package io.streamspec.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.tools.corpus.BadStreams;
import io.streamspec.tools.corpus.Bytes;
import io.streamspec.tools.corpus.SmallStreams;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every command about streams takes every stream: those written by hand, the small ones, the wrong ones. It does what it is
 * for, or says in a line why not, and then leaves nothing.
 */
class EveryVerbIT {

    private static final Path GOLDEN = Path.of("../generated-runtime/target/streams");

    /** Of the wrong streams, each command gets every so many; in a long run all. */
    private static final int STEP = Boolean.getBoolean("streamspec.long") ? 1 : 24;

    private static final Set<Integer> EXPECTED = Set.of(0, ExitCode.FAULTY_INPUT, ExitCode.USAGE);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private static Map<String, byte[]> sound() throws IOException {
        Map<String, byte[]> streams = new LinkedHashMap<>();
        SmallStreams.all().forEach((name, sample) -> streams.put(name, sample.octets()));
        try (Stream<Path> files = Files.list(GOLDEN)) {
            for (Path file : files.sorted().toList()) {
                streams.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        Bytes legacy = Bytes.little().u32(0x1000).u32(2).u32(0).u32(1).zeroes(64);
        streams.put("legacy", legacy.array());
        streams.put("qemu", Bytes.little().text("QEVM").u32(3).array());
        streams.put("empty", new byte[0]);
        streams.put("text", "root:x:0:0:root:/root:/bin/bash".getBytes());
        return streams;
    }

    @Test
    void the_streams_written_by_hand_are_there() throws IOException {
        assertThat(sound()).containsKeys("libxl-v2-hvm", "xenopsd-legacy", "xl-legacy", "hvm-short-bodies");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identify IN",
                "identify --json IN",
                "verify IN",
                "verify --profile strict --trailing error --json IN",
                "verify --profile xen --trailing ignore IN",
                "inspect IN",
                "inspect --fields IN",
                "inspect --json IN",
                "inspect --hex IN",
                "inspect --stats IN",
                "inspect --stats --json IN",
                "inspect --html OUT IN",
                "compare IN IN",
                "compare --json IN IN",
                "memory --out OUT IN",
                "memory --as elf --page-tables translated --out OUT IN",
                "memory --as lime --partial --out OUT IN",
                "memory --page 0 IN",
                "get IN libxc/domain_header.type libxc/image_header.options.endianness",
                "get --all IN libxc/PAGE_DATA.pfn[0].type",
                "get --config IN",
                "get --device-model --out OUT IN",
                "set --out OUT IN libxc/X86_TSC_INFO.khz=5",
                "set --out OUT --force IN libxc/domain_header.xen_minor=5",
                "split --unwrap --out OUT IN",
                "split --strip-pages --keep 1 --out OUT IN",
                "split --drop-optional --out OUT IN",
                "join --libxl --out OUT IN",
                "join --xl --out OUT IN",
                "join --to-v3 --out OUT IN"
            })
    void a_command_takes_every_stream(String command) throws IOException {
        Set<Integer> exitCodes = new TreeSet<>();
        for (Map.Entry<String, byte[]> stream : sound().entrySet()) {
            exitCodes.add(check(command, stream.getKey(), stream.getValue()));
        }
        List<BadStreams.Case> bad = BadStreams.all();
        for (int i = Math.floorMod(command.hashCode(), STEP); i < bad.size(); i += STEP) {
            exitCodes.add(check(command, bad.get(i).name(), bad.get(i).octets()));
        }
        assertThat(exitCodes).as("it works, and not on everything").contains(0).hasSizeGreaterThan(1);
    }

    private int check(String command, String name, byte[] octets) throws IOException {
        Path in = Files.write(folder.resolve("in"), octets);
        Path result = folder.resolve("out");
        Files.deleteIfExists(result);
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> words = new ArrayList<>();
        for (String word : command.split(" ")) {
            words.add(word.equals("IN") ? in.toString() : word.equals("OUT") ? result.toString() : word);
        }
        int exitCode = Streamspec.run(new PrintWriter(out), new PrintWriter(err, true), words.toArray(String[]::new));
        String what = command + " of " + name + " ends with " + exitCode + ": " + err;
        assertThat(exitCode).as(what).isIn(EXPECTED);
        assertThat(out + "" + err).as(what).doesNotContain("\tat ").doesNotContain("Exception");
        if (exitCode != 0) {
            boolean isReport = command.contains("--html"); // of what there was up to the fault
            assertThat(Files.exists(result) && !isReport).as(what).isFalse();
            assertThat(out + "" + err).as(what).isNotBlank();
        } else if (words.contains(result.toString())) {
            assertThat(result).as(what).exists();
        }
        assertThat(folder.toFile().list()).as(what).hasSizeLessThanOrEqualTo(2);
        assertThat(in).as(what).hasBinaryContent(octets);
        return exitCode;
    }
}
