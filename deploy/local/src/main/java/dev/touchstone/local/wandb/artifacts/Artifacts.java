package dev.touchstone.local.wandb.artifacts;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.touchstone.local.wandb.runs.RunKey;

/** All artifacts. The same content in the same collection is one version, however often it is announced. */
public final class Artifacts {

    private final Map<String, EmulatedArtifact> artifacts = new LinkedHashMap<>();
    private final Map<String, EmulatedArtifact> byContent = new HashMap<>();
    private final Map<String, EmulatedArtifact> byClientId = new HashMap<>();
    private final Map<RunKey, Set<EmulatedArtifact>> byRun = new HashMap<>();
    private final Map<CollectionKey, ArtifactCollection> collections = new LinkedHashMap<>();
    private final Map<String, Set<String>> types = new LinkedHashMap<>();

    public synchronized EmulatedArtifact announce(Announcement announcement) {
        EmulatedArtifact artifact = byContent.computeIfAbsent(content(announcement), absent -> add(announcement));
        artifact.loggedBy(announcement.run());
        byRun.computeIfAbsent(announcement.run(), absent -> new LinkedHashSet<>()).add(artifact);
        createType(announcement.run(), announcement.type());
        String clientId = announcement.text("clientID");
        if (clientId != null) {
            byClientId.put(clientId, artifact);
        }
        if (artifact.committed()) {
            announcement.aliases().forEach(alias -> collection(artifact).alias(alias, artifact));
        }
        return artifact;
    }

    private static String content(Announcement announcement) {
        return String.join("\n", announcement.run().entity(), announcement.run().project(), announcement.collection(),
                announcement.digest());
    }

    private EmulatedArtifact add(Announcement announcement) {
        String id = Base64.getEncoder()
                .encodeToString(("Artifact:" + (artifacts.size() + 1)).getBytes(StandardCharsets.UTF_8));
        EmulatedArtifact artifact = new EmulatedArtifact(id, announcement);
        artifacts.put(id, artifact);
        return artifact;
    }

    public synchronized void commit(EmulatedArtifact artifact) {
        ArtifactCollection collection = collection(artifact);
        if (!artifact.committed()) {
            artifact.commit(collection.add(artifact));
            collection.alias("latest", artifact);
        }
        artifact.announcement().aliases().forEach(alias -> collection.alias(alias, artifact));
    }

    /** The collection that an artifact belongs to. */
    public synchronized ArtifactCollection collection(EmulatedArtifact artifact) {
        Announcement announcement = artifact.announcement();
        CollectionKey key = new CollectionKey(announcement.run().entity(), announcement.run().project(),
                announcement.collection());
        return collections.computeIfAbsent(key, absent -> new ArtifactCollection(key, announcement.type(), false));
    }

    /** @return the number of the version there */
    public synchronized int link(EmulatedArtifact artifact, CollectionKey key, List<String> aliases) {
        ArtifactCollection portfolio = collections.computeIfAbsent(key,
                absent -> new ArtifactCollection(key, artifact.announcement().type(), true));
        int version = portfolio.add(artifact);
        portfolio.alias("latest", artifact);
        aliases.forEach(alias -> portfolio.alias(alias, artifact));
        return version;
    }

    public synchronized Optional<EmulatedArtifact> find(String id) {
        return Optional.ofNullable(artifacts.get(id));
    }

    public synchronized Optional<EmulatedArtifact> ofClientId(String clientId) {
        return Optional.ofNullable(byClientId.get(clientId));
    }

    public synchronized Optional<ArtifactCollection> collection(CollectionKey key) {
        return Optional.ofNullable(collections.get(key));
    }

    /** @param project of any run in it */
    public synchronized List<ArtifactCollection> collections(RunKey project) {
        return collections.values().stream().filter(collection -> collection.entity().equals(project.entity())
                && collection.project().equals(project.project())).toList();
    }

    /** Those that a run logged. */
    public synchronized List<EmulatedArtifact> of(RunKey run) {
        return List.copyOf(byRun.getOrDefault(run, Set.of()));
    }

    public synchronized void createType(RunKey project, String type) {
        types.computeIfAbsent(project.entity() + "/" + project.project(), absent -> new LinkedHashSet<>()).add(type);
    }

    public synchronized List<String> types(RunKey project) {
        return List.copyOf(types.getOrDefault(project.entity() + "/" + project.project(), Set.of()));
    }
}
