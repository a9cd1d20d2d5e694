package dev.touchstone.telemetry.wandb.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.WandbHttp;

/** The operations of W&amp;B's GraphQL endpoint that a run needs. Synchronous. */
public final class WandbApi {

    /** Two that create the same run at once meet in a conflict that passes. */
    private static final Set<Integer> LASTING_FOR_UPSERT = WandbHttp.LASTING.stream().filter(status -> status != 409)
            .collect(Collectors.toUnmodifiableSet());
    private static final int CONFLICT = 409;

    private final GraphQl graphQl;

    public WandbApi(WandbHttp http) {
        this.graphQl = new GraphQl(http);
    }

    /** Whom the key belongs to. A key that nobody has is refused, even if the server answers with 200. */
    public Answer<Viewer> viewer() throws InterruptedException {
        return graphQl.ask("Viewer", Queries.VIEWER, Map.of(), WandbHttp.LASTING).then(answer -> {
            JsonNode viewer = answer.path("data").path("viewer");
            return viewer.isObject()
                    ? Answer.accepted(new Viewer(viewer.path("username").asText(""), viewer.path("entity").asText("")))
                    : new Refused<>(401, "W&B does not know this API key");
        });
    }

    /** The features that the server has. One that does not know the question has none. */
    public Answer<Set<String>> features() throws InterruptedException {
        return graphQl.ask("ServerFeaturesQuery", Queries.FEATURES, Map.of(), WandbHttp.LASTING).then(answer -> {
            Set<String> names = new TreeSet<>();
            for (JsonNode feature : answer.path("data").path("serverInfo").path("features")) {
                if (feature.path("isEnabled").asBoolean()) {
                    names.add(feature.path("name").asText());
                }
            }
            return Answer.accepted(names);
        });
    }

    /** Creates the run or updates it. */
    public Answer<UpsertedRun> upsert(RunUpsert run) throws InterruptedException {
        Answer<JsonNode> answer = graphQl.data("UpsertBucket", Queries.UPSERT, run.variables(), LASTING_FOR_UPSERT);
        return lastingConflict(answer).then(data -> {
            JsonNode upserted = data.path("upsertBucket");
            JsonNode bucket = upserted.path("bucket");
            if (!bucket.path("id").isTextual()) {
                return GraphQl.unexpected("UpsertBucket");
            }
            JsonNode project = bucket.path("project");
            return Answer.accepted(new UpsertedRun(bucket.path("id").asText(),
                    project.path("entity").path("name").asText(run.entity()), project.path("name").asText(run.project()),
                    bucket.path("historyLineCount").asLong(0), upserted.path("inserted").asBoolean(false)));
        });
    }

    /** Where the run can be gone on with, or empty where there is none that was ever started. */
    public Answer<Optional<ResumePoint>> resumePoint(String entity, String project, String runId)
            throws InterruptedException {
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        variables.put("project", project);
        variables.put("entity", entity);
        variables.put("name", runId);
        return graphQl.data("RunResumeStatus", Queries.RESUME, variables, WandbHttp.LASTING)
                .then(data -> Answer.accepted(ResumeStatus.read(data.path("model").path("bucket"))));
    }

    /** The run id of a deleted run can never be used again: that conflict does not pass. */
    private static Answer<JsonNode> lastingConflict(Answer<JsonNode> answer) {
        return answer instanceof Later<JsonNode>(int status, String reason, var ignored)
                && status == CONFLICT && reason.contains("deleted") ? new Refused<>(status, reason) : answer;
    }
}
