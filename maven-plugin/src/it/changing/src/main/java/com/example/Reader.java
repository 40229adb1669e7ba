package com.example;

import com.example.telemetry.Note;
import com.example.telemetry.TelemetryRecord;

/** Code that uses a record, and must not compile when the document no longer has it. */
final class Reader {

    private Reader() {}

    static boolean isNote(TelemetryRecord record) {
        return record instanceof Note;
    }
}
