package dev.touchstone.telemetry.sender;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.Progress.Pace;
import dev.touchstone.telemetry.Progress.Standing;
import dev.touchstone.telemetry.run.ClaimedRun;
import dev.touchstone.telemetry.wandb.Answer;

/** Does the next step of a claimed run. */
@ApplicationScoped
class RunWriter {

    private static final Logger LOG = Logger.getLogger(RunWriter.class);

    private final Wandb wandb;
    private final Registering registering;
    private final Streaming streaming;
    private final OfflineWriting offline;
    private final WriterSetup setup;

    RunWriter(Wandb wandb, Registering registering, Streaming streaming, OfflineWriting offline, WriterSetup setup) {
        this.wandb = wandb;
        this.registering = registering;
        this.streaming = streaming;
        this.offline = offline;
        this.setup = setup;
    }

    /** One step; the result says when the next one is due. */
    Progress advance(ClaimedRun claimed) throws InterruptedException {
        Optional<WandbServer> server = wandb.serverOf(claimed.run().review().wandbRun());
        return server.isPresent() ? online(claimed, server.get()) : offline(claimed);
    }

    private Progress online(ClaimedRun claimed, WandbServer server) throws InterruptedException {
        Step step = NextStep.online(claimed.run(), claimed.progress(), setup.clock().instant(), setup.times());
        return switch (step) {
            case Step.Register ignored -> judged(claimed, "register", registering.register(claimed, server));
            case Step.Stream(boolean finish) -> judged(claimed, "stream", streaming.send(claimed, finish, server));
            case Step.Heartbeat ignored -> judged(claimed, "heartbeat", streaming.heartbeat(claimed, server));
            case Step.Rest(Instant until) -> claimed.progress().dueAt(until);
            case Step.WriteDirectory ignored -> throw new IllegalStateException("a reachable run needs no directory");
        };
    }

    private Progress judged(ClaimedRun claimed, String request, Answer<Progress> answer) {
        setup.meters().count(request, answer, claimed.progress());
        return setup.consequence().of(answer, claimed.run(), claimed.progress(), setup.clock().instant());
    }

    private Progress offline(ClaimedRun claimed) {
        Step step = NextStep.offline(claimed.run(), claimed.progress(), setup.clock().instant(), setup.times());
        return switch (step) {
            case Step.Rest(Instant until) -> offlineStanding(claimed.progress(), claimed).with(rested(claimed, until));
            case Step.WriteDirectory ignored -> written(claimed);
            case Step.Register ignored -> throw new IllegalStateException("an offline run has no server");
            case Step.Stream ignored -> throw new IllegalStateException("an offline run has no server");
            case Step.Heartbeat ignored -> throw new IllegalStateException("an offline run has no server");
        };
    }

    /** What failed before, failed online. */
    private static Pace rested(ClaimedRun claimed, @Nullable Instant until) {
        Pace pace = claimed.progress().pace();
        return new Pace(0, until, pace.lastRequestAt(), pace.lastSuccessAt());
    }

    private Progress written(ClaimedRun claimed) {
        Clock clock = setup.clock();
        Pace before = claimed.progress().pace();
        try {
            return offlineStanding(offline.write(claimed), claimed)
                    .with(new Pace(0, null, clock.instant(), before.lastSuccessAt()));
        } catch (IOException unwritable) {
            LOG.warnf("run directory not written, trying again: %s", unwritable.toString());
            int tries = before.tries() + 1;
            Instant due = clock.instant().plus(setup.consequence().backoff().after(tries));
            return claimed.progress().with(new Standing(RunState.OFFLINE, "the run directory cannot be written", false))
                    .with(new Pace(tries, due, clock.instant(), before.lastSuccessAt()));
        }
    }

    private Progress offlineStanding(Progress progress, ClaimedRun claimed) {
        String reason = wandb.whyOffline(claimed.run().review().wandbRun());
        return progress.with(new Standing(RunState.OFFLINE, reason, progress.standing().stopped()));
    }
}
