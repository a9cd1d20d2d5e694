package dev.touchstone.telemetry.run;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

import org.jspecify.annotations.Nullable;

import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.Progress.First;
import dev.touchstone.telemetry.Progress.Marks;
import dev.touchstone.telemetry.Progress.Pace;
import dev.touchstone.telemetry.Progress.Registration;
import dev.touchstone.telemetry.Progress.Sent;

/** The sender's part of a run's row: {@link Progress}, and who holds the run. */
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

    @Column(name = "first_console")
    long firstConsole;
    @Column(name = "first_stat")
    long firstStat;

    @Column(name = "sent_lines")
    long sentLines;
    @Column(name = "sent_description")
    long sentDescription;
    @Column(name = "completed_lines")
    @Nullable
    Long completedLines;
    @Column(name = "offline_lines")
    long offlineLines;

    @Embedded
    StandingColumns standing = new StandingColumns();
    boolean stopped;
    boolean unsure;

    int tries;
    @Column(name = "due_at")
    @Nullable
    Instant dueAt;
    @Column(name = "beat_at")
    @Nullable
    Instant beatAt;
    @Column(name = "last_request_at")
    @Nullable
    Instant lastRequestAt;
    @Column(name = "last_success_at")
    @Nullable
    Instant lastSuccessAt;

    @Column(name = "lease_owner")
    @Nullable
    String leaseOwner;
    long fence;

    /** There is something new to send; but a server that asked to be left alone is left alone. */
    void hurry(Instant due) {
        if (dueAt == null || (tries == 0 && due.isBefore(dueAt))) {
            dueAt = due;
        }
    }

    void release() {
        leaseOwner = null;
    }

    Progress progress() {
        Registration registration = storageId == null || wandbEntity == null || wandbProject == null ? null
                : new Registration(storageId, wandbEntity, wandbProject,
                        new First(firstLine, firstStep, firstConsole, firstStat));
        return new Progress(registration, new Sent(sentLines, sentDescription, completedLines, offlineLines),
                standing.standing(), new Pace(tries, dueAt, beatAt, lastRequestAt, lastSuccessAt), new Marks(stopped, unsure));
    }

    void take(Progress progress) {
        take(progress.registration());
        take(progress.sent());
        standing.take(progress.standing());
        take(progress.pace());
        stopped = progress.marks().stopped();
        unsure = progress.marks().unsure();
    }

    private void take(@Nullable Registration registration) {
        storageId = registration == null ? null : registration.storageId();
        wandbEntity = registration == null ? null : registration.entity();
        wandbProject = registration == null ? null : registration.project();
        First first = registration == null ? First.ZERO : registration.first();
        firstLine = first.line();
        firstStep = first.step();
        firstConsole = first.consoleLine();
        firstStat = first.statLine();
    }

    private void take(Sent sent) {
        sentLines = sent.lines();
        sentDescription = sent.description();
        completedLines = sent.completedLines();
        offlineLines = sent.offlineLines();
    }

    private void take(Pace pace) {
        tries = pace.tries();
        dueAt = pace.dueAt();
        beatAt = pace.beatAt();
        lastRequestAt = pace.lastRequestAt();
        lastSuccessAt = pace.lastSuccessAt();
    }
}
