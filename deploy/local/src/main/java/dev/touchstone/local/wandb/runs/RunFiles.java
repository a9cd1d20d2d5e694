package dev.touchstone.local.wandb.runs;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.touchstone.local.wandb.http.Blob;

/** The files that were uploaded to a run. */
public final class RunFiles {

    private final Map<String, Blob> uploads = new LinkedHashMap<>();
    private final Set<String> reported = new LinkedHashSet<>();

    public synchronized void store(String name, Blob content) {
        uploads.put(name, content);
    }

    public synchronized void report(Collection<String> names) {
        reported.addAll(names);
    }

    public synchronized Optional<Blob> find(String name) {
        return Optional.ofNullable(uploads.get(name));
    }

    public synchronized Map<String, Blob> all() {
        return new LinkedHashMap<>(uploads);
    }

    /** Whether the client said that it has uploaded the file. */
    public synchronized boolean isReported(String name) {
        return reported.contains(name);
    }
}
