package dev.touchstone.local.wandb.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.artifacts.Uploads;
import dev.touchstone.local.wandb.http.Json;
import dev.touchstone.local.wandb.runs.EmulatedRun;
import dev.touchstone.local.wandb.runs.RunKey;
import dev.touchstone.local.wandb.runs.RunProfile;
import dev.touchstone.local.wandb.runs.Runs;

/** A run: what {@code run}, and to older queries {@code bucket}, name. Its JSON is text, as clients sent it. */
final class RunType {

    private final Runs runs;
    private final ArtifactTypes artifacts;
    private final RunFileTypes files;

    RunType(Runs runs, ArtifactTypes artifacts, Uploads uploads) {
        this.runs = runs;
        this.artifacts = artifacts;
        this.files = new RunFileTypes(uploads);
    }

    Type of(EmulatedRun run) {
        Type type = new Type("Run");
        naming(type, run);
        profile(type, run);
        course(type, run);
        lines(type, run);
        return type.with("files", field -> files.page(run, field))
                .leaf("fileCount", () -> IntNode.valueOf(run.files().all().size()))
                .with("outputArtifacts", field -> artifacts.loggedBy(run.key(), field))
                .with("inputArtifacts", field -> artifacts.usedBy(run, field));
    }

    private static void naming(Type type, EmulatedRun run) {
        RunKey key = run.key();
        Type user = new Type("User").text("name", key.entity()).text("username", key.entity()).text("id", "VXNlcjox");
        type.text("id", key.storageId()).text("name", key.runId()).text("displayName", run.displayName())
                .single("project", () -> ArtifactTypes.project(key.entity(), key.project()))
                .text("projectId", ArtifactTypes.internalId(key.entity(), key.project()))
                .single("user", () -> user);
    }

    private static void profile(Type type, EmulatedRun run) {
        RunProfile profile = run.profile();
        type.text("description", profile.text("description")).text("config", profile.config())
                .text("sweepName", profile.text("sweep")).text("group", profile.text("groupName"))
                .text("groupName", profile.text("groupName")).text("jobType", profile.text("jobType"))
                .text("notes", profile.text("notes")).text("commit", profile.text("commit"))
                .text("host", profile.text("host")).text("summaryMetrics", run.summary())
                .leaf("tags", () -> Json.texts(profile.tags()))
                .leaf("readOnly", () -> BooleanNode.FALSE)
                .with("wandbConfig", field -> Connections.text(wandbConfig(run, field)));
    }

    private void course(Type type, EmulatedRun run) {
        type.text("state", runs.stateOf(run).key()).leaf("stopped", () -> BooleanNode.valueOf(run.life().stopped()))
                .text("createdAt", Connections.time(run.life().createdAt()))
                .text("heartbeatAt", Connections.time(run.life().lastSeen()));
    }

    private static void lines(Type type, EmulatedRun run) {
        for (var count : List.of(List.of("historyLineCount", EmulatedRun.HISTORY),
                List.of("eventsLineCount", EmulatedRun.EVENTS), List.of("logLineCount", EmulatedRun.CONSOLE))) {
            type.leaf(count.getFirst(), () -> IntNode.valueOf(run.lines().count(count.getLast())));
        }
        type.text("historyTail", tail(run, EmulatedRun.HISTORY)).text("eventsTail", tail(run, EmulatedRun.EVENTS))
                .text("systemMetrics", Objects.requireNonNullElse(run.lines().last(EmulatedRun.EVENTS), "{}"));
        HistoryFields.add(type, run);
        ConsoleFields.add(type, run);
    }

    /** The text of a list that has the last line in it, as a text again. */
    private static String tail(EmulatedRun run, String file) {
        String last = run.lines().last(file);
        return Json.write(Json.texts(last == null ? List.of() : List.of(last)));
    }

    /** The part of the config by which clients tell a run that was started from one that was only announced. */
    private static @Nullable String wandbConfig(EmulatedRun run, Field field) {
        JsonNode internal = Json.parse(run.profile().config()).orElseGet(Json::object).path("_wandb").path("value");
        List<String> keys = new ArrayList<>();
        field.argument("keys").forEach(key -> keys.add(key.asText()));
        ObjectNode wanted = Json.object();
        internal.properties().stream().filter(member -> keys.contains(member.getKey()))
                .forEach(member -> wanted.set(member.getKey(), member.getValue()));
        return Json.write(wanted);
    }
}
