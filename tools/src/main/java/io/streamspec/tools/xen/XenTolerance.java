package io.streamspec.tools.xen;

import io.streamspec.runtime.Violation;
import java.util.Set;

/** What Xen's restorer does not look at, although the specifications let a reader refuse a stream for it. */
public final class XenTolerance {

    /** The bodies of records that have none, and values that it never reads. */
    private static final Set<String> UNCHECKED = Set.of(
            "end.layout",
            "static_data_end.layout",
            "verify.layout",
            "checkpoint.layout",
            "libxc_context.layout",
            "checkpoint_end.layout",
            "checkpoint_state.layout",
            "domain_header.page_shift_at_most_27",
            "order.x86_cpuid_policy_before_static_data_end",
            "order.x86_msr_policy_before_static_data_end");

    /** What it takes wherever it stands, and then does not use. */
    private static final Set<String> POLICIES = Set.of("X86_CPUID_POLICY", "X86_MSR_POLICY");

    private XenTolerance() {}

    /** Whether it takes a stream that breaks this rule so. */
    public static boolean tolerates(Violation violation) {
        String rule = violation.rule();
        boolean hasNoState = rule.equals("checkpoint_state.layout")
                && violation.found().startsWith("truncated"); // which it reads without asking for the length
        return UNCHECKED.contains(rule) && !hasNoState
                || rule.startsWith("order.x86_") && POLICIES.contains(violation.record())
                || rule.startsWith("order.x86_")
                        && rule.endsWith("_v2")
                        && violation.record().equals("STATIC_DATA_END");
    }
}
