package io.streamspec.write.kaitai;

import io.streamspec.source.DiagnosticId;

/** What goes wrong in this stage. */
final class Faults {

    static final DiagnosticId KAITAI_UNSUPPORTED = DiagnosticId.note("kaitai-unsupported");

    private Faults() {}
}
