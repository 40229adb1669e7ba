package io.streamspec.tools.compare;

import io.streamspec.tools.stream.HvmParamNames;
import io.streamspec.xen.libxc.CpuidLeaf;
import io.streamspec.xen.libxc.HvmParams;
import io.streamspec.xen.libxc.MsrEntry;
import io.streamspec.xen.libxc.VcpuMsr;
import io.streamspec.xen.libxl.EmulatorXenstoreData.XenstoreKeyValueData;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the elements of lists are about, so that those that are about the same are compared, wherever they stand. */
final class Keys {

    /** The subleaf of a leaf that has none. */
    private static final long NO_SUBLEAF = 0xFFFF_FFFFL;

    private Keys() {}

    /** An element by its key, and what it says of it. */
    record Keyed(String key, List<Components.Named> rest) {}

    /** The key of an element; null if it has none but its place. */
    static @Nullable Keyed of(Record element) {
        if (element instanceof HvmParams.Param param) {
            return keyed(HvmParamNames.of(param.index()), element, "index");
        } else if (element instanceof CpuidLeaf leaf) {
            String subleaf = leaf.subleaf() == NO_SUBLEAF ? "" : "." + hex(leaf.subleaf());
            return keyed(hex(leaf.leaf()) + subleaf, element, "leaf", "subleaf");
        } else if (element instanceof MsrEntry entry) {
            return keyed(hex(entry.index()), element, "index");
        } else if (element instanceof VcpuMsr msr) {
            return keyed(hex(msr.index()), element, "index");
        } else if (element instanceof XenstoreKeyValueData data) {
            return keyed(String.valueOf(data.key()), element, "key");
        }
        return null;
    }

    private static Keyed keyed(String key, Record element, String... without) {
        Set<String> names = Set.of(without);
        return new Keyed(
                key,
                Components.of(element).stream()
                        .filter(component -> !names.contains(component.name()))
                        .toList());
    }

    private static String hex(long number) {
        return "0x" + Long.toHexString(number);
    }
}
