package io.streamspec.tools.verify;

import io.streamspec.runtime.Violation;
import java.util.Set;

/** What Xen's restorer does not look at, although the specifications let a reader refuse a stream for it. */
final class XenTolerance {

    /** The length of bodies that have no content, and of X86_PV_INFO beyond its 8 octets. */
    private static final Set<String> UNCHECKED = Set.of(
            "end.layout",
            "static_data_end.layout",
            "verify.layout",
            "checkpoint.layout",
            "libxc_context.layout",
            "checkpoint_end.layout");

    private XenTolerance() {}

    static boolean tolerates(Violation violation) {
        return UNCHECKED.contains(violation.rule());
    }
}
