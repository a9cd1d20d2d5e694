package dev.touchstone.telemetry.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.EventDraft.AttemptRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.telemetry.evidence.Upload.Cause;
import dev.touchstone.telemetry.evidence.Upload.Waiting;
import dev.touchstone.telemetry.wandb.ExtendedJson;

/** The row of an upload. Written with its event's, settled by the holder of the run's lease only. */
@Entity
@Table(name = "wandb_upload")
class UploadRow {

    /** What became of it. */
    enum State {
        PENDING,
        LOGGED,
        REFUSED
    }

    @Id
    UUID id;

    @Column(name = "submission_id")
    UUID submissionId;

    @Column(name = "event_id")
    UUID eventId;

    @Column(name = "workflow_run_id")
    UUID workflowRunId;

    String stage;
    int attempt;
    long line;
    String type;
    String name;
    String plan;

    @Column(name = "suite_digest")
    @Nullable
    String suiteDigest;

    @Enumerated(EnumType.STRING)
    State state = State.PENDING;

    String reason = "";
    int tries;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "waiting_since")
    @Nullable
    Instant waitingSince;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "settled_at")
    @Nullable
    Instant settledAt;

    @Column(name = "artifact_id")
    @Nullable
    String artifactId;

    @Column(name = "artifact_digest")
    @Nullable
    String artifactDigest;

    static UploadRow planned(StageEvent event, Plan plan, Setting setting, Instant now) {
        UploadRow row = new UploadRow();
        row.id = UUID.nameUUIDFromBytes((event.id() + "/" + plan.name()).getBytes(StandardCharsets.UTF_8));
        row.submissionId = event.submissionId();
        row.eventId = event.id();
        row.workflowRunId = event.review().workflowRunId();
        row.stage = event.stage().key();
        row.attempt = event.attempt();
        row.line = setting.line();
        row.type = plan.type();
        row.name = plan.name();
        row.plan = ExtendedJson.write(plan);
        row.suiteDigest = plan instanceof Plan.TestSuite suite ? suite.digest() : null;
        row.dueAt = now;
        row.recordedAt = now;
        return row;
    }

    Upload upload() {
        return new Upload(id, new Cause(eventId, workflowRunId, new AttemptRef(Stage.of(stage), attempt), line),
                ExtendedJson.readBack(plan, Plan.class), new Waiting(tries, recordedAt, waitingSince));
    }

    /** What was settled stays so. */
    void settle(Settlement settlement, Instant now) {
        if (state != State.PENDING) {
            return;
        }
        switch (settlement) {
            case Settlement.Logged(Settlement.Kept kept, var ignored) -> {
                state = State.LOGGED;
                reason = "";
                artifactId = kept.artifactId();
                artifactDigest = kept.digest();
                settledAt = now;
            }
            case Settlement.Given ignored -> {
                state = State.LOGGED;
                reason = "";
                settledAt = now;
            }
            case Settlement.Refused(String why) -> {
                state = State.REFUSED;
                reason = why;
                settledAt = now;
            }
            case Settlement.Postponed(String why, Instant until) -> {
                reason = why;
                tries++;
                waitingSince = waitingSince == null ? now : waitingSince;
                dueAt = until;
            }
        }
    }
}
