package io.streamspec.tools.xen;

import io.streamspec.runtime.RecordReader;
import io.streamspec.tools.stream.Level;

/** Refuses the record that a stream is at. */
final class Spot {

    private final Level level;
    private final XenRules.Refusals refusals;

    Spot(Level level, XenRules.Refusals refusals) {
        this.level = level;
        this.refusals = refusals;
    }

    /** @param field what of the record; empty for all of it */
    void refuse(XenRule rule, String field, String expected, String found) {
        RecordReader<?> reader = level.reader();
        String place = level.path() + "/record " + reader.index() + " " + reader.typeName();
        refusals.refused(
                rule, reader.offset(), field.isEmpty() ? place : place + "." + field, reader.index(), expected, found);
    }
}
