package dev.touchstone.local.wandb.artifacts;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.touchstone.local.wandb.runs.RunKey;

/** All artifacts. The same content in the same collection is one version, however often it is announced. */
public final class Artifacts {

    private final Map<String, EmulatedArtifact> artifacts = new LinkedHashMap<>();

    public synchronized EmulatedArtifact announce(EmulatedArtifact.Announcement announcement, @Nullable String metadata) {
        EmulatedArtifact artifact = artifacts.values().stream()
                .filter(sameCollection(announcement))
                .filter(known -> known.announcement().digest().equals(announcement.digest()))
                .findFirst()
                .orElseGet(() -> add(announcement, metadata));
        artifact.loggedBy(announcement.run());
        return artifact;
    }

    private EmulatedArtifact add(EmulatedArtifact.Announcement announcement, @Nullable String metadata) {
        String id = Base64.getEncoder()
                .encodeToString(("Artifact:" + (artifacts.size() + 1)).getBytes(StandardCharsets.UTF_8));
        EmulatedArtifact artifact = new EmulatedArtifact(id, announcement, metadata);
        artifacts.put(id, artifact);
        return artifact;
    }

    public synchronized Optional<EmulatedArtifact> find(String id) {
        return Optional.ofNullable(artifacts.get(id));
    }

    public synchronized void commit(EmulatedArtifact artifact) {
        if (!artifact.committed()) {
            artifact.commit(committed(artifact.announcement()).size());
        }
    }

    public synchronized Optional<EmulatedArtifact> latest(EmulatedArtifact.Announcement announcement) {
        return committed(announcement).stream().reduce((earlier, later) -> later);
    }

    public synchronized List<EmulatedArtifact> of(RunKey run) {
        return artifacts.values().stream().filter(artifact -> artifact.isLoggedBy(run)).toList();
    }

    private List<EmulatedArtifact> committed(EmulatedArtifact.Announcement announcement) {
        return artifacts.values().stream().filter(sameCollection(announcement)).filter(EmulatedArtifact::committed).toList();
    }

    private static Predicate<EmulatedArtifact> sameCollection(EmulatedArtifact.Announcement announcement) {
        return artifact -> artifact.announcement().collection().equals(announcement.collection())
                && artifact.announcement().run().project().equals(announcement.run().project())
                && artifact.announcement().run().entity().equals(announcement.run().entity());
    }
}
