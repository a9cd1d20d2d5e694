package dev.touchstone.telemetry.wandb.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.touchstone.telemetry.wandb.MetricDefinition;
import dev.touchstone.telemetry.wandb.RunDescription;

/**
 * Creates a run or tells W&amp;B what changed of it.
 *
 * @param storageId W&amp;B's own id from an earlier answer; null the first time
 */
public record RunUpsert(@Nullable String storageId, String entity, String project, String runId,
        RunDescription description, List<MetricDefinition> metrics) {

    public RunUpsert {
        metrics = List.copyOf(metrics);
    }

    Map<String, @Nullable Object> variables() {
        RunDescription.Source source = description.source();
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        variables.put("id", storageId);
        variables.put("name", runId);
        variables.put("project", project);
        variables.put("entity", entity);
        variables.put("groupName", description.group());
        variables.put("displayName", description.displayName());
        variables.put("notes", description.notes());
        variables.put("commit", source == null ? null : source.commit());
        variables.put("repo", source == null ? null : source.repository());
        variables.put("config", RunConfig.encode(description.config(), metrics));
        variables.put("jobType", RunDescription.JOB_TYPE);
        variables.put("tags", description.tags());
        return variables;
    }
}
