package dev.touchstone.local.wandb.artifacts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The versions under one name, with their aliases. A collection that is linked to has versions of others. */
public final class ArtifactCollection {

    private final String entity;
    private final String project;
    private final String name;
    private final String type;
    private final boolean portfolio;
    private final List<EmulatedArtifact> versions = new ArrayList<>();
    private final Map<String, EmulatedArtifact> aliases = new LinkedHashMap<>();

    ArtifactCollection(CollectionKey key, String type, boolean portfolio) {
        this.entity = key.entity();
        this.project = key.project();
        this.name = key.name();
        this.type = type;
        this.portfolio = portfolio;
    }

    public String entity() {
        return entity;
    }

    public String project() {
        return project;
    }

    public String name() {
        return name;
    }

    public String type() {
        return type;
    }

    /** Whether its versions were made elsewhere and are linked here. */
    public boolean isPortfolio() {
        return portfolio;
    }

    /** When its first version came. */
    public synchronized Instant createdAt() {
        return versions.isEmpty() ? Instant.EPOCH : versions.getFirst().announcement().at();
    }

    /** @return the number of the version here */
    synchronized int add(EmulatedArtifact artifact) {
        if (!versions.contains(artifact)) {
            versions.add(artifact);
        }
        return versions.indexOf(artifact);
    }

    /** An alias names one version: it moves. */
    public synchronized void alias(String alias, EmulatedArtifact artifact) {
        aliases.put(alias, artifact);
    }

    public synchronized void removeAlias(String alias) {
        aliases.remove(alias);
    }

    public synchronized List<EmulatedArtifact> versions() {
        return List.copyOf(versions);
    }

    public synchronized Optional<EmulatedArtifact> latest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }

    public synchronized List<String> aliasesOf(EmulatedArtifact artifact) {
        return aliases.entrySet().stream().filter(alias -> alias.getValue().equals(artifact)).map(Map.Entry::getKey).toList();
    }

    public synchronized int versionOf(EmulatedArtifact artifact) {
        return versions.indexOf(artifact);
    }

    /** @param alias such as {@code latest} or {@code best}, or a version such as {@code v3} */
    public synchronized Optional<EmulatedArtifact> find(String alias) {
        if (alias.matches("v\\d{1,6}") && !aliases.containsKey(alias)) {
            int version = Integer.parseInt(alias.substring(1));
            return version < versions.size() ? Optional.of(versions.get(version)) : Optional.empty();
        }
        return Optional.ofNullable(aliases.get(alias));
    }
}
