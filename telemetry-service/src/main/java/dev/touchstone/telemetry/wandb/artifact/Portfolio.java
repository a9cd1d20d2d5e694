package dev.touchstone.telemetry.wandb.artifact;

import java.util.List;

/**
 * A collection of chosen versions that an artifact can be linked to, also one of a registry.
 *
 * @param entity whose project it is; of a registry any team of its organization
 * @param project that holds it; registries are projects whose names begin with {@code wandb-registry-}
 * @param aliases of the version there
 */
public record Portfolio(String entity, String project, String name, List<String> aliases) {

    private static final String REGISTRY = "wandb-registry-";

    /**
     * @throws IllegalArgumentException if an alias breaks W&amp;B's rules
     */
    public Portfolio {
        aliases = List.copyOf(aliases);
        Names.requireAliases(aliases);
    }

    boolean isInRegistry() {
        return project.startsWith(REGISTRY);
    }
}
