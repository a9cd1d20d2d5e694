package dev.touchstone.local.wandb.artifacts;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.touchstone.local.wandb.http.Blob;
import dev.touchstone.local.wandb.runs.RunKey;

/** One version of an artifact, from its announcement to its commit. */
public final class EmulatedArtifact {

    private final String id;
    private final Announcement announcement;
    private final Map<String, Blob> files = new LinkedHashMap<>();
    private final Set<RunKey> loggers = new LinkedHashSet<>();
    private final Set<RunKey> users = new LinkedHashSet<>();
    private @Nullable Blob manifest;
    /** A manifest that only adds to others cannot be checked alone. */
    private boolean partial;
    private @Nullable String metadata;
    private @Nullable String description;
    private int version = -1;

    EmulatedArtifact(String id, Announcement announcement) {
        this.id = id;
        this.announcement = announcement;
        this.metadata = announcement.text("metadata");
        this.description = announcement.text("description");
    }

    public String id() {
        return id;
    }

    public Announcement announcement() {
        return announcement;
    }

    public synchronized @Nullable String metadata() {
        return metadata;
    }

    public synchronized @Nullable String description() {
        return description;
    }

    /** @param newMetadata null to keep what is there; the same for the description */
    public synchronized void describe(@Nullable String newMetadata, @Nullable String newDescription) {
        metadata = newMetadata == null ? metadata : newMetadata;
        description = newDescription == null ? description : newDescription;
    }

    public synchronized void store(String path, Blob content) {
        files.put(path, content);
    }

    /** @param type {@code FULL}, {@code INCREMENTAL} or {@code PATCH} */
    public synchronized void storeManifest(Blob content, String type) {
        manifest = content;
        partial = !type.equals("FULL");
    }

    public synchronized Optional<Blob> manifestFile() {
        return Optional.ofNullable(manifest);
    }

    public Optional<Manifest> manifest() {
        return manifestFile().flatMap(Manifest::parse);
    }

    public synchronized Map<String, Blob> files() {
        return new LinkedHashMap<>(files);
    }

    public synchronized long size() {
        return files.values().stream().mapToLong(Blob::size).sum();
    }

    /** Several runs may log the same content; it is one version all the same. */
    synchronized void loggedBy(RunKey run) {
        loggers.add(run);
    }

    public synchronized Set<RunKey> loggers() {
        return new LinkedHashSet<>(loggers);
    }

    public synchronized void usedBy(RunKey run) {
        users.add(run);
    }

    public synchronized Set<RunKey> users() {
        return new LinkedHashSet<>(users);
    }

    synchronized void commit(int asVersion) {
        version = asVersion;
    }

    public synchronized boolean committed() {
        return version >= 0;
    }

    /** Counted from 0 within its collection; below that while it is not committed. */
    public synchronized int version() {
        return version;
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
        Optional<Manifest> contents = manifest();
        if (contents.isEmpty()) {
            return "the manifest is not JSON of version 1";
        }
        for (var entry : contents.get().entries().entrySet()) {
            Blob file = files.get(entry.getKey());
            if (!entry.getValue().reference() && (file == null || !file.md5().equals(entry.getValue().digest()))) {
                return "the manifest names " + entry.getKey() + ", which was not uploaded with that digest";
            }
        }
        boolean checked = announcement.isMd5() && !partial;
        return !checked || contents.get().digest().equals(announcement.digest()) ? ""
                : "the artifact's digest is not that of its manifest";
    }
}
