package dev.touchstone.submission.review.run;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An artifact of a W&amp;B run as clients see it: one that W&amp;B has, or one that it will not have.
 *
 * @param name as W&amp;B knows it
 * @param digest of W&amp;B's manifest; null where W&amp;B will not have the artifact
 * @param artifactId W&amp;B's own id; null where it is not known
 * @param contents which files of the review it holds, by their digests
 * @param reason why W&amp;B will not have it; null where it has
 */
@RegisterForReflection
@Schema(name = "WandbArtifact")
public record RunArtifact(String name, String type, boolean logged, @Nullable String digest, @Nullable String artifactId,
        List<String> contents, @Nullable String reason) {

    public RunArtifact {
        contents = List.copyOf(contents);
    }
}
