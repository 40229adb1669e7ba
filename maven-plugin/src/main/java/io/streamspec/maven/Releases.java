package io.streamspec.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;

/** Released artifacts, found by Maven's own resolver in the repositories of the project. */
final class Releases {

    private static final String ANY_VERSION = "[0,)";

    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    Releases(RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {
        this.system = system;
        this.session = session;
        this.repositories = List.copyOf(repositories);
    }

    /** A release: its coordinates in words, and its jar. */
    record Release(String name, Path jar) {}

    /**
     * The latest release that {@code coordinates} allow: {@code groupId:artifactId}, with a version or a range of versions
     * behind a further colon; nothing if there is none.
     *
     * @throws IllegalArgumentException if the coordinates are none, or the release cannot be had
     */
    Optional<Release> latest(String coordinates) {
        String[] parts = coordinates.split(":", -1);
        if (parts.length < 2 || parts.length > 3 || parts[0].isBlank() || parts[1].isBlank()) {
            throw new IllegalArgumentException(
                    "'" + coordinates + "' is no artifact; write groupId:artifactId or groupId:artifactId:version");
        }
        String version = parts.length == 3 ? parts[2] : ANY_VERSION;
        Artifact artifact = new DefaultArtifact(parts[0], parts[1], "jar", version);
        return latestVersion(artifact).map(found -> resolve(artifact.setVersion(found)));
    }

    private Optional<String> latestVersion(Artifact artifact) {
        try {
            List<String> versions = system
                    .resolveVersionRange(session, new VersionRangeRequest(artifact, repositories, null))
                    .getVersions()
                    .stream()
                    .map(Object::toString)
                    .filter(version -> !version.endsWith("-SNAPSHOT"))
                    .toList();
            return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
        } catch (VersionRangeResolutionException e) {
            throw new IllegalArgumentException("no version of " + artifact + ": " + e.getMessage(), e);
        }
    }

    private Release resolve(Artifact artifact) {
        try {
            Artifact found = system.resolveArtifact(session, new ArtifactRequest(artifact, repositories, null))
                    .getArtifact();
            String name = found.getGroupId() + ":" + found.getArtifactId() + ":" + found.getVersion();
            return new Release(name, found.getFile().toPath());
        } catch (ArtifactResolutionException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
