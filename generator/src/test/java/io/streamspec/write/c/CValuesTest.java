package io.streamspec.write.c;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.source.Diagnostics;
import io.streamspec.testing.Compiler;
import io.streamspec.testing.EveryKind;
import io.streamspec.testing.Specs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program reads records of every kind of field by the generated header. */
class CValuesTest {

    @TempDir
    private static Path folder;

    private static final String LITTLE = "54454c45 0000 0001 ";
    private static final String BIG = "54454c45 0001 0001 ";

    @BeforeAll
    static void compile() throws IOException {
        String header = CWriter.write(
                        List.of(Specs.read(EveryKind.document("extent", "words"))
                                .model()),
                        new Diagnostics())
                .get(0)
                .text();
        Files.writeString(folder.resolve("test.h"), header);
        try (InputStream in = Objects.requireNonNull(CValuesTest.class.getResourceAsStream("/programs/every_kind.c"))) {
            Files.write(folder.resolve("every_kind.c"), in.readAllBytes());
        }
        assertThat(Compiler.c().says(folder, "-O2", "every_kind.c", "-o", "every_kind"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0100 1600 03 01 0000 2a000000 0500 0000 0700 aabb ccdd 6b00 7600 0000 00000000,"
                + " 1: n 3 tag RED extra 42 word 5 0 7 blob aabb ccdd pair k=v; 0: end;",
        "0100 0400 00 02 0000 00000000, 1: n 0 tag BLUE; 0: end;",
        "0100 0400 ff 02 0000 00000000, 1: unsound;",
        "0100 0600 00 02 0000 6b6b 0000 00000000, 1: unsound;",
        "0200 0a00 0400000000000000 aabb 0000 00000000, 2: big 4 rest aabb; 0: end;",
        "0200 0900 0400000000000000 aa 000000 00000000, 2: unsound;",
        "0200 0800 0000000000000000 00000000, 2: unsound;",
        "0200 0800 ffffffffffffffff 00000000, 2: unsound;",
        "0080 0000 00000000, 32768: may be skipped; 0: end;",
        "0300 0000 00000000, 3: may not be skipped;",
        "0100 01ff 00000000, no record;",
        "0100, no record;"
    })
    void little_endian_records_hold_what_is_in_them(String hex, String told) {
        assertThat(told(LITTLE + hex)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "0002 000a 0000000000000004 aabb 0000 00000000, 2: big 4 rest aabb; 0: end;",
        "0001 000d 01 01 0000 0000002a 0000 6b 00 00 000000 00000000, 1: n 1 tag RED extra 42 word 0 pair k=; 0: end;"
    })
    void big_endian_records_hold_what_is_in_them(String hex, String told) {
        assertThat(told(BIG + hex)).isEqualTo(told);
    }

    private static String told(String hex) {
        List<String> command = Stream.concat(
                        Stream.of(folder.resolve("every_kind").toString()), Stream.of(hex.replace(" ", "")))
                .toList();
        return Compiler.run(folder, command).strip();
    }
}
