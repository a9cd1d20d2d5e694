package dev.touchstone.telemetry.wandb.artifact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A version of an artifact that is to be.
 *
 * @param entity whose project it is
 * @param runId the run that made it, as W&amp;B has it
 * @param type groups artifacts, as {@code dataset}; created where it does not exist
 * @param name of the collection whose next version this is
 * @param description empty where there is nothing to say
 * @param aliases beside {@code latest}, which every new version gets
 * @param metadata JSON values by key
 * @param files what it holds, also references
 * @param historyStep of the run at which it was made
 */
public record ArtifactDraft(String entity, String project, String runId, String type, String name, String description,
        List<String> aliases, Map<String, ? extends @Nullable Object> metadata, List<? extends Entry> files,
        long historyStep) {

    /**
     * @throws IllegalArgumentException if a name breaks W&amp;B's rules, two entries have the same path, or metadata has
     *         more than 100 keys or an infinite number
     */
    public ArtifactDraft {
        Names.requireType(type);
        Names.requireName(name);
        aliases = List.copyOf(aliases);
        Names.requireAliases(aliases);
        Names.requireMetadata(metadata);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        Metadata.encode(metadata);
        files = List.copyOf(files);
        Names.requireUnique(files.stream().map(Entry::path).toList(), "Two entries of an artifact have the same path");
    }
}
