package dev.touchstone.local.wandb.runs;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.local.wandb.http.Json;

/** A run as the service holds it. Requests of several writers meet here, hence a lock around each of its parts. */
public final class EmulatedRun {

    public static final String HISTORY = "wandb-history.jsonl";
    public static final String EVENTS = "wandb-events.jsonl";
    public static final String SUMMARY = "wandb-summary.json";
    public static final String CONSOLE = "output.log";

    private final RunKey key;
    private final RunProfile profile;
    private final RunLife life;
    private final RunLines lines = new RunLines();
    private final RunFiles files = new RunFiles();
    private final Alerts alerts = new Alerts();
    private final Set<String> used = new LinkedHashSet<>();

    EmulatedRun(RunKey key, String displayName, Instant now) {
        this.key = key;
        this.profile = new RunProfile(displayName);
        this.life = new RunLife(now);
    }

    void update(JsonNode upsert, Reporter reporter, Instant now) {
        life.announced(now);
        profile.update(upsert, reporter);
        String summary = Json.text(upsert, "summaryMetrics");
        if (summary != null) {
            lines.write(new FileStreamRequest.Chunk(SUMMARY, 0, List.of(summary)), "", reporter);
        }
    }

    /** @param writer the client's id in shared mode, where each client counts its own lines; else empty */
    synchronized void receive(FileStreamRequest request, String writer, Reporter reporter, Instant now) {
        boolean closed = life.closed();
        boolean news = false;
        for (FileStreamRequest.Chunk chunk : request.chunks()) {
            news |= lines.write(chunk, writer, reporter);
        }
        files.report(request.uploaded());
        request.unknown().forEach(name -> reporter.report(Rule.UNKNOWN_MEMBER, "file_stream", null, name));
        // Other writers of a shared run go on; and the last request may come twice where its answer was lost.
        boolean again = !news && Objects.equals(request.exitCode(), life.exitCode());
        if (closed && writer.isEmpty() && !again) {
            reporter.report(Rule.AFTER_COMPLETE, "file_stream", null, "a request came after the run had been completed");
        }
        life.spoke(request, !writer.isEmpty(), now);
    }

    /** Goes back to a step; what was logged behind it is gone. */
    public void rewind(long step) {
        lines.rewind(step);
    }

    public synchronized void use(String artifact) {
        used.add(artifact);
    }

    public RunKey key() {
        return key;
    }

    public RunProfile profile() {
        return profile;
    }

    public RunLife life() {
        return life;
    }

    public RunLines lines() {
        return lines;
    }

    public RunFiles files() {
        return files;
    }

    public Alerts alerts() {
        return alerts;
    }

    public String displayName() {
        return Objects.requireNonNullElse(profile.text("displayName"), key.runId());
    }

    /** The last summary, as it was sent. */
    public @Nullable String summary() {
        return lines.last(SUMMARY);
    }

    /** Ids of the artifacts that it said it uses. */
    public synchronized Set<String> used() {
        return new LinkedHashSet<>(used);
    }
}
