package io.streamspec.tools.stream;

import java.util.Map;
import java.util.OptionalLong;

/** The parameters of an HVM guest by their index, as Xen's public headers number them. */
public final class HvmParamNames {

    private static final Map<Long, String> NAMES = Map.ofEntries(
            Map.entry(1L, "STORE_PFN"),
            Map.entry(2L, "STORE_EVTCHN"),
            Map.entry(4L, "PAE_ENABLED"),
            Map.entry(5L, "IOREQ_PFN"),
            Map.entry(6L, "BUFIOREQ_PFN"),
            Map.entry(9L, "VIRIDIAN"),
            Map.entry(10L, "TIMER_MODE"),
            Map.entry(11L, "HPET_ENABLED"),
            Map.entry(12L, "IDENT_PT"),
            Map.entry(14L, "ACPI_S_STATE"),
            Map.entry(15L, "VM86_TSS"),
            Map.entry(16L, "VPT_ALIGN"),
            Map.entry(17L, "CONSOLE_PFN"),
            Map.entry(18L, "CONSOLE_EVTCHN"),
            Map.entry(19L, "ACPI_IOPORTS_LOCATION"),
            Map.entry(27L, "PAGING_RING_PFN"),
            Map.entry(28L, "MONITOR_RING_PFN"),
            Map.entry(29L, "SHARING_RING_PFN"),
            Map.entry(31L, "TRIPLE_FAULT_REASON"),
            Map.entry(32L, "IOREQ_SERVER_PFN"),
            Map.entry(33L, "NR_IOREQ_SERVER_PAGES"),
            Map.entry(34L, "VM_GENERATION_ID_ADDR"),
            Map.entry(35L, "ALTP2M"),
            Map.entry(36L, "X87_FIP_WIDTH"),
            Map.entry(37L, "VM86_TSS_SIZED"),
            Map.entry(38L, "MCA_CAP"));

    private HvmParamNames() {}

    /** The name of a parameter; its index if it has none. */
    public static String of(long index) {
        return NAMES.getOrDefault(index, Long.toUnsignedString(index));
    }

    /** The index of the parameter of this name, whatever its case. */
    public static OptionalLong indexOf(String name) {
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().equalsIgnoreCase(name))
                .mapToLong(Map.Entry::getKey)
                .findFirst();
    }
}
