package io.streamspec.tools.verify;

import io.streamspec.runtime.Violation;
import io.streamspec.tools.xen.XenTolerance;

/** How much it weighs that a rule of a specification is broken, by the profile. */
final class Judge {

    private Judge() {}

    static Severity severity(Violation violation, Profile profile) {
        if (violation.must()) {
            return profile == Profile.XEN && XenTolerance.tolerates(violation) ? Severity.NOTE : Severity.ERROR;
        }
        if (isReserved(violation.rule())) {
            return profile == Profile.STRICT ? Severity.ERROR : Severity.NOTE;
        }
        if (violation.rule().endsWith(".known")) {
            return profile == Profile.STRICT ? Severity.ERROR : Severity.WARNING;
        }
        return profile == Profile.XEN ? Severity.NOTE : Severity.WARNING;
    }

    /** Whether the rule asks for zeroes: in reserved octets, in reserved bits, in padding. */
    private static boolean isReserved(String rule) {
        return rule.endsWith(".zero") || rule.endsWith(".reserved");
    }
}
