package dev.touchstone.local.wandb;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/** A run as the service holds it. Requests of several writers meet here, hence the lock around everything. */
final class EmulatedRun {

    static final String HISTORY = "wandb-history.jsonl";
    static final String EVENTS = "wandb-events.jsonl";
    static final String SUMMARY = "wandb-summary.json";
    static final String CONSOLE = "output.log";

    /** A message for people. */
    record Alert(Instant at, String severity, String title, String text) {
    }

    /** The variables of an upsert that are plain texts: one that is null leaves what is stored. */
    private static final List<String> TEXTS = List.of("displayName", "groupName", "jobType", "description", "notes", "commit",
            "host", "program", "repo", "sweep");

    private final RunKey key;
    private final Instant createdAt;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final RunLines lines = new RunLines();
    private final Map<String, Blob> uploads = new LinkedHashMap<>();
    private final Set<String> reported = new LinkedHashSet<>();
    private final List<Alert> alerts = new ArrayList<>();
    private final Set<String> used = new LinkedHashSet<>();
    private String config = "{}";
    private List<String> tags = List.of();
    private Instant lastSeen;
    private @Nullable Integer exitCode;
    private boolean stopped;
    private int heartbeats;
    private int requests;

    EmulatedRun(RunKey key, String displayName, Instant now) {
        this.key = key;
        this.createdAt = now;
        this.lastSeen = now;
        texts.put("displayName", displayName);
    }

    /** Takes what an upsert names: texts and tags that it gives, the config always whole. */
    synchronized void update(JsonNode variables, Instant now) {
        lastSeen = now;
        for (String name : TEXTS) {
            String value = Json.text(variables, name);
            if (value != null) {
                texts.put(name, value);
            }
        }
        if (variables.path("tags").isArray()) {
            List<String> given = new ArrayList<>();
            variables.path("tags").forEach(tag -> given.add(tag.asText()));
            tags = List.copyOf(given);
        }
        config = Json.text(variables, "config", config);
        String summary = Json.text(variables, "summaryMetrics");
        if (summary != null) {
            lines.write(new FileStreamRequest.Chunk(SUMMARY, 0, List.of(summary)), "");
        }
    }

    /** @param writer the client's id in shared mode, where each client counts its own lines; else empty */
    synchronized void receive(FileStreamRequest request, String writer, Instant now) {
        lastSeen = now;
        requests++;
        heartbeats += request.heartbeat() ? 1 : 0;
        request.chunks().forEach(chunk -> lines.write(chunk, writer));
        reported.addAll(request.uploaded());
        // Whoever goes on speaking after the end has resumed the run.
        exitCode = request.complete() ? Integer.valueOf(request.exitCode()) : null;
    }

    synchronized void store(String name, Blob content) {
        uploads.put(name, content);
    }

    synchronized void alert(Alert alert) {
        alerts.add(alert);
    }

    synchronized void use(String artifact) {
        used.add(artifact);
    }

    synchronized void stop() {
        stopped = true;
    }

    synchronized RunState state(Instant now, Duration silence) {
        if (exitCode != null) {
            return exitCode == 0 ? RunState.FINISHED : RunState.FAILED;
        }
        return now.isAfter(lastSeen.plus(silence)) ? RunState.CRASHED : RunState.RUNNING;
    }

    RunKey key() {
        return key;
    }

    Instant createdAt() {
        return createdAt;
    }

    synchronized Instant lastSeen() {
        return lastSeen;
    }

    synchronized @Nullable String text(String name) {
        return texts.get(name);
    }

    String displayName() {
        return Objects.requireNonNullElse(text("displayName"), key.runId());
    }

    synchronized Map<String, String> texts() {
        return new LinkedHashMap<>(texts);
    }

    synchronized String config() {
        return config;
    }

    synchronized List<String> tags() {
        return tags;
    }

    /** The last summary, as it was sent. */
    synchronized @Nullable String summary() {
        return lines.last(SUMMARY);
    }

    synchronized int count(String name) {
        return lines.count(name);
    }

    synchronized Map<Integer, String> lines(String name) {
        return lines.of(name);
    }

    /** Line counts by file. */
    synchronized Map<String, Integer> stored() {
        return lines.stored();
    }

    synchronized List<LineFile.Conflict> conflicts() {
        return lines.conflicts();
    }

    synchronized List<LineFile.Gap> gaps() {
        return lines.gaps();
    }

    synchronized Map<String, Blob> uploads() {
        return new LinkedHashMap<>(uploads);
    }

    /** Files that the client says it has uploaded. */
    synchronized Set<String> reported() {
        return new LinkedHashSet<>(reported);
    }

    synchronized List<Alert> alerts() {
        return List.copyOf(alerts);
    }

    synchronized Set<String> used() {
        return new LinkedHashSet<>(used);
    }

    synchronized @Nullable Integer exitCode() {
        return exitCode;
    }

    synchronized boolean stopped() {
        return stopped;
    }

    synchronized int heartbeats() {
        return heartbeats;
    }

    /** File stream requests, heartbeats included. */
    synchronized int requests() {
        return requests;
    }
}
