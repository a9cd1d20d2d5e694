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
import dev.touchstone.telemetry.wandb.api.ExistingRun;
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
        return server.greet().then(ignored -> othersRun(claimed, before, server))
                .then(others -> upsert(claimed, before, others, server));
    }

    /** Asked before the run is updated, which replaces its config. A run that was empty when we began it is ours. */
    private static Answer<Optional<ExistingRun>> othersRun(ClaimedRun claimed, @Nullable Registration before,
            WandbServer server) throws InterruptedException {
        WandbRun named = claimed.run().review().wandbRun();
        return before != null && before.firstLine() == 0 ? Answer.accepted(Optional.empty())
                : server.api().existing(named.entity(), named.project(), named.runId());
    }

    private Answer<Progress> upsert(ClaimedRun claimed, @Nullable Registration before, Optional<ExistingRun> others,
            WandbServer server) throws InterruptedException {
        RunUpsert ours = upsert(claimed.run(), before).appeared(claimed.run().page().summary().keySet());
        return server.api().upsert(others.map(ours::goingOn).orElse(ours)).then(upserted -> {
            offline.replacedByOnline(claimed);
            return before == null ? Answer.accepted(begun(claimed, upserted, others)) : goneOn(claimed, before, upserted);
        });
    }

    private static RunUpsert upsert(RecordedRun run, @Nullable Registration before) {
        WandbRun named = run.review().wandbRun();
        return new RunUpsert(before == null ? null : before.storageId(), named.entity(), named.project(), named.runId(),
                run.page().description(), Metrics.DECLARED);
    }

    /** A run that already has lines was begun by somebody else, whose lines stay; ours follow. */
    private static Progress begun(ClaimedRun claimed, UpsertedRun upserted, Optional<ExistingRun> others) {
        return registered(claimed, upserted, upserted.historyLines() == 0 || isOurOfflineRun(claimed, upserted)
                ? ResumePoint.START
                : point(others, upserted));
    }

    private static ResumePoint point(Optional<ExistingRun> found, UpsertedRun upserted) {
        long lines = upserted.historyLines();
        return found.map(ExistingRun::point).filter(point -> point.historyLines() >= lines)
                .orElse(new ResumePoint(lines, lines, 0, 0, 0));
    }

    /** Somebody may have uploaded the run directory: then these lines are ours, and the same lines are written again. */
    private static boolean isOurOfflineRun(ClaimedRun claimed, UpsertedRun upserted) {
        return claimed.progress().sent().offlineLines() > 0
                && upserted.historyLines() <= claimed.run().history().lines();
    }

    private static Progress registered(ClaimedRun claimed, UpsertedRun upserted, ResumePoint point) {
        Registration registration = new Registration(upserted.storageId(), upserted.entity(), upserted.project(),
                point.historyLines(), point.nextStep());
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
