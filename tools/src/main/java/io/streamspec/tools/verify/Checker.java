package io.streamspec.tools.verify;

import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.RecordReader;
import io.streamspec.runtime.Validation;
import io.streamspec.runtime.Violation;
import io.streamspec.tools.stream.Level;
import io.streamspec.tools.stream.Packing;
import io.streamspec.tools.stream.StreamVisitor;
import io.streamspec.tools.xen.Failover;
import io.streamspec.tools.xen.XenRule;
import io.streamspec.tools.xen.XenRules;
import io.streamspec.xen.libxl.EmulatorXenstoreData;
import io.streamspec.xen.libxl.LibxlReader;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Holds each stream that is walked against its specification, and counts what there is. */
final class Checker implements StreamVisitor {

    /** What the runtime reports of octets behind the last record, of which the options have more to say. */
    private static final String END = "order.end";

    private final Profile profile;
    private final Trailing trailing;
    private final Findings findings;
    private final Interruption interruption;
    private final Counts counts = new Counts();
    private final AtomicLong position = new AtomicLong();
    private final @Nullable StreamVisitor xen;
    private final Consumer<Violation> listener = new Consumer<>() { // no lambda: see Interruption
                @Override
                public void accept(Violation violation) {
                    take(violation);
                }
            };
    private final Failover failover = new Failover();
    private String path = "";
    private String document = "";

    Checker(VerifyOptions options, Findings findings, Interruption interruption) {
        this.profile = options.profile();
        this.trailing = options.trailing();
        this.findings = findings;
        this.interruption = interruption;
        this.xen = profile == Profile.XEN ? new XenRules(this::refused) : null;
    }

    /** How far the stream has been read; may be looked at by another thread. */
    AtomicLong position() {
        return position;
    }

    Counts counts() {
        return counts;
    }

    @Override
    public void at(String newPath, String newDocument) {
        path = newPath;
        document = newDocument;
    }

    @Override
    public void begin(Level level) throws IOException {
        level.validate(Validation.strict().limit(0).tellTo(listener));
        if (xen != null) {
            xen.begin(level);
        }
    }

    @Override
    public void header(String where, String name, long offset, long size, Record header) throws IOException {
        if (xen != null) {
            xen.header(where, name, offset, size, header);
        }
    }

    @Override
    public void record(Level level) throws IOException {
        RecordReader<?> reader = level.reader();
        position.lazySet(reader.offset());
        counts.add(level);
        if (reader.typeNumber() == EmulatorXenstoreData.RECORD_TYPE && reader instanceof LibxlReader libxl) {
            checkPairs(libxl);
        }
        if (xen != null) {
            xen.record(level);
            failover.record(level);
        }
    }

    private void checkPairs(LibxlReader reader) throws IOException {
        EmulatorXenstoreData data;
        try {
            data = (EmulatorXenstoreData) reader.record();
        } catch (FormatException e) {
            return; // told of already
        }
        XenstorePairs.check(data, profile, (severity, field, rule, expected, found) -> {
            String place = Places.of(path, reader.index(), reader.typeName(), field);
            String section = Sections.of(document, rule);
            findings.add(new Finding(
                    severity, reader.offset(), place, reader.index(), document, section, rule, expected, found));
        });
    }

    @Override
    public void end(Level level) throws IOException {
        if (xen != null) {
            xen.end(level);
        }
    }

    @Override
    public boolean isDone() {
        return interruption.isWanted();
    }

    @Override
    public void fault(FormatException fault) {
        take(fault);
    }

    private void take(Violation violation) {
        boolean isEarlyEnd = violation.record().equals("stream");
        if (isEarlyEnd && failover.checkpoints() > 0) {
            dropRound(violation.offset());
        } else if (!violation.rule().equals(END)) {
            findings.add(new Finding(
                    Judge.severity(violation, profile),
                    violation.offset(),
                    Places.of(path, violation.index(), violation.record(), violation.field()),
                    violation.index(),
                    violation.document(),
                    Sections.of(violation.document(), violation.rule()),
                    violation.rule(),
                    violation.expected(),
                    violation.found()));
        }
    }

    /** Takes note of what leaves nothing more to be read; whether the guest can be restored all the same. */
    boolean stop(FormatException fault) {
        boolean isRestored = fault.missing() > 0 && failover.checkpoints() > 0;
        if (isRestored) {
            dropRound(fault.offset().orElse(position.getPlain()));
        } else {
            take(fault);
        }
        return isRestored;
    }

    private void dropRound(long offset) {
        String expected = "a whole round; Xen drops this one and resumes checkpoint " + failover.checkpoints();
        findings.add(new Finding(
                Severity.NOTE, offset, path, -1, "xen", "Failover", "xen.failover", expected, "the end of the stream"));
    }

    private void take(FormatException fault) {
        long offset = fault.offset().orElse(position.getPlain());
        if (!findings.isLatest(offset, fault.rule())) {
            findings.add(new Finding(
                    Severity.ERROR,
                    offset,
                    Places.of(path, fault),
                    Places.number(fault),
                    document,
                    Sections.of(document, fault.rule()),
                    fault.rule(),
                    fault.expected(),
                    fault.found()));
        }
    }

    private void refused(XenRule rule, long offset, String place, long record, String expected, String found) {
        findings.add(
                new Finding(Severity.ERROR, offset, place, record, "xen", rule.text(), rule.id(), expected, found));
    }

    /** Takes note of a packed file that cannot be unpacked further. */
    void damaged(long offset, Packing packing, String found) {
        String expected = "a whole " + packing + " file";
        findings.add(
                new Finding(Severity.ERROR, offset, path, -1, packing.toString(), "", "packed.whole", expected, found));
    }

    /** The hypervisor reads a context up to its END, and does not look behind it. */
    @Override
    public void behind(Level level, long offset, long octets) {
        if (trailing != Trailing.IGNORE) {
            behind(level.path(), level.document(), profile == Profile.XEN ? Severity.NOTE : severity(), offset, octets);
        }
    }

    /** Takes note of octets behind the last record of the outermost stream, so many or, if negative, an unknown number. */
    void behind(long offset, long octets) {
        behind(path, document, severity(), offset, octets);
    }

    private Severity severity() {
        return trailing == Trailing.ERROR ? Severity.ERROR : Severity.WARNING;
    }

    private void behind(String where, String of, Severity severity, long offset, long octets) {
        String found = octets < 0 ? "more octets" : octets + (octets == 1 ? " more octet" : " more octets");
        String expected = "nothing behind the last record";
        findings.add(new Finding(severity, offset, where, -1, of, Sections.of(of, END), END, expected, found));
    }
}
