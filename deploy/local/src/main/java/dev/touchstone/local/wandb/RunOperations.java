package dev.touchstone.local.wandb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The GraphQL operations about runs. */
final class RunOperations {

    /** What the answers of this emulator assume of a client. */
    private static final List<String> FEATURES = List.of("CLIENT_IDS", "LARGE_FILENAMES", "EXPAND_DEFINED_METRIC_GLOBS",
            "FILESTREAM_GZIP");

    private final Runs runs;
    private final Uploads uploads;

    RunOperations(Runs runs, Uploads uploads) {
        this.runs = runs;
        this.uploads = uploads;
    }

    GraphQlAnswer viewer() {
        String entity = runs.settings().entity();
        ObjectNode viewer = Json.object().put("__typename", "User").put("id", "VXNlcjox").put("entity", entity)
                .put("username", entity).put("name", entity).put("email", entity + "@localhost").put("admin", false)
                .put("flags", "{}");
        viewer.putNull("deletedAt");
        viewer.putObject("teams").putArray("edges").addObject().putObject("node").put("name", entity);
        return new GraphQlAnswer.Data("viewer", viewer);
    }

    GraphQlAnswer serverInfo() {
        ObjectNode info = Json.object();
        ArrayNode features = info.putArray("features");
        FEATURES.forEach(name -> features.addObject().put("name", name).put("isEnabled", true));
        info.putObject("cliVersionInfo").put("max_cli_version", "9.9.9");
        info.putObject("latestLocalVersionInfo").put("outOfDate", false).put("latestVersionString", "0.80.0")
                .put("versionOnThisInstanceString", "0.80.0");
        return new GraphQlAnswer.Data("serverInfo", info);
    }

    GraphQlAnswer upsertBucket(JsonNode variables) {
        return switch (runs.upsert(variables)) {
            case Runs.Upserted.Refused(int status, String message) ->
                new GraphQlAnswer.Refused("upsertBucket", status, message);
            case Runs.Upserted.Stored(EmulatedRun run, boolean inserted) ->
                new GraphQlAnswer.Data("upsertBucket", Json.object().put("inserted", inserted).set("bucket", bucket(run)));
        };
    }

    private static ObjectNode bucket(EmulatedRun run) {
        RunKey key = run.key();
        ObjectNode bucket = Json.object().put("id", key.storageId()).put("name", key.runId())
                .put("displayName", run.displayName()).put("description", run.text("description"))
                .put("config", run.config()).put("sweepName", run.text("sweep"))
                .put("historyLineCount", run.count(EmulatedRun.HISTORY));
        bucket.set("project", project(key));
        return bucket;
    }

    private static ObjectNode project(RunKey key) {
        ObjectNode project = Json.object().put("id", key.projectId()).put("name", key.project());
        project.putObject("entity").put("id", key.entityId()).put("name", key.entity());
        return project;
    }

    GraphQlAnswer resumeStatus(JsonNode variables) {
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
                .put("logLineCount", run.count(EmulatedRun.CONSOLE)).put("eventsLineCount", run.count(EmulatedRun.EVENTS))
                .put("notes", run.text("notes")).put("wandbConfig", telemetry(run));
        bucket.set("tags", Json.texts(run.tags()));
        return bucket;
    }

    /** The text of a list that has the last line in it, as a text again. */
    private static String tail(EmulatedRun run, String file) {
        List<String> lines = new ArrayList<>(run.lines(file).values());
        return Json.write(Json.texts(lines.isEmpty() ? List.of() : List.of(lines.getLast())));
    }

    /** The part of the config by which clients tell a run that was started from one that was only announced. */
    private static @Nullable String telemetry(EmulatedRun run) {
        return Json.parse(run.config())
                .map(config -> config.path("_wandb").path("value").path("t"))
                .filter(JsonNode::isObject)
                .map(telemetry -> Json.write(Json.object().set("t", telemetry)))
                .orElse("{}");
    }

    GraphQlAnswer stoppedStatus(JsonNode variables) {
        return withRun("project", key(variables, "entityName", "projectName", "runId"), run -> {
            ObjectNode project = Json.object();
            project.putObject("run").put("stopped", run.stopped());
            return project;
        });
    }

    GraphQlAnswer createRunFiles(JsonNode variables) {
        return withRun("createRunFiles", key(variables, "entity", "project", "run"), run -> {
            ObjectNode answer = Json.object().put("runID", run.key().storageId());
            answer.putArray("uploadHeaders").add("Content-Type:application/octet-stream");
            ArrayNode files = answer.putArray("files");
            for (JsonNode file : variables.path("files")) {
                String name = file.asText();
                files.addObject().put("name", name).put("uploadUrl", uploads.open(content -> run.store(name, content)));
            }
            return answer;
        });
    }

    GraphQlAnswer alert(JsonNode variables) {
        return withRun("notifyScriptableRunAlert", key(variables, "entityName", "projectName", "runName"), run -> {
            run.alert(new EmulatedRun.Alert(runs.settings().clock().instant(), Json.text(variables, "severity", "INFO"),
                    Json.text(variables, "title", ""), Json.text(variables, "text", "")));
            return Json.object().put("success", true);
        });
    }

    private RunKey key(JsonNode variables, String entity, String project, String run) {
        return new RunKey(Json.text(variables, entity, runs.settings().entity()), Json.text(variables, project, ""),
                Json.text(variables, run, ""));
    }

    private GraphQlAnswer withRun(String field, RunKey key, Function<EmulatedRun, JsonNode> answer) {
        Optional<GraphQlAnswer> data = runs.find(key).map(run -> new GraphQlAnswer.Data(field, answer.apply(run)));
        return data.orElseGet(() -> new GraphQlAnswer.Refused(field, 404, "run " + key + " not found"));
    }
}
