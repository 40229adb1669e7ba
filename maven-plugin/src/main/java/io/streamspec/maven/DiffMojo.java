package io.streamspec.maven;

import io.streamspec.build.Build;
import io.streamspec.build.Edition;
import io.streamspec.build.ReviewFiles;
import io.streamspec.build.Reviews;
import io.streamspec.diff.Review;
import io.streamspec.diff.ReviewText;
import io.streamspec.diff.Threshold;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;
import org.jspecify.annotations.Nullable;

/**
 * Compares the documents with an earlier revision: tells what changed, what that does to readers of old and new streams, and
 * whether the documents' own rules of evolution were kept. The earlier revision is that of the last release of this
 * project, unless {@code diffFile}, {@code diffGit} or {@code diffArtifact} says another. Without any release there is
 * nothing to compare with, and the goal passes.
 *
 * @since 0.1.0
 */
@Mojo(name = "diff", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class DiffMojo extends AbstractSpecMojo {

    /**
     * The artifact whose jar holds the earlier revision: {@code groupId:artifactId}, or with a version or a range of
     * versions behind a further colon, of which the latest release counts. By default this project's own, in a version
     * before this one. Example: {@code com.example:formats:[1.0,2.0)}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.diff.artifact")
    private @Nullable String diffArtifact;

    /**
     * The earlier revision as a file, or as a folder with files of the documents' names. Example: {@code spec/1.0}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.diff.file")
    private @Nullable File diffFile;

    /**
     * A revision of the git repository that the documents lie in; the command {@code git} must be there. Example:
     * {@code v1.0}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.diff.git")
    private @Nullable String diffGit;

    /**
     * From when on the build fails: {@code any} difference, a difference on the {@code wire}, a {@code breaking} one, or one
     * that makes old streams {@code unreadable}. A broken rule of evolution fails it in any case.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.diff.failOn", defaultValue = "breaking")
    private String failOn = "breaking";

    /**
     * Where the comparisons are written, as text, JSON and pages.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.diff.directory", defaultValue = "${project.build.directory}/streamspec-diff")
    private @Nullable File diffDirectory;

    @Parameter(defaultValue = "${project.groupId}:${project.artifactId}:(,${project.version})", readonly = true)
    private String ownReleases = "";

    @Parameter(defaultValue = "${project.remoteProjectRepositories}", readonly = true, required = true)
    private @Nullable List<RemoteRepository> repositories;

    @Parameter(defaultValue = "${repositorySystemSession}", readonly = true, required = true)
    private @Nullable RepositorySystemSession session;

    @Inject
    private @Nullable RepositorySystem system;

    private final List<Review> reviews = new ArrayList<>();
    private boolean broken;

    @Override
    Path output() {
        return Objects.requireNonNull(diffDirectory).toPath();
    }

    @Override
    Build.Outcome run(Build build) throws IOException {
        threshold();
        Diagnostics diagnostics = new Diagnostics();
        List<Path> documents = documents();
        Optional<Releases.Release> release = release();
        for (Path document : documents) {
            Optional<Path> supplement = supplement(document, documents.size());
            Optional<Edition> now = Edition.of(document, supplement, diagnostics);
            Optional<Edition> old = old(document, supplement, release, diagnostics);
            if (now.isPresent() && old.isPresent()) {
                Reviews.review(old.get(), now.get(), diagnostics).ifPresent(reviews::add);
            } else if (!diagnostics.hasErrors()) {
                getLog().info(document + " is new: there is nothing to compare it with");
            }
        }
        boolean unread = diagnostics.hasErrors() && reviews.size() < documents.size();
        broken = diagnostics.hasErrors();
        return unread
                ? new Build.Outcome(false, Optional.empty(), diagnostics.sorted())
                : new Build.Outcome(
                        false, Optional.of(ReviewFiles.write(reviews, documents, output())), diagnostics.sorted());
    }

    @Override
    void finish() throws MojoFailureException {
        for (Review review : reviews) {
            ReviewText.of(review).lines().forEach(line -> getLog().info(line));
        }
        Threshold threshold = threshold();
        Optional<Review> reached =
                reviews.stream().filter(threshold::isReachedBy).findFirst();
        if (reached.isPresent()) {
            throw new MojoFailureException(reached.get().title() + ": "
                    + reached.get().verdict().orElseThrow().words() + "; see above, or " + shown(output()));
        } else if (broken) {
            throw new MojoFailureException("a rule of evolution is broken; see above");
        }
    }

    private Threshold threshold() {
        return Threshold.named(failOn)
                .orElseThrow(() -> new IllegalArgumentException(
                        "failOn is '" + failOn + "'; it takes " + String.join(", ", Threshold.names())));
    }

    /** The release to compare with, if it is a release. */
    private Optional<Releases.Release> release() {
        long ways = Stream.of(diffFile, diffGit, diffArtifact)
                .filter(Objects::nonNull)
                .count();
        if (ways > 1) {
            throw new IllegalArgumentException("diffFile, diffGit and diffArtifact exclude each other");
        } else if (diffFile != null || diffGit != null) {
            return Optional.empty();
        }
        Releases releases = new Releases(
                Objects.requireNonNull(system), Objects.requireNonNull(session), Objects.requireNonNull(repositories));
        Optional<Releases.Release> latest = releases.latest(diffArtifact == null ? ownReleases : diffArtifact);
        if (latest.isEmpty() && diffArtifact != null) {
            throw new IllegalArgumentException("there is no release of " + diffArtifact);
        }
        latest.ifPresentOrElse(found -> getLog().info("compared with " + found.name()), () -> getLog().info(
                        "there is no release of this project yet"));
        return latest;
    }

    private Optional<Edition> old(
            Path document, Optional<Path> supplement, Optional<Releases.Release> release, Diagnostics diagnostics) {
        if (diffGit != null) {
            String revision = diffGit;
            Optional<SourceText> rules = supplement.flatMap(file -> Edition.text(revision, file, new Diagnostics()));
            return Edition.text(revision, document, diagnostics).map(text -> new Edition(text, rules));
        } else if (diffFile != null) {
            Path place = paths(List.of(diffFile)).get(0);
            Path file = diffFile.isDirectory() ? place.resolve(document.getFileName()) : place;
            return Edition.of(file, supplement, diagnostics);
        }
        return release.flatMap(found -> Edition.packed(found.jar(), document, diagnostics));
    }

    /** The supplement of a document: that of its file name, or the only one of the only document. */
    private Optional<Path> supplement(Path document, int documents) {
        List<Path> all = paths(supplements());
        boolean alone = documents == 1 && all.size() == 1;
        return all.stream()
                .filter(file -> alone || file.getFileName().equals(document.getFileName()))
                .findFirst();
    }
}
