package io.streamspec.tools;

import io.streamspec.Generator;
import io.streamspec.build.Edition;
import io.streamspec.build.Reviews;
import io.streamspec.diff.Judgement.Verdict;
import io.streamspec.diff.Review;
import io.streamspec.diff.ReviewText;
import io.streamspec.diff.Threshold;
import io.streamspec.files.TextFile;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two revisions of a document. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Tells what changed between two revisions of a specification, what that does to readers of old and new streams,"
                    + " and whether the document's own rules of evolution were kept.",
            "A revision is a file, or REVISION:PATH in the git repository around the current folder."
        },
        footer = {
            "",
            "Exit codes: 0 if the threshold was not reached; else 3 if all changes are wire-compatible, 4 if old readers"
                    + " get on with them, 5 if one is breaking; 1 if it was not reached but a rule of evolution is broken, or a"
                    + " document is at fault; 2 if the command line is, or a file cannot be read or written.",
            "",
            "Examples: streamspec diff old/frames.pandoc spec/frames.pandoc",
            "          streamspec diff --git v1.0 spec/frames.pandoc --fail-on breaking",
            "          streamspec diff v1.0:spec/frames.pandoc spec/frames.pandoc --as html --out changes.html"
        })
final class DiffCommand implements Callable<Integer> {

    /** The exit code of the first verdict; the others follow. */
    private static final int FIRST_VERDICT = 3;

    /** How a comparison is printed. */
    enum Format {
        text,
        json,
        html
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..2",
            paramLabel = "REVISION",
            description = "The old revision and the new one; with --git, the new one alone.")
    private List<String> revisions = new ArrayList<>();

    @Option(
            names = "--git",
            paramLabel = "REV",
            description = "Compares with the same file in this revision of the repository that it lies in.")
    private @Nullable String git;

    @Option(
            names = "--as",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "One of: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless said.")
    private Format format = Format.text;

    @Option(names = "--out", paramLabel = "FILE", description = "Writes to this file instead of standard output.")
    private @Nullable Path out;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            defaultValue = "wire",
            description = {
                "any: whatever differs; wire: whatever differs in streams; breaking: what keeps someone from reading"
                        + " something; unreadable: what keeps new readers from reading old streams.",
                "${DEFAULT-VALUE} unless said."
            })
    private String failOn = "wire";

    @Option(
            names = "--supplement",
            paramLabel = "FILE",
            description = "Layout rules for the new revision, and for the old one unless --old-supplement is there.")
    private @Nullable String supplement;

    @Option(names = "--old-supplement", paramLabel = "FILE", description = "Layout rules for the old revision.")
    private @Nullable String oldSupplement;

    @Mixin
    private DiagnosticOptions reporting = new DiagnosticOptions();

    @Override
    public Integer call() throws IOException {
        Threshold threshold = Threshold.named(failOn)
                .orElseThrow(() -> wrong("--fail-on takes " + String.join(", ", Threshold.names())));
        if (revisions.size() != (git == null ? 2 : 1)) {
            throw wrong(
                    git == null ? "two revisions are needed, or --git" : "--git goes with one revision, the new one");
        }
        Diagnostics diagnostics = new Diagnostics();
        Optional<Review> review = review(diagnostics);
        if (review.isPresent()) {
            print(text(review.get()));
        }
        reporting.print(diagnostics.sorted(), spec);
        if (review.isEmpty()) {
            return Outcomes.isFileFault(diagnostics.sorted()) ? ExitCode.USAGE : ExitCode.FAULTY_INPUT;
        } else if (threshold.isReachedBy(review.get())) {
            return FIRST_VERDICT + review.get().verdict().map(Verdict::ordinal).orElse(0);
        }
        return diagnostics.hasErrors() ? ExitCode.FAULTY_INPUT : 0;
    }

    private Optional<Review> review(Diagnostics diagnostics) {
        String newName = revisions.get(revisions.size() - 1);
        Optional<SourceText> now = Edition.text(newName, diagnostics);
        Optional<SourceText> old = git == null
                ? Edition.text(revisions.get(0), diagnostics)
                : Edition.text(git, Path.of(newName), diagnostics);
        Optional<SourceText> rules = supplement(supplement, diagnostics);
        Optional<SourceText> oldRules = oldSupplement == null ? rules : supplement(oldSupplement, diagnostics);
        return now.isEmpty() || old.isEmpty() || diagnostics.hasErrors()
                ? Optional.empty()
                : Reviews.review(new Edition(old.get(), oldRules), new Edition(now.get(), rules), diagnostics);
    }

    private static Optional<SourceText> supplement(@Nullable String name, Diagnostics diagnostics) {
        return name == null ? Optional.empty() : Edition.text(name, diagnostics);
    }

    private String text(Review review) {
        return switch (format) {
            case text -> ReviewText.of(review);
            case json -> Generator.json(review);
            case html -> Generator.html(review).text();
        };
    }

    private void print(String text) throws IOException {
        if (out == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        } else {
            TextFile.write(out, text);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
