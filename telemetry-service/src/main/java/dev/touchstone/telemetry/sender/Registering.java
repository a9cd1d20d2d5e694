package dev.touchstone.telemetry.sender;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.WandbRun;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.Progress.First;
import dev.touchstone.telemetry.Progress.Registration;
import dev.touchstone.telemetry.Progress.Sent;
import dev.touchstone.telemetry.RecordedRun;
import dev.touchstone.telemetry.evidence.Uploads;
import dev.touchstone.telemetry.run.ClaimedRun;
import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.Refusal;
import dev.touchstone.telemetry.wandb.api.Environment;
import dev.touchstone.telemetry.wandb.api.ExistingRun;
import dev.touchstone.telemetry.wandb.api.ResumePoint;
import dev.touchstone.telemetry.wandb.api.RunUpsert;
import dev.touchstone.telemetry.wandb.api.UpsertedRun;

/** Creates a run at W&amp;B, tells what changed of it, or resumes it; and compares what W&amp;B has with what it was sent. */
@ApplicationScoped
class Registering {

    private static final int CONFLICT = 409;
    private static final String PROGRAM = "touchstone/telemetry-service";

    private final OfflineWriting offline;
    private final Reconciling reconciling;
    private final Recognizing recognizing;
    private final Uploads uploads;

    Registering(OfflineWriting offline, Reconciling reconciling, Recognizing recognizing, Uploads uploads) {
        this.offline = offline;
        this.reconciling = reconciling;
        this.recognizing = recognizing;
        this.uploads = uploads;
    }

    Answer<Progress> register(ClaimedRun claimed, WandbServer server) throws InterruptedException {
        WandbRun named = claimed.run().review().wandbRun();
        return server.greet(named.entity(), named.project()).then(ignored -> existing(claimed, server))
                .then(existing -> upsert(claimed, existing, server));
    }

    /**
     * What W&amp;B has, where that is not known: of a run that somebody else may have begun, whose config would be replaced;
     * of one whose last writer may have said more than it could store; and of one that was offline, which somebody may
     * have uploaded. Not where a description has changed.
     */
    private static Answer<Optional<ExistingRun>> existing(ClaimedRun claimed, WandbServer server)
            throws InterruptedException {
        WandbRun named = claimed.run().review().wandbRun();
        Registration before = claimed.progress().registration();
        boolean known = before != null && before.firstLine() == 0 && !claimed.progress().marks().unsure()
                && claimed.progress().sent().offlineLines() == 0;
        return known ? Answer.accepted(Optional.empty())
                : server.api().existing(named.entity(), named.project(), named.wandbId());
    }

    private Answer<Progress> upsert(ClaimedRun claimed, Optional<ExistingRun> existing, WandbServer server)
            throws InterruptedException {
        Registration before = claimed.progress().registration();
        if (before == null && isOthers(claimed, existing)) {
            return new Refused<>(CONFLICT, "W&B has another run of the id " + claimed.run().review().wandbRun().wandbId(),
                    Refusal.DELETED_RUN);
        }
        RunUpsert ours = upsert(claimed.run(), before).on(server.features())
                .from(environment(claimed.run()))
                .appeared(claimed.run().page().summary().keySet());
        return server.api().upsert(existing.map(ours::goingOn).orElse(ours)).then(upserted -> {
            offline.replacedByOnline(claimed);
            return before == null ? Answer.accepted(begun(claimed, upserted, existing))
                    : goneOn(claimed, before, upserted, existing);
        });
    }

    /** Whoever names a run may want it gone on with. The id that this service chose itself must be nobody else's. */
    private static boolean isOthers(ClaimedRun claimed, Optional<ExistingRun> existing) {
        return claimed.run().review().wandbRun().alias() != null
                && existing.filter(found -> found.point().historyLines() > 0).isPresent();
    }

    /** One writer's entry per run, whichever replica wrote last. */
    private static Environment environment(RecordedRun run) {
        return Environment.here(run.review().submissionId().toString().replace("-", ""), PROGRAM, System.getenv("HOSTNAME"),
                run.history().startedAt());
    }

    private static RunUpsert upsert(RecordedRun run, @Nullable Registration before) {
        WandbRun named = run.review().wandbRun();
        return new RunUpsert(before == null ? null : before.storageId(), named.entity(), named.project(), named.wandbId(),
                run.page().description(), Metrics.DECLARED);
    }

    /**
     * A run that already has lines was begun by somebody else, whose lines stay; ours follow. Unless the last of them are
     * ours: then somebody has uploaded what was kept offline, and those are not sent again.
     */
    private Progress begun(ClaimedRun claimed, UpsertedRun upserted, Optional<ExistingRun> existing) {
        long ours = existing.map(found -> recognizing.rows(claimed, found, 0)).orElse(0L);
        if (ours > 0) {
            uploaded(claimed, ours);
            First first = new First(upserted.historyLines() - ours, 0, 0, 0);
            return registered(claimed, upserted, first, ours);
        }
        ResumePoint point = upserted.historyLines() == 0 ? ResumePoint.START : point(existing, upserted);
        return registered(claimed, upserted,
                new First(point.historyLines(), point.nextStep(), point.consoleLines(), point.eventLines()),
                claimed.progress().sent().lines());
    }

    private static ResumePoint point(Optional<ExistingRun> found, UpsertedRun upserted) {
        long lines = upserted.historyLines();
        return found.map(ExistingRun::point).filter(point -> point.historyLines() >= lines)
                .orElse(new ResumePoint(lines, lines, 0, 0, 0));
    }

    private static Progress registered(ClaimedRun claimed, UpsertedRun upserted, First first, long sent) {
        return described(claimed, sent)
                .with(new Registration(upserted.storageId(), upserted.entity(), upserted.project(), first));
    }

    /** How many lines of each kind W&amp;B says that it has; what it does not say is not doubted. */
    private static ResumePoint counts(UpsertedRun upserted, Optional<ExistingRun> existing) {
        ResumePoint unsaid = new ResumePoint(upserted.historyLines(), 0, Reconciling.UNSAID, Reconciling.UNSAID, 0);
        return existing.map(ExistingRun::point).map(point -> new ResumePoint(
                Math.min(point.historyLines(), upserted.historyLines()), point.nextStep(), point.eventLines(),
                point.consoleLines(), point.runtimeSeconds())).orElse(unsaid);
    }

    private Answer<Progress> goneOn(ClaimedRun claimed, Registration before, UpsertedRun upserted,
            Optional<ExistingRun> existing) {
        long lines = upserted.historyLines() - before.firstLine();
        if (lines > claimed.run().history().lines()) {
            return new Refused<>(CONFLICT, "another writer has added lines to this run");
        }
        long ours = existing.map(found -> recognizing.rows(claimed, found, before.firstStep())).orElse(0L);
        if (ours == lines && ours > claimed.progress().sent().lines()) {
            uploaded(claimed, ours);
            return Answer.accepted(described(claimed, ours));
        }
        // Lines that W&B does not have are sent again; lines that it has and we did not hear of are written once more.
        return Answer.accepted(described(claimed, reconciling.rows(claimed, before.first(), counts(upserted, existing))));
    }

    /** Where the run was offline, rows that were not sent from here came by an upload, and their alerts with them. */
    private void uploaded(ClaimedRun claimed, long lines) {
        Sent sent = claimed.progress().sent();
        if (sent.offlineLines() > 0) {
            Blocking.inTransaction(() -> uploads.uploaded(claimed.run().review().submissionId(), sent.lines(), lines));
        }
    }

    /** The directory counts no longer; if the run goes offline again, it is written anew, from where W&B has got to. */
    private static Progress described(ClaimedRun claimed, long sentLines) {
        return claimed.progress().unsure(false).with(new Sent(sentLines, claimed.run().page().version(), null, 0));
    }
}
