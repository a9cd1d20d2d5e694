package dev.touchstone.local.wandb.graphql;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.artifacts.Uploads;
import dev.touchstone.local.wandb.http.Json;
import dev.touchstone.local.wandb.runs.EmulatedRun;
import dev.touchstone.local.wandb.runs.RunKey;
import dev.touchstone.local.wandb.runs.Runs;

/** The GraphQL operations about runs. */
public final class RunOperations {

    private final Runs runs;
    private final Uploads uploads;

    public RunOperations(Runs runs, Uploads uploads) {
        this.runs = runs;
        this.uploads = uploads;
    }

    public GraphQlAnswer viewer() {
        String entity = runs.entity();
        ObjectNode viewer = Json.object().put("__typename", "User").put("id", "VXNlcjox").put("entity", entity)
                .put("username", entity).put("name", entity).put("email", entity + "@localhost").put("admin", false)
                .put("flags", "{}");
        viewer.putNull("deletedAt");
        viewer.putObject("teams").putArray("edges").addObject().putObject("node").put("name", entity);
        return new GraphQlAnswer.Data("viewer", viewer);
    }

    public GraphQlAnswer serverInfo() {
        ObjectNode info = Json.object();
        ArrayNode features = info.putArray("features");
        runs.behaviour().features()
                .forEach((name, enabled) -> features.addObject().put("name", name).put("isEnabled", enabled));
        info.putObject("cliVersionInfo").put("max_cli_version", "9.9.9");
        info.putObject("latestLocalVersionInfo").put("outOfDate", false).put("latestVersionString", "0.80.0")
                .put("versionOnThisInstanceString", "0.80.0");
        return new GraphQlAnswer.Data("serverInfo", info);
    }

    public GraphQlAnswer upsertBucket(JsonNode variables, Instant at) {
        return switch (runs.upsert(variables, at)) {
            case Runs.Upserted.Refused(int status, String message) ->
                new GraphQlAnswer.Refused("upsertBucket", status, message);
            case Runs.Upserted.Stored(EmulatedRun run, boolean inserted) ->
                new GraphQlAnswer.Data("upsertBucket", Json.object().put("inserted", inserted).set("bucket", bucket(run)));
        };
    }

    private static ObjectNode bucket(EmulatedRun run) {
        RunKey key = run.key();
        ObjectNode bucket = Json.object().put("id", key.storageId()).put("name", key.runId())
                .put("displayName", run.displayName()).put("description", run.profile().text("description"))
                .put("config", run.profile().config()).put("sweepName", run.profile().text("sweep"))
                .put("historyLineCount", run.lines().count(EmulatedRun.HISTORY));
        bucket.set("project", project(key));
        return bucket;
    }

    private static ObjectNode project(RunKey key) {
        ObjectNode project = Json.object().put("id", key.projectId()).put("name", key.project());
        project.putObject("entity").put("id", key.entityId()).put("name", key.entity());
        return project;
    }

    public GraphQlAnswer resumeStatus(JsonNode variables) {
        RunKey key = key(variables, "entity", "project", "name");
        if (!runs.hasProject(key.entity(), key.project())) {
            return new GraphQlAnswer.Data("model", null);
        }
        ObjectNode model = project(key);
        model.set("bucket", runs.find(key).map(RunOperations::resumable).orElse(null));
        return new GraphQlAnswer.Data("model", model);
    }

    private static ObjectNode resumable(EmulatedRun run) {
        ObjectNode bucket = bucket(run).put("summaryMetrics", run.summary())
                .put("historyTail", tail(run, EmulatedRun.HISTORY)).put("eventsTail", tail(run, EmulatedRun.EVENTS))
                .put("logLineCount", run.lines().count(EmulatedRun.CONSOLE))
                .put("eventsLineCount", run.lines().count(EmulatedRun.EVENTS))
                .put("notes", run.profile().text("notes")).put("wandbConfig", telemetry(run));
        bucket.set("tags", Json.texts(run.profile().tags()));
        return bucket;
    }

    /** The text of a list that has the last line in it, as a text again. */
    private static String tail(EmulatedRun run, String file) {
        List<String> lines = new ArrayList<>(run.lines().of(file).values());
        return Json.write(Json.texts(lines.isEmpty() ? List.of() : List.of(lines.getLast())));
    }

    /** The part of the config by which clients tell a run that was started from one that was only announced. */
    private static @Nullable String telemetry(EmulatedRun run) {
        return Json.parse(run.profile().config())
                .map(config -> config.path("_wandb").path("value").path("t"))
                .filter(JsonNode::isObject)
                .map(telemetry -> Json.write(Json.object().set("t", telemetry)))
                .orElse("{}");
    }

    public GraphQlAnswer stoppedStatus(JsonNode variables) {
        return withRun("project", key(variables, "entityName", "projectName", "runId"), run -> {
            ObjectNode project = Json.object();
            project.putObject("run").put("stopped", run.life().stopped());
            return project;
        });
    }

    public GraphQlAnswer createRunFiles(JsonNode variables) {
        return withRun("createRunFiles", key(variables, "entity", "project", "run"), run -> {
            ObjectNode answer = Json.object().put("runID", run.key().storageId());
            answer.putArray("uploadHeaders").add("Content-Type:application/octet-stream");
            ArrayNode files = answer.putArray("files");
            for (JsonNode file : variables.path("files")) {
                String name = file.asText();
                files.addObject().put("name", name).put("uploadUrl",
                        uploads.open(new Uploads.Place(run.key().toString(), name, null),
                                content -> run.files().store(name, content)));
            }
            return answer;
        });
    }

    public GraphQlAnswer alert(JsonNode variables, Instant at) {
        return withRun("notifyScriptableRunAlert", key(variables, "entityName", "projectName", "runName"), run -> {
            run.alerts().raise(at, Json.text(variables, "severity", "INFO"), Json.text(variables, "title", ""),
                    Json.text(variables, "text", ""), Duration.ofMillis(variables.path("waitDuration").asLong(60_000)));
            return Json.object().put("success", true);
        });
    }

    private RunKey key(JsonNode variables, String entity, String project, String run) {
        return new RunKey(Json.text(variables, entity, runs.entity()), Json.text(variables, project, ""),
                Json.text(variables, run, ""));
    }

    private GraphQlAnswer withRun(String field, RunKey key, Function<EmulatedRun, JsonNode> answer) {
        Optional<GraphQlAnswer> data = runs.find(key).map(run -> new GraphQlAnswer.Data(field, answer.apply(run)));
        return data.orElseGet(() -> new GraphQlAnswer.Refused(field, 404, "run " + key + " not found"));
    }
}
