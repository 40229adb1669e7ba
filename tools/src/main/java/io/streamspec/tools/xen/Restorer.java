package io.streamspec.tools.xen;

import io.streamspec.xen.libxc.Checkpoint;
import io.streamspec.xen.libxc.CpuidLeaf;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.MsrEntry;
import io.streamspec.xen.libxc.StaticDataEnd;
import io.streamspec.xen.libxc.X86CpuidPolicy;
import io.streamspec.xen.libxc.X86MsrPolicy;
import java.io.IOException;

/** What Xen's restorer asks of the records of every guest. */
abstract class Restorer {

    private static final long OPTIONAL = 0x8000_0000L;
    private static final int MOST_LEAVES = 120;
    private static final int FIRST_STATIC_VERSION = 3;

    final LibxcReader reader;
    final Spot spot;
    private boolean hasCheckpoint;
    private boolean hasStaticDataEnd;

    Restorer(LibxcReader reader, Spot spot) {
        this.reader = reader;
        this.spot = spot;
    }

    /** Looks at the record that the reader stands on. */
    final void record() throws IOException {
        long type = reader.typeNumber();
        if ((type & OPTIONAL) != 0 && hasCheckpoint) {
            spot.refuse(XenRule.NO_OPTIONAL_IN_CHECKPOINT, "type", "a known type", reader.typeName());
        }
        if (type == StaticDataEnd.RECORD_TYPE) {
            endStaticData(false);
        } else if (impliesStaticDataEnd(type) && isOld() && !hasStaticDataEnd) {
            endStaticData(true);
        } else if (type == X86CpuidPolicy.RECORD_TYPE && isSound()) {
            checkLeaves();
        } else if (type == X86MsrPolicy.RECORD_TYPE && isSound()) {
            checkMsrs();
        }
        own(type);
        if (type == End.RECORD_TYPE || type == Checkpoint.RECORD_TYPE) {
            hasCheckpoint = true;
            complete();
        }
    }

    /** Whether a stream of version 2 has its static data behind it when a record of this type comes. */
    abstract boolean impliesStaticDataEnd(long type);

    /** Looks at the current record, if it is one of this kind of guest's own. */
    abstract void own(long type) throws IOException;

    /** All that the guest needs has to be there. */
    abstract void complete();

    /** Whether the record can be decoded; what cannot has been told of already. */
    final boolean isSound() throws IOException {
        try {
            reader.record();
            return true;
        } catch (io.streamspec.runtime.FormatException e) {
            return false;
        }
    }

    private boolean isOld() {
        return reader.imageHeader().version() < FIRST_STATIC_VERSION;
    }

    private void endStaticData(boolean isImplied) {
        if (hasStaticDataEnd && isOld() && !isImplied) {
            spot.refuse(XenRule.STATIC_DATA_ENDS_ONCE, "", "none behind the first page or P2M", "STATIC_DATA_END");
        }
        hasStaticDataEnd = true;
    }

    private void checkLeaves() throws IOException {
        X86CpuidPolicy policy = (X86CpuidPolicy) reader.record();
        if (policy.cpuidPolicy().size() > MOST_LEAVES) {
            String found = String.valueOf(policy.cpuidPolicy().size());
            spot.refuse(XenRule.CPUID_COUNT, "CPUID_policy", "at most " + MOST_LEAVES, found);
        }
        int i = 0;
        for (CpuidLeaf leaf : policy.cpuidPolicy()) {
            if (!Hypervisor.takes(leaf)) {
                String found =
                        "leaf 0x" + Long.toHexString(leaf.leaf()) + ", subleaf 0x" + Long.toHexString(leaf.subleaf());
                spot.refuse(
                        XenRule.CPUID_LEAF,
                        "CPUID_policy[" + i + "]",
                        "a leaf that Xen knows, with subleaf 0xffffffff if it has none",
                        found);
            }
            i++;
        }
    }

    private void checkMsrs() throws IOException {
        int i = 0;
        for (MsrEntry entry : ((X86MsrPolicy) reader.record()).msrPolicy()) {
            if (!Hypervisor.takes(entry)) {
                String found = "0x" + Long.toHexString(entry.index()) + ", flags 0x" + Long.toHexString(entry.flags());
                spot.refuse(XenRule.POLICY_MSR, "MSR_policy[" + i + "]", "0xce or 0x10a, flags 0x0", found);
            }
            i++;
        }
    }
}
