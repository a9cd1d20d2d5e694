package dev.touchstone.telemetry.wandb.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.MetricDefinition;
import dev.touchstone.telemetry.wandb.RunDescription;

/**
 * Creates a run or tells W&amp;B what changed of it. All is said each time: config and tags replace what is there.
 *
 * @param storageId W&amp;B's own id from an earlier answer; null the first time
 * @param entity null for the one that the server takes for the account
 * @param runId what stands in the run's address
 */
public record RunUpsert(@Nullable String storageId, @Nullable String entity, String project, String runId,
        RunDescription description, List<MetricDefinition> metrics, Details details) {

    public RunUpsert {
        metrics = List.copyOf(metrics);
    }

    /** A run that is new, on a server of which nothing is known. */
    public RunUpsert(@Nullable String storageId, @Nullable String entity, String project, String runId,
            RunDescription description, List<MetricDefinition> metrics) {
        this(storageId, entity, project, runId, description, metrics, Details.NONE);
    }

    /**
     * What not every run has.
     *
     * @param before the config that the run had when another writer began it, an object as W&amp;B stores it
     * @param appeared the metrics that the run has so far
     * @param globs whether the server expands globs by itself ({@link Feature#EXPAND_DEFINED_METRIC_GLOBS})
     * @param environment null where that is nobody's business
     */
    public record Details(JsonNode before, Set<String> appeared, boolean globs, @Nullable Environment environment) {

        public static final Details NONE = new Details(ExtendedJson.read("{}"), Set.of(), false, null);

        public Details {
            appeared = Set.copyOf(appeared);
        }
    }

    /** Keeps what another writer's run has: its id, and of its config what this one says nothing of. */
    public RunUpsert goingOn(ExistingRun run) {
        return new RunUpsert(run.storageId(), entity, project, runId, description, metrics,
                new Details(run.config(), details.appeared(), details.globs(), details.environment()));
    }

    public RunUpsert on(Set<Feature> features) {
        return with(new Details(details.before(), details.appeared(),
                features.contains(Feature.EXPAND_DEFINED_METRIC_GLOBS), details.environment()));
    }

    public RunUpsert appeared(Set<String> metricNames) {
        return with(new Details(details.before(), metricNames, details.globs(), details.environment()));
    }

    public RunUpsert from(Environment environment) {
        return with(new Details(details.before(), details.appeared(), details.globs(), environment));
    }

    private RunUpsert with(Details newDetails) {
        return new RunUpsert(storageId, entity, project, runId, description, metrics, newDetails);
    }

    Map<String, @Nullable Object> variables() {
        RunDescription.Source source = description.source();
        Environment environment = details.environment();
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        variables.put("id", storageId);
        variables.put("name", runId);
        variables.put("project", project);
        variables.put("entity", entity);
        variables.put("groupName", description.group());
        variables.put("displayName", description.displayName());
        variables.put("notes", description.notes());
        variables.put("commit", source == null ? null : source.commit());
        variables.put("config", RunConfig.encode(this));
        variables.put("host", environment == null ? null : environment.host());
        variables.put("program", environment == null ? null : environment.program());
        variables.put("repo", source == null ? null : source.repository());
        variables.put("jobType", RunDescription.JOB_TYPE);
        variables.put("tags", description.tags());
        return variables;
    }
}
