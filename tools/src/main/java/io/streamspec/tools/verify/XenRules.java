package io.streamspec.tools.verify;

import io.streamspec.tools.stream.StreamVisitor;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.ImageHeader;

/** What Xen's own restorer asks beyond the specifications. */
final class XenRules implements StreamVisitor {

    private static final String DOCUMENT = "xen";
    private static final int PAGE_SHIFT = 12;

    private final Findings findings;

    XenRules(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void header(String path, String name, long offset, long size, Record header) {
        if (header instanceof ImageHeader image && image.options().endianness()) {
            refuse(offset + 16, path + "/" + name + ".options", "xen.little_endian", "little-endian", "big-endian");
        } else if (header instanceof DomainHeader domain && domain.pageShift() != PAGE_SHIFT) {
            String found = String.valueOf(domain.pageShift());
            refuse(offset + 4, path + "/" + name + ".page_shift", "xen.page_shift", "12", found);
        }
    }

    private void refuse(long offset, String path, String rule, String expected, String found) {
        findings.add(new Finding(Severity.ERROR, offset, path, -1, DOCUMENT, "", rule, expected, found));
    }
}
