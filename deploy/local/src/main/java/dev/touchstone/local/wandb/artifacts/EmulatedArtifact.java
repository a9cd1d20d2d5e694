package dev.touchstone.local.wandb.artifacts;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.local.wandb.http.Blob;
import dev.touchstone.local.wandb.http.Json;
import dev.touchstone.local.wandb.runs.RunKey;

/** One version of an artifact, from its announcement to its commit. */
public final class EmulatedArtifact {

    /**
     * What a client says when it announces one.
     *
     * @param digest over the manifest, see {@link ManifestDigest}
     */
    public record Announcement(RunKey run, String type, String collection, String digest, List<String> aliases) {

        public Announcement {
            aliases = List.copyOf(aliases);
        }
    }

    private final String id;
    private final Announcement announcement;
    private final @Nullable String metadata;
    private final Map<String, Blob> files = new LinkedHashMap<>();
    private final Set<RunKey> loggers = new HashSet<>();
    private @Nullable Blob manifest;
    private int version = -1;

    public EmulatedArtifact(String id, Announcement announcement, @Nullable String metadata) {
        this.id = id;
        this.announcement = announcement;
        this.metadata = metadata;
    }

    public String id() {
        return id;
    }

    public Announcement announcement() {
        return announcement;
    }

    @Nullable
    public String metadata() {
        return metadata;
    }

    public synchronized void store(String path, Blob content) {
        files.put(path, content);
    }

    public synchronized void storeManifest(Blob content) {
        manifest = content;
    }

    public synchronized Map<String, Blob> files() {
        return new LinkedHashMap<>(files);
    }

    /** Several runs may log the same content; it is one version all the same. */
    public synchronized void loggedBy(RunKey run) {
        loggers.add(run);
    }

    public synchronized boolean isLoggedBy(RunKey run) {
        return loggers.contains(run);
    }

    public synchronized void commit(int asVersion) {
        version = asVersion;
    }

    public synchronized boolean committed() {
        return version >= 0;
    }

    /** As people write it: {@code name:v0}; without the version while it is not committed. */
    public synchronized String displayName() {
        return version < 0 ? announcement.collection() : announcement.collection() + ":v" + version;
    }

    /** @return what is missing or does not fit before it may be committed, or an empty text */
    public synchronized String fault() {
        if (manifest == null) {
            return "the manifest was not uploaded";
        }
        JsonNode contents = Json.parse(manifest.text()).<JsonNode> map(json -> json.path("contents")).orElse(Json.object());
        Map<String, String> digests = new TreeMap<>();
        for (var entry : contents.properties()) {
            String digest = entry.getValue().path("digest").asText();
            digests.put(entry.getKey(), digest);
            Blob file = files.get(entry.getKey());
            if (!entry.getValue().has("ref") && (file == null || !file.md5().equals(digest))) {
                return "the manifest names " + entry.getKey() + ", which was not uploaded with that digest";
            }
        }
        return ManifestDigest.of(digests).equals(announcement.digest()) ? ""
                : "the artifact's digest is not that of its manifest";
    }
}
