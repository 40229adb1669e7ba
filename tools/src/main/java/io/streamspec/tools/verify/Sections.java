package io.streamspec.tools.verify;

import io.streamspec.xen.hvm.HvmRules;
import io.streamspec.xen.libvirtsave.LibvirtsaveRules;
import io.streamspec.xen.libxc.LibxcRules;
import io.streamspec.xen.libxl.LibxlRules;
import io.streamspec.xen.suspend.SuspendRules;
import io.streamspec.xen.xenstore.XenstoreRules;
import io.streamspec.xen.xlsave.XlsaveRules;

/** Where the rules stand that are reported by their ids. */
final class Sections {

    private Sections() {}

    /** The heading under which this document has this rule; empty if it has no such rule. */
    static String of(String document, String rule) {
        return switch (document) {
            case "libxc-migration-stream" -> LibxcRules.section(rule);
            case "libxl-migration-stream" -> LibxlRules.section(rule);
            case "hvm-context" -> HvmRules.section(rule);
            case "xenstore-migration" -> XenstoreRules.section(rule);
            case "xl-save-file" -> XlsaveRules.section(rule);
            case "libvirt-save-header" -> LibvirtsaveRules.section(rule);
            case "xenopsd-suspend-image" -> SuspendRules.section(rule);
            default -> "";
        };
    }
}
