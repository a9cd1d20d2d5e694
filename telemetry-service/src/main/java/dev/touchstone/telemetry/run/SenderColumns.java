package dev.touchstone.telemetry.run;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.Progress.Pace;
import dev.touchstone.telemetry.Progress.Registration;
import dev.touchstone.telemetry.Progress.Sent;
import dev.touchstone.telemetry.Progress.Standing;

/** The sender's part of a run's row: {@link Progress}, and the lease. */
@Embeddable
class SenderColumns {

    @Column(name = "storage_id")
    @Nullable
    String storageId;
    @Column(name = "wandb_entity")
    @Nullable
    String wandbEntity;
    @Column(name = "wandb_project")
    @Nullable
    String wandbProject;
    @Column(name = "first_line")
    long firstLine;
    @Column(name = "first_step")
    long firstStep;

    @Column(name = "sent_lines")
    long sentLines;
    @Column(name = "sent_description")
    long sentDescription;
    @Column(name = "completed_lines")
    @Nullable
    Long completedLines;
    @Column(name = "offline_lines")
    long offlineLines;

    @Enumerated(EnumType.STRING)
    @Nullable
    RunState state;
    String reason = "";
    boolean stopped;

    int tries;
    @Column(name = "due_at")
    @Nullable
    Instant dueAt;
    @Column(name = "last_request_at")
    @Nullable
    Instant lastRequestAt;
    @Column(name = "last_success_at")
    @Nullable
    Instant lastSuccessAt;

    @Column(name = "lease_owner")
    @Nullable
    String leaseOwner;
    @Column(name = "lease_until")
    @Nullable
    Instant leaseUntil;
    long fence;

    /** There is something new to send; but a server that asked to be left alone is left alone. */
    void hurry(Instant now) {
        if (tries == 0 || dueAt == null) {
            dueAt = now;
        }
    }

    void lease(String owner, Instant until) {
        leaseOwner = owner;
        leaseUntil = until;
        fence++;
    }

    void release() {
        leaseOwner = null;
        leaseUntil = null;
    }

    Progress progress() {
        Registration registration = storageId == null || wandbEntity == null || wandbProject == null ? null
                : new Registration(storageId, wandbEntity, wandbProject, firstLine, firstStep);
        return new Progress(registration, new Sent(sentLines, sentDescription, completedLines, offlineLines),
                new Standing(state, reason, stopped), new Pace(tries, dueAt, lastRequestAt, lastSuccessAt));
    }

    void take(Progress progress) {
        Registration registration = progress.registration();
        if (registration != null) {
            storageId = registration.storageId();
            wandbEntity = registration.entity();
            wandbProject = registration.project();
            firstLine = registration.firstLine();
            firstStep = registration.firstStep();
        }
        take(progress.sent());
        take(progress.standing());
        take(progress.pace());
    }

    private void take(Sent sent) {
        sentLines = sent.lines();
        sentDescription = sent.description();
        completedLines = sent.completedLines();
        offlineLines = sent.offlineLines();
    }

    private void take(Standing standing) {
        state = standing.state();
        reason = standing.reason();
        stopped = standing.stopped();
    }

    private void take(Pace pace) {
        tries = pace.tries();
        dueAt = pace.dueAt();
        lastRequestAt = pace.lastRequestAt();
        lastSuccessAt = pace.lastSuccessAt();
    }
}
