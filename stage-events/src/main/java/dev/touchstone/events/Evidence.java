package dev.touchstone.events;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What an event points to. Payloads are small: transcripts and reports are artifacts, fetched by digest.
 *
 * @param links named places, in the sender's order
 * @param artifacts files that the stage made
 */
@RegisterForReflection
public record Evidence(Map<String, URI> links, List<ArtifactRef> artifacts) {

    private static final Evidence NONE = new Evidence(Map.of(), List.of());

    public Evidence {
        links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
        artifacts = List.copyOf(artifacts);
    }

    public static Evidence none() {
        return NONE;
    }

    public static Evidence of(List<ArtifactRef> artifacts) {
        return new Evidence(Map.of(), artifacts);
    }

    public Optional<ArtifactRef> artifact(String name) {
        return artifacts.stream().filter(artifact -> artifact.name().equals(name)).findFirst();
    }
}
