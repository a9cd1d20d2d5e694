package dev.touchstone.local.wandb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A run as the admin API and the dump show it. What clients sent as JSON text stays text: it may hold bare {@code NaN}. */
final class RunJson {

    private final Runs runs;
    private final Artifacts artifacts;

    RunJson(Runs runs, Artifacts artifacts) {
        this.runs = runs;
        this.artifacts = artifacts;
    }

    ArrayNode all() {
        ArrayNode all = Json.array();
        runs.all().forEach(run -> all.add(of(run)));
        return all;
    }

    ObjectNode of(EmulatedRun run) {
        ObjectNode json = Json.object().put("entity", run.key().entity()).put("project", run.key().project())
                .put("runId", run.key().runId()).put("displayName", run.displayName())
                .put("state", runs.stateOf(run).key()).put("exitCode", run.exitCode()).put("stopped", run.stopped())
                .put("createdAt", run.createdAt().toString()).put("lastSeen", run.lastSeen().toString())
                .put("config", run.config()).put("summary", run.summary())
                .put("historyLines", run.lines(EmulatedRun.HISTORY).size())
                .put("heartbeats", run.heartbeats()).put("requests", run.requests());
        json.set("tags", Json.texts(run.tags()));
        ObjectNode texts = json.putObject("details");
        run.texts().forEach(texts::put);
        json.set("history", Json.texts(run.lines(EmulatedRun.HISTORY).values()));
        json.set("console", Json.texts(run.lines(EmulatedRun.CONSOLE).values()));
        ObjectNode counts = json.putObject("lineCounts");
        run.stored().forEach(counts::put);
        addFaults(json, run);
        addFiles(json, run);
        addAlerts(json, run);
        return json;
    }

    private static void addFaults(ObjectNode json, EmulatedRun run) {
        ArrayNode gaps = json.putArray("gaps");
        run.gaps().forEach(gap -> gaps.addObject().put("file", gap.file()).put("first", gap.first()).put("last", gap.last()));
        ArrayNode conflicts = json.putArray("conflicts");
        run.conflicts().forEach(conflict -> conflicts.addObject().put("file", conflict.file()).put("line", conflict.line())
                .put("before", conflict.before()).put("after", conflict.after()));
    }

    private void addFiles(ObjectNode json, EmulatedRun run) {
        ArrayNode files = json.putArray("files");
        run.uploads().forEach((name, content) -> files.addObject().put("name", name).put("size", content.size())
                .put("md5", content.md5()).put("reported", run.reported().contains(name)));
        ArrayNode logged = json.putArray("artifacts");
        for (EmulatedArtifact artifact : artifacts.of(run.key())) {
            ObjectNode node = logged.addObject().put("name", artifact.displayName())
                    .put("type", artifact.announcement().type()).put("digest", artifact.announcement().digest())
                    .put("committed", artifact.committed()).put("metadata", artifact.metadata());
            node.set("aliases", Json.texts(artifact.announcement().aliases()));
            node.set("files", Json.texts(artifact.files().keySet()));
        }
        json.set("usedArtifacts", Json.texts(run.used()));
    }

    private static void addAlerts(ObjectNode json, EmulatedRun run) {
        ArrayNode alerts = json.putArray("alerts");
        run.alerts().forEach(alert -> alerts.addObject().put("at", alert.at().toString()).put("severity", alert.severity())
                .put("title", alert.title()).put("text", alert.text()));
    }
}
