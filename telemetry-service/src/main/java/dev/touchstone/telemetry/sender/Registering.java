package dev.touchstone.telemetry.sender;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.WandbRun;
import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.Progress.Registration;
import dev.touchstone.telemetry.Progress.Sent;
import dev.touchstone.telemetry.RecordedRun;
import dev.touchstone.telemetry.run.ClaimedRun;
import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.api.ResumePoint;
import dev.touchstone.telemetry.wandb.api.RunUpsert;
import dev.touchstone.telemetry.wandb.api.UpsertedRun;

/** Creates a run at W&amp;B, tells what changed of it, or resumes it; and compares what W&amp;B has with what it was sent. */
@ApplicationScoped
class Registering {

    private final OfflineWriting offline;

    Registering(OfflineWriting offline) {
        this.offline = offline;
    }

    Answer<Progress> register(ClaimedRun claimed, WandbServer server) throws InterruptedException {
        Registration before = claimed.progress().registration();
        RunUpsert upsert = upsert(claimed.run(), before);
        return server.greet().then(ignored -> server.api().upsert(upsert)).then(upserted -> {
            offline.replacedByOnline(claimed);
            return before == null ? begun(claimed, upserted, server) : goneOn(claimed, before, upserted);
        });
    }

    private static RunUpsert upsert(RecordedRun run, @Nullable Registration before) {
        WandbRun named = run.review().wandbRun();
        return new RunUpsert(before == null ? null : before.storageId(), named.entity(), named.project(), named.runId(),
                run.page().description(), Metrics.DECLARED);
    }

    /** A run that already has lines was begun by somebody else, whose lines stay; ours follow. */
    private static Answer<Progress> begun(ClaimedRun claimed, UpsertedRun upserted, WandbServer server)
            throws InterruptedException {
        if (upserted.historyLines() == 0 || isOurOfflineRun(claimed, upserted)) {
            return Answer.accepted(registered(claimed, upserted, ResumePoint.START));
        }
        return server.api().resumePoint(upserted.entity(), upserted.project(), claimed.run().review().wandbRun().runId())
                .then(point -> Answer.accepted(registered(claimed, upserted, point(point, upserted))));
    }

    private static ResumePoint point(Optional<ResumePoint> found, UpsertedRun upserted) {
        return found.filter(point -> point.nextLine() >= upserted.historyLines())
                .orElse(new ResumePoint(upserted.historyLines(), upserted.historyLines()));
    }

    /** Somebody may have uploaded the run directory: then these lines are ours, and the same lines are written again. */
    private static boolean isOurOfflineRun(ClaimedRun claimed, UpsertedRun upserted) {
        return claimed.progress().sent().offlineLines() > 0
                && upserted.historyLines() <= claimed.run().history().lines();
    }

    private static Progress registered(ClaimedRun claimed, UpsertedRun upserted, ResumePoint point) {
        Registration registration = new Registration(upserted.storageId(), upserted.entity(), upserted.project(),
                point.nextLine(), point.nextStep());
        return described(claimed, claimed.progress().sent().lines()).with(registration);
    }

    private static Answer<Progress> goneOn(ClaimedRun claimed, Registration before, UpsertedRun upserted) {
        long ours = upserted.historyLines() - before.firstLine();
        if (ours > claimed.run().history().lines()) {
            return new Refused<>(0, "another writer has added lines to this run");
        }
        // Lines that W&B does not have are sent again; lines that it has and we did not hear of are written once more.
        return Answer.accepted(described(claimed, Math.clamp(ours, 0, claimed.progress().sent().lines())));
    }

    /** The directory counts no longer; if the run goes offline again, it is written anew, from where W&B has got to. */
    private static Progress described(ClaimedRun claimed, long sentLines) {
        return claimed.progress().with(new Sent(sentLines, claimed.run().page().version(), null, 0));
    }
}
