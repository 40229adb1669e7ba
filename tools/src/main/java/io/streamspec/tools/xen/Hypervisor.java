package io.streamspec.tools.xen;

import io.streamspec.xen.libxc.CpuidLeaf;
import io.streamspec.xen.libxc.MsrEntry;

/** Which values the hypervisor takes from a restorer. */
final class Hypervisor {

    private static final long NO_SUBLEAF = 0xFFFF_FFFFL;
    private static final long LAST_BASIC_LEAF = 0xD;
    private static final long FIRST_HYPERVISOR_LEAF = 0x4000_0000L;
    private static final long SECOND_HYPERVISOR_LEAF = 0x4000_0100L;
    private static final long FIRST_EXTENDED_LEAF = 0x8000_0000L;
    private static final long LAST_EXTENDED_LEAF = 0x8000_0021L;
    private static final long PLATFORM_INFO = 0xCE;
    private static final long ARCH_CAPABILITIES = 0x10A;
    private static final long PARAMS = 39;

    private Hypervisor() {}

    static boolean takes(CpuidLeaf leaf) {
        long number = leaf.leaf();
        if (number <= LAST_BASIC_LEAF) {
            long most = subleaves(number);
            return most == 0 ? leaf.subleaf() == NO_SUBLEAF : leaf.subleaf() < most;
        }
        boolean isOther = number == FIRST_HYPERVISOR_LEAF
                || number == SECOND_HYPERVISOR_LEAF
                || number >= FIRST_EXTENDED_LEAF && number <= LAST_EXTENDED_LEAF;
        return isOther && leaf.subleaf() == NO_SUBLEAF;
    }

    /** How many subleaves a basic leaf has; 0 if it has none. */
    private static long subleaves(long leaf) {
        return switch ((int) leaf) {
            case 0x4 -> 6;
            case 0x7 -> 3;
            case 0xB -> 2;
            case 0xD -> 63;
            default -> 0;
        };
    }

    /** Whether an MSR may be part of a policy. */
    static boolean takes(MsrEntry entry) {
        return entry.flags() == 0 && (entry.index() == PLATFORM_INFO || entry.index() == ARCH_CAPABILITIES);
    }

    /** Whether a PV vCPU may have an MSR: SPEC_CTRL, MISC_FEATURES_ENABLES, TSC_AUX and the masks of breakpoints. */
    static boolean takesOfPv(long msr) {
        return msr == 0x48
                || msr == 0x140
                || msr == 0xC000_0103L
                || msr == 0xC001_1027L
                || msr >= 0xC001_1019L && msr <= 0xC001_101BL;
    }

    /** Whether an HVM parameter may be set; the restorer itself passes over the obsolete PAE_ENABLED. */
    static boolean takesParam(long index) {
        boolean isGone = index == 13 || index >= 20 && index <= 26 || index == 30;
        return index >= 0 && index < PARAMS && !isGone;
    }
}
