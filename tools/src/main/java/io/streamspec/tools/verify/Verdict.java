package io.streamspec.tools.verify;

import io.streamspec.tools.stream.StreamSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What there is to say against a stream, for programs.
 *
 * @param errors how many errors there are
 * @param first the first of them
 */
public record Verdict(long errors, List<Finding> first) {

    private static final int MOST = 3;

    /** The verdict on this file, as {@code profile} sees it. */
    public static Verdict of(Path file, Profile profile) throws IOException {
        Errors errors = new Errors();
        PrintWriter nobody = new PrintWriter(PrintWriter.nullWriter());
        VerifyOptions options = new VerifyOptions(profile, Trailing.WARN, false, Long.MAX_VALUE, "", Showing.NEVER);
        try (StreamSource source = StreamSource.open(file.toString())) {
            new Verify(nobody, nobody, options).judge(source, errors, Interruption.never());
        }
        return new Verdict(errors.count, errors.first);
    }

    private static final class Errors implements Report {

        private final List<Finding> first = new ArrayList<>();
        private long count;

        @Override
        public void finding(Finding finding) {
            if (finding.severity() == Severity.ERROR && count++ < MOST) {
                first.add(finding);
            }
        }

        @Override
        public void summary(Summary summary) {}
    }
}
