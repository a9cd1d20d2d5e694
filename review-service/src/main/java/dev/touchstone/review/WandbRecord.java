package dev.touchstone.review;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.RecordStatement.ArtifactLogged;
import dev.touchstone.events.RecordStatement.ArtifactNotLogged;
import dev.touchstone.events.RecordStatement.RunAliased;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What W&amp;B has of the review, besides whether it can be written.
 *
 * @param alias the id that W&amp;B has the run under, where its own belonged to a deleted run; null where it has its own
 * @param stopped whether somebody pressed stop on the run's page; there is no way back
 * @param artifacts every version that W&amp;B has, and the last word of those that it will not have
 */
@RegisterForReflection
public record WandbRecord(@Nullable String alias, boolean stopped, List<Artifact> artifacts) {

    static final WandbRecord NONE = new WandbRecord(null, false, List.of());

    public WandbRecord {
        artifacts = List.copyOf(artifacts);
    }

    /**
     * @param digest of W&amp;B's manifest; null where W&amp;B will not have the artifact
     * @param artifactId W&amp;B's own; null where it is not known
     * @param contents which files of the review it holds, by their digests
     * @param reason why W&amp;B will not have it; null where it has
     */
    @RegisterForReflection
    public record Artifact(String name, String type, @Nullable String digest, @Nullable String artifactId,
            List<String> contents, @Nullable String reason) {

        public Artifact {
            contents = List.copyOf(contents);
        }

        private boolean isRefusalOf(String other) {
            return digest == null && name.equals(other);
        }

        private boolean isVersion(String other, String manifest) {
            return name.equals(other) && manifest.equals(digest);
        }
    }

    /** Whether an artifact at W&amp;B holds the file of this digest. */
    public boolean holds(String fileDigest) {
        return artifacts.stream().anyMatch(artifact -> artifact.digest() != null && artifact.contents().contains(fileDigest));
    }

    WandbRecord after(RunAliased aliased) {
        return new WandbRecord(aliased.alias(), stopped, artifacts);
    }

    WandbRecord afterStop() {
        return new WandbRecord(alias, true, artifacts);
    }

    /** What W&amp;B has after all is no longer missing. */
    WandbRecord after(ArtifactLogged logged) {
        return with(new Artifact(logged.name(), logged.type(), logged.digest(), logged.artifactId(), logged.contents(), null),
                logged.digest());
    }

    WandbRecord after(ArtifactNotLogged refused) {
        return with(new Artifact(refused.name(), refused.type(), null, null, List.of(), refused.reason()), "");
    }

    private WandbRecord with(Artifact artifact, String manifest) {
        List<Artifact> known = new ArrayList<>(artifacts);
        known.removeIf(each -> each.isRefusalOf(artifact.name()) || each.isVersion(artifact.name(), manifest));
        known.add(artifact);
        return new WandbRecord(alias, stopped, known);
    }
}
