package io.streamspec.tools.xen;

import java.util.Locale;

/** What Xen's restorer asks of a stream that the specifications do not, at the time of Xen 4.23. */
public enum XenRule {
    /** Neither libxc nor libxl reads a big-endian stream. */
    LITTLE_ENDIAN("the stream is little-endian"),
    /** Pages have 4096 octets. */
    PAGE_SIZE("page_shift is 12"),
    /** A libxl record of an unknown type is refused, optional or not. */
    NO_OPTIONAL_LIBXL("libxl records are of known types, optional ones too"),
    /** An optional libxc record of an unknown type is refused where records are kept until a checkpoint is complete. */
    NO_OPTIONAL_IN_CHECKPOINT("behind the first CHECKPOINT, libxc records are of known types, optional ones too"),
    /** A PV guest has no device model. */
    EMULATOR_HVM_ONLY("records of an emulator are of HVM guests"),
    /** In streams of version 2 too, where it goes without saying when the first P2M_FRAMES or PAGE_DATA comes. */
    STATIC_DATA_ENDS_ONCE("STATIC_DATA_END comes at most once, and not behind where it goes without saying"),
    /** Of a PV guest. */
    PFN_WITHIN("a page of a PV guest lies within the P2M"),
    /** When a PV guest is complete. */
    P2M_PAGES("the pages that hold the P2M lie within it and are of type NOTAB"),
    /** When a PV guest is complete. */
    FIRST_VCPU("a PV guest has an X86_PV_VCPU_BASIC of vCPU 0"),
    /** After the guest's words; none at all is passed over. */
    BASIC_SIZE("an X86_PV_VCPU_BASIC has 2800 or 5168 octets behind its head, or none"),
    /** When a PV guest is complete. */
    CR3_PAGE("the page of cr3 is a page table of the guest's highest level"),
    /** When a PV guest is complete. */
    START_INFO_PAGE("the page of the start info, in rdx of vCPU 0, is of type NOTAB"),
    /** When a PV guest is complete. */
    GDT_ENTRIES("a vCPU has at most 7168 entries in its GDT"),
    /** When an HVM guest is complete. */
    CONTEXT("an HVM guest has an HVM_CONTEXT"),
    /** The others are refused by the hypervisor. */
    HVM_PARAM("an HVM parameter may be set"),
    /** The others are refused by the hypervisor. */
    CPUID_LEAF("a CPUID leaf is one that the hypervisor knows"),
    /** The hypervisor's array has no more. */
    CPUID_COUNT("there are at most 120 CPUID leaves"),
    /** The others are refused by the hypervisor. */
    POLICY_MSR("an MSR of a policy is PLATFORM_INFO or ARCH_CAPABILITIES, with flags of 0"),
    /** The others are refused by the hypervisor. */
    VCPU_MSR("an MSR of a PV vCPU is one of those that the hypervisor keeps"),
    /** What is neither empty nor an XSAVE area is refused by the hypervisor. */
    XSAVE_SIZE("X86_PV_VCPU_XSAVE has 16 octets, or 592 and more, behind its head"),
    /** What is shorter is refused by the hypervisor. */
    EXTENDED_SIZE("the extended context says itself that it has at least 32 octets");

    private final String text;

    XenRule(String text) {
        this.text = text;
    }

    /** {@code xen.page_size}. */
    public String id() {
        return "xen." + name().toLowerCase(Locale.ROOT);
    }

    /** What Xen asks. */
    public String text() {
        return text;
    }
}
