package com.example.telemetry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.Scalars;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArchiveTest {

    private static final FileHeader HEADER = new FileHeader(FileHeader.Options.of(true), 0xFFFF_FFFFL);

    private static final List<TelemetryRecord> RECORDS = List.of(
            new Sample(SampleSensor.TEMPERATURE, Sample.State.of(false, 5), 1000, -1, Optional.empty(), Scalars.of(1, 2, 3)),
            new Sample(SampleSensor.of(99), Sample.State.of(true, 7), 0, 7, Optional.of(12L), Scalars.of()),
            new Note(List.of(new Note.Remarks("ann", "rain"), new Note.Remarks("", ""))),
            new End());

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TelemetryWriter writer = TelemetryWriter.to(out, HEADER)) {
            for (TelemetryRecord record : RECORDS) {
                writer.write(record);
            }
        }
        return out.toByteArray();
    }

    @Test
    void an_archive_is_read_as_it_was_written() throws IOException {
        TelemetryReader reader = TelemetryReader.from(new ByteArrayInputStream(archive()));
        assertEquals(HEADER, reader.fileHeader());
        List<TelemetryRecord> read = new ArrayList<>();
        while (reader.advance()) {
            read.add(reader.record());
        }
        assertEquals(RECORDS, read);
    }

    @Test
    void the_octets_are_those_that_the_document_draws() throws IOException {
        String expected = "54454c45 0001 0001 ffffffff 00000000" // header
                + "0001 001c 0001 0a 03 000003e8 ffffffffffffffff 00000001 00000002 00000003" // 28 octets
                + "0001 0014 0063 0f 00 00000000 0000000000000007 0000000c" // 20 octets
                + "0002 000b 616e6e 00 7261696e 0a 00 0a 00" // 11 octets and one of padding
                + "0000 0000";
        assertArrayEquals(HexFormat.of().parseHex(expected.replace(" ", "")), archive());
    }

    @Test
    void a_count_beyond_the_body_is_a_fault_with_its_offset() throws IOException {
        byte[] octets = archive();
        octets[16 + 4 + 3] = (byte) 200;
        TelemetryReader reader = TelemetryReader.from(new ByteArrayInputStream(octets));
        reader.advance();
        FormatException fault = assertThrows(FormatException.class, reader::record);
        assertEquals(36, fault.offset().orElse(-1));
    }
}
