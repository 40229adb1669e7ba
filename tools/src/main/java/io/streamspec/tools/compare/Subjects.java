package io.streamspec.tools.compare;

import io.streamspec.runtime.RecordReader;
import io.streamspec.xen.hvm.HvmReader;
import io.streamspec.xen.libxc.X86PvP2mFrames;
import io.streamspec.xen.libxl.EmulatorContext;
import io.streamspec.xen.libxl.EmulatorXenstoreData;
import io.streamspec.xen.xenstore.ConnectionData;
import io.streamspec.xen.xenstore.DomainData;
import io.streamspec.xen.xenstore.NodeData;
import io.streamspec.xen.xenstore.TransactionData;
import io.streamspec.xen.xenstore.WatchData;
import io.streamspec.xen.xenstore.WatchDataExtended;

/** What a record is about, other records of its type being about others. */
final class Subjects {

    private static final String VCPU = "vcpu_id";

    private Subjects() {}

    /** {@code [1]} of the record of vCPU 1; empty if there is one of its type alone. */
    static String of(Record record, RecordReader<?> reader) {
        String subject = number(record, reader);
        return subject.isEmpty() ? vcpu(record) : "[" + subject + "]";
    }

    private static String number(Record record, RecordReader<?> reader) {
        if (reader instanceof HvmReader entries) {
            return String.valueOf(entries.instance());
        } else if (record instanceof X86PvP2mFrames frames) {
            return String.valueOf(frames.p2mStartPfn());
        } else if (record instanceof EmulatorXenstoreData data) {
            return String.valueOf(data.index());
        } else if (record instanceof EmulatorContext context) {
            return String.valueOf(context.index());
        }
        return ofXenstore(record);
    }

    /** Nodes go by their path, and those that a transaction has changed by that too. */
    private static String ofXenstore(Record record) {
        if (record instanceof NodeData node) {
            String transaction = node.connId() == 0 && node.txId() == 0 ? "" : node.connId() + "." + node.txId() + " ";
            return transaction + text(node.path());
        } else if (record instanceof ConnectionData connection) {
            return String.valueOf(connection.connId());
        } else if (record instanceof WatchData watch) {
            return watch.connId() + " " + text(watch.wpath()) + " " + text(watch.token());
        } else if (record instanceof WatchDataExtended watch) {
            return watch.connId() + " " + text(watch.wpath()) + " " + text(watch.token());
        } else if (record instanceof TransactionData transaction) {
            return transaction.connId() + "." + transaction.txId();
        }
        return record instanceof DomainData domain ? String.valueOf(domain.domid()) : "";
    }

    /** Without the zero octet at its end. */
    private static String text(String text) {
        return text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
    }

    private static String vcpu(Record record) {
        for (Components.Named component : Components.of(record)) {
            if (component.name().equals(VCPU)) {
                return "[" + component.value() + "]";
            }
        }
        return "";
    }
}
