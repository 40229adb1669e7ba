package io.streamspec.tools.xen;

import io.streamspec.runtime.RecordReader;
import io.streamspec.tools.stream.Level;
import io.streamspec.tools.stream.StreamVisitor;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.DomainHeaderType;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxl.EmulatorContext;
import io.streamspec.xen.libxl.EmulatorXenstoreData;
import io.streamspec.xen.libxl.Header;
import io.streamspec.xen.libxl.LibxlReader;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes along with a walk and tells where Xen's restorer would refuse the stream although its specification is observed. */
public final class XenRules implements StreamVisitor {

    private static final int PAGE_SHIFT = 12;

    /** Where an xl save file tells its byte order. */
    private static final int XL_BYTEORDER = 32;

    private static final Set<Long> EMULATOR = Set.of(EmulatorXenstoreData.RECORD_TYPE, EmulatorContext.RECORD_TYPE);
    private static final long OPTIONAL = 0x8000_0000L;

    private final Refusals refusals;
    private @Nullable Restorer restorer;
    private boolean isPv;

    /** Is told what Xen would refuse. */
    @FunctionalInterface
    public interface Refusals {

        /**
         * @param offset where, in octets from the start of the stream
         * @param place where, in words: {@code libxc/record 4 HVM_PARAMS.param[3]}
         * @param record the number of the record; -1 of a header
         */
        void refused(XenRule rule, long offset, String place, long record, String expected, String found);
    }

    /** Tells {@code refusals}. */
    public XenRules(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void header(String path, String name, long offset, long size, Record header) {
        if (header instanceof ImageHeader image && image.options().endianness()
                || header instanceof Header libxl && libxl.options().endianness()) {
            refuse(XenRule.LITTLE_ENDIAN, offset, path + "/" + name + ".options", "little-endian", "big-endian");
        } else if (header instanceof DomainHeader domain && domain.pageShift() != PAGE_SHIFT) {
            String found = String.valueOf(domain.pageShift());
            refuse(XenRule.PAGE_SIZE, offset, path + "/" + name + ".page_shift", "12", found);
        }
    }

    private void refuse(XenRule rule, long offset, String place, String expected, String found) {
        refusals.refused(rule, offset, place, -1, expected, found);
    }

    @Override
    public void begin(Level level) {
        if (level.name().equals("xl") && level.byteOrder() == ByteOrder.BIG_ENDIAN) {
            refuse(XenRule.LITTLE_ENDIAN, XL_BYTEORDER, "xl/header.byteorder", "little-endian", "big-endian");
        } else if (level.hasRecords() && level.reader() instanceof LibxcReader reader) {
            isPv = reader.domainHeader().type().equals(DomainHeaderType.X86_PV);
            Spot spot = new Spot(level, refusals);
            restorer = isPv ? new PvRestorer(reader, spot) : new HvmRestorer(reader, spot);
        }
    }

    @Override
    public void record(Level level) throws IOException {
        RecordReader<?> reader = level.reader();
        if (reader instanceof LibxcReader && restorer != null) {
            restorer.record();
        } else if (reader instanceof LibxlReader && (reader.typeNumber() & OPTIONAL) != 0) {
            new Spot(level, refusals).refuse(XenRule.NO_OPTIONAL_LIBXL, "type", "a known type", reader.typeName());
        } else if (isPv && reader instanceof LibxlReader && EMULATOR.contains(reader.typeNumber())) {
            new Spot(level, refusals).refuse(XenRule.EMULATOR_HVM_ONLY, "", "an HVM guest", "a PV guest");
        }
    }
}
