package dev.touchstone.telemetry.wandb.api;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.Refusal;
import dev.touchstone.telemetry.wandb.WandbHttp;

/**
 * The operations of W&amp;B's GraphQL endpoint that a run needs, by their names and fields in the official client.
 * Synchronous; each is one request, and none is tried again here: what to do with an {@link Answer} is the caller's.
 */
public final class WandbApi {

    /** Two that create the same run at once meet in a conflict that passes. */
    private static final Set<Integer> LASTING_FOR_UPSERT = WandbHttp.LASTING.stream().filter(status -> status != 409)
            .collect(Collectors.toUnmodifiableSet());
    private static final int UNAUTHORIZED = 401;

    private final GraphQl graphQl;

    public WandbApi(WandbHttp http) {
        this.graphQl = new GraphQl(http);
    }

    /** Whose credential it is. One that is nobody's is refused, even if the server answers with 200. */
    public Answer<Viewer> viewer() throws InterruptedException {
        return graphQl.ask("Viewer", Queries.VIEWER, Map.of(), WandbHttp.LASTING).then(answer -> {
            JsonNode viewer = answer.path("data").path("viewer");
            return viewer.isObject()
                    ? Answer.accepted(new Viewer(viewer.path("username").asText(""), viewer.path("entity").asText("")))
                    : nobody(answer);
        });
    }

    /** Errors beside a viewer do no harm; instead of one they say why, as that there were too many questions. */
    private static Answer<Viewer> nobody(JsonNode answer) {
        Optional<Answer<Viewer>> failed = GraphQl.failed(answer);
        return failed.isPresent() && !(failed.get() instanceof Refused<Viewer>) ? failed.get()
                : new Refused<>(UNAUTHORIZED, "W&B does not know whose credential this is", Refusal.CREDENTIAL);
    }

    /** The features that the server has. One that does not know the question has none. */
    public Answer<Set<Feature>> features() throws InterruptedException {
        Answer<Set<Feature>> features = graphQl.ask("ServerFeaturesQuery", Queries.FEATURES, Map.of(), WandbHttp.LASTING)
                .then(answer -> Answer.accepted(enabled(answer.path("data").path("serverInfo").path("features"))));
        return features instanceof Refused<Set<Feature>> ? Answer.accepted(Set.of()) : features;
    }

    private static Set<Feature> enabled(JsonNode features) {
        Set<Feature> enabled = EnumSet.noneOf(Feature.class);
        for (JsonNode feature : features) {
            if (feature.path("isEnabled").asBoolean()) {
                Feature.named(feature.path("name").asText()).ifPresent(enabled::add);
            }
        }
        return Set.copyOf(enabled);
    }

    /**
     * Whether the project is there. One that is not will be created with its first run, by whoever may do that. Refused only
     * where the credential is: a server that cannot answer this question may still take the run.
     */
    public Answer<Boolean> projectExists(String entity, String project) throws InterruptedException {
        Answer<Boolean> exists = graphQl
                .data("GetProject", Queries.PROJECT, Map.of("name", project, "entity", entity), WandbHttp.LASTING)
                .then(data -> Answer.accepted(data.path("project").isObject()));
        return exists instanceof Refused<Boolean> refused && refused.why() == Refusal.OTHER ? Answer.accepted(false) : exists;
    }

    /**
     * Creates the run or updates it. The id of a deleted run is refused ({@link Refused#deletedRun}); two that create
     * the same run at once are told {@link Answer.Later}.
     */
    public Answer<UpsertedRun> upsert(RunUpsert run) throws InterruptedException {
        return graphQl.data("UpsertBucket", Queries.UPSERT, run.variables(), LASTING_FOR_UPSERT).then(data -> {
            JsonNode upserted = data.path("upsertBucket");
            JsonNode bucket = upserted.path("bucket");
            JsonNode project = bucket.path("project");
            String entity = project.path("entity").path("name").asText(run.entity());
            return !bucket.path("id").isTextual() || entity == null ? GraphQl.unexpected("UpsertBucket")
                    : Answer.accepted(new UpsertedRun(bucket.path("id").asText(), entity,
                            project.path("name").asText(run.project()), bucket.path("historyLineCount").asLong(0),
                            upserted.path("inserted").asBoolean(false)));
        });
    }

    /** What the server has of a run, and where it can be gone on with. Empty where there is none that was ever started. */
    public Answer<Optional<ExistingRun>> existing(String entity, String project, String runId) throws InterruptedException {
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        variables.put("project", project);
        variables.put("entity", entity);
        variables.put("name", runId);
        return graphQl.data("RunResumeStatus", Queries.RESUME, variables, WandbHttp.LASTING)
                .then(data -> ResumeStatus.read(data.path("model").path("bucket")));
    }

    /**
     * The lines of a run's history as the server has them, as text, in their order.
     *
     * @param from the first step
     * @param steps how many; not more lines are asked for, so none is left out
     */
    public Answer<List<String>> history(String entity, String project, String runId, long from, int steps)
            throws InterruptedException {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("entity", entity);
        variables.put("project", project);
        variables.put("run", runId);
        variables.put("minStep", from);
        variables.put("maxStep", from + steps);
        variables.put("pageSize", steps);
        return graphQl.data("HistoryPage", Queries.HISTORY, variables, WandbHttp.LASTING)
                .then(data -> lines(data.path("project").path("run").path("history")));
    }

    private static Answer<List<String>> lines(JsonNode history) {
        if (!history.isArray()) {
            return GraphQl.unexpected("HistoryPage");
        }
        List<String> lines = new ArrayList<>();
        history.forEach(line -> lines.add(line.asText()));
        return Answer.accepted(List.copyOf(lines));
    }

    /**
     * Tells the people who watch the run.
     *
     * @return whether the server has taken it; whether anybody is told it does not say
     */
    public Answer<Boolean> alert(String entity, String project, String runId, Alert alert) throws InterruptedException {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("entityName", entity);
        variables.put("projectName", project);
        variables.put("runName", runId);
        variables.put("title", alert.title());
        variables.put("text", alert.text());
        variables.put("severity", alert.severity().name());
        variables.put("waitDuration", alert.silence().toMillis());
        return graphQl.data("NotifyScriptableRunAlert", Queries.ALERT, variables, WandbHttp.LASTING)
                .then(data -> Answer.accepted(data.path("notifyScriptableRunAlert").path("success").asBoolean(false)));
    }
}
