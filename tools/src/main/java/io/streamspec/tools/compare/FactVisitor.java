package io.streamspec.tools.compare;

import io.streamspec.runtime.RecordReader;
import io.streamspec.tools.stream.Level;
import io.streamspec.tools.stream.StreamVisitor;
import io.streamspec.xen.hvm.HvmReader;
import io.streamspec.xen.libxc.HvmParams;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.X86PvVcpuBasic;
import java.io.IOException;

/**
 * Collects what the headers and records of a stream say, pages aside. A record that comes again replaces the one before, as
 * it does when a guest is restored, unless it is about something else: another vCPU, another instance, other parameters.
 */
final class FactVisitor implements StreamVisitor {

    private final Facts facts;

    FactVisitor(Facts facts) {
        this.facts = facts;
    }

    /** What the entries of an HVM context say with names need not be said as octets, if there is nothing behind them. */
    @Override
    public void end(Level level) throws IOException {
        if (level.reader() instanceof HvmReader reader && level.outer() != null && !reader.isFollowed()) {
            facts.forget(name(level.outer()));
        }
    }

    @Override
    public void header(String path, String name, long offset, long size, Record header) {
        String level = path.substring(path.lastIndexOf('/') + 1);
        int round = level.indexOf('#');
        facts.add((round < 0 ? level : level.substring(0, round)) + "/" + name, header);
    }

    @Override
    public void record(Level level) throws IOException {
        RecordReader<?> reader = level.reader();
        if (reader instanceof LibxcReader && reader.typeNumber() == PageData.RECORD_TYPE) {
            return;
        }
        Record record = (Record) reader.record();
        String name = name(level) + Subjects.of(record, reader);
        if (!(record instanceof HvmParams)) {
            facts.forget(name);
        }
        if (record instanceof X86PvVcpuBasic vcpu
                && PvContext.isKnown(vcpu.context().size())) {
            facts.add(name, PvContext.of(vcpu.context()));
        } else {
            facts.add(name, record);
        }
    }

    private static String name(Level level) {
        return level.name() + "/" + level.reader().typeName();
    }
}
