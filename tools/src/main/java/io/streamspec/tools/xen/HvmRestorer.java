package io.streamspec.tools.xen;

import io.streamspec.xen.libxc.HvmContext;
import io.streamspec.xen.libxc.HvmParams;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.PageData;
import java.io.IOException;

/** What Xen's restorer asks of an HVM guest. */
final class HvmRestorer extends Restorer {

    private boolean hasContext;

    HvmRestorer(LibxcReader reader, Spot spot) {
        super(reader, spot);
    }

    @Override
    boolean impliesStaticDataEnd(long type) {
        return type == PageData.RECORD_TYPE;
    }

    @Override
    void own(long type) throws IOException {
        if (type == HvmContext.RECORD_TYPE) {
            hasContext = true;
        } else if (type == HvmParams.RECORD_TYPE && isSound()) {
            int i = 0;
            for (HvmParams.Param param : ((HvmParams) reader.record()).param()) {
                if (!Hypervisor.takesParam(param.index())) {
                    String found = Long.toUnsignedString(param.index());
                    spot.refuse(XenRule.HVM_PARAM, "param[" + i + "].index", "a parameter that may be set", found);
                }
                i++;
            }
        }
    }

    @Override
    void complete() {
        if (!hasContext) {
            spot.refuse(XenRule.CONTEXT, "", "an HVM_CONTEXT before it", "none");
        }
    }
}
