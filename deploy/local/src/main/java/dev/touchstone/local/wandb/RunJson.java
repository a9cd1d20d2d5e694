package dev.touchstone.local.wandb;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.artifacts.Artifacts;
import dev.touchstone.local.wandb.artifacts.EmulatedArtifact;
import dev.touchstone.local.wandb.http.Json;
import dev.touchstone.local.wandb.runs.EmulatedRun;
import dev.touchstone.local.wandb.runs.Runs;
import dev.touchstone.local.wandb.runs.Violation;

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

    /** All runs, one after the other: together they may be more than fits into memory twice. */
    void write(Writer out) throws IOException {
        String separator = "[\n";
        for (EmulatedRun run : runs.all()) {
            out.append(separator).append(Json.write(of(run)));
            separator = ",\n";
        }
        out.append(separator.startsWith("[") ? "[]\n" : "\n]\n");
    }

    /** All runs without what they hold many of. */
    ArrayNode brief() {
        ArrayNode all = Json.array();
        runs.all().forEach(run -> all.add(heading(run)));
        return all;
    }

    ObjectNode of(EmulatedRun run) {
        ObjectNode json = heading(run);
        json.set("history", Json.texts(run.lines().of(EmulatedRun.HISTORY).values()));
        json.set("systemMetrics", Json.texts(run.lines().of(EmulatedRun.EVENTS).values()));
        json.set("console", Json.texts(run.lines().of(EmulatedRun.CONSOLE).values()));
        addLosses(json, run);
        addFiles(json, run);
        addArtifacts(json, run);
        addAlerts(json, run);
        json.set("violations", violations(run.key().toString()));
        return json;
    }

    private ObjectNode heading(EmulatedRun run) {
        ObjectNode json = Json.object().put("entity", run.key().entity()).put("project", run.key().project())
                .put("runId", run.key().runId()).put("displayName", run.displayName())
                .put("state", runs.stateOf(run).key()).put("exitCode", run.life().exitCode())
                .put("stopped", run.life().stopped())
                .put("createdAt", run.life().createdAt().toString()).put("lastSeen", run.life().lastSeen().toString())
                .put("config", run.profile().config()).put("summary", run.summary())
                .put("historyLines", run.lines().stored(EmulatedRun.HISTORY))
                .put("heartbeats", run.life().heartbeats()).put("requests", run.life().requests());
        json.set("tags", Json.texts(run.profile().tags()));
        ObjectNode texts = json.putObject("details");
        run.profile().texts().forEach(texts::put);
        ObjectNode counts = json.putObject("lineCounts");
        run.lines().stored().forEach(counts::put);
        return json;
    }

    private static void addLosses(ObjectNode json, EmulatedRun run) {
        ArrayNode gaps = json.putArray("gaps");
        run.lines().gaps().forEach(gap -> gaps.addObject().put("file", gap.file()).put("first", gap.first())
                .put("last", gap.last()));
        ArrayNode conflicts = json.putArray("conflicts");
        run.lines().conflicts().forEach(conflict -> conflicts.addObject().put("file", conflict.file())
                .put("line", conflict.line()).put("before", conflict.before()).put("after", conflict.after()));
    }

    private static void addFiles(ObjectNode json, EmulatedRun run) {
        ArrayNode files = json.putArray("files");
        run.files().all().forEach((name, content) -> files.addObject().put("name", name).put("size", content.size())
                .put("md5", content.md5()).put("reported", run.files().isReported(name)));
    }

    private void addArtifacts(ObjectNode json, EmulatedRun run) {
        ArrayNode logged = json.putArray("artifacts");
        artifacts.of(run.key()).forEach(artifact -> logged.add(artifact(artifact)));
        ArrayNode used = json.putArray("usedArtifacts");
        run.used().forEach(id -> artifacts.find(id).ifPresent(artifact -> used.add(artifact.displayName())));
    }

    private ObjectNode artifact(EmulatedArtifact artifact) {
        ObjectNode node = Json.object().put("id", artifact.id()).put("name", artifact.displayName())
                .put("type", artifact.announcement().type()).put("digest", artifact.announcement().digest())
                .put("committed", artifact.committed()).put("metadata", artifact.metadata())
                .put("description", artifact.description());
        node.set("aliases", Json.texts(artifact.committed() ? artifacts.collection(artifact).aliasesOf(artifact)
                : artifact.announcement().aliases()));
        node.set("files", Json.texts(artifact.files().keySet()));
        ObjectNode digests = node.putObject("digests");
        artifact.files().forEach((path, content) -> digests.put(path, content.md5()));
        return node;
    }

    private static void addAlerts(ObjectNode json, EmulatedRun run) {
        ArrayNode alerts = json.putArray("alerts");
        run.alerts().all().forEach(alert -> alerts.addObject().put("at", alert.at().toString())
                .put("severity", alert.severity()).put("title", alert.title()).put("text", alert.text())
                .put("delivered", alert.delivered()));
    }

    /** @param run as {@code entity/project/id}, or empty for all runs and what belongs to none */
    ArrayNode violations(String run) {
        List<Violation> wanted = run.isEmpty() ? runs.violations().all() : runs.violations().ofRun(run);
        ArrayNode all = Json.array();
        wanted.forEach(violation -> all.addObject().put("at", violation.at().toString())
                .put("rule", violation.rule().key()).put("run", violation.place().run())
                .put("file", violation.place().file()).put("line", violation.place().line()).put("what", violation.what()));
        return all;
    }
}
