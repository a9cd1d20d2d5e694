package dev.touchstone.telemetry.sender;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.WandbRun;
import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.Progress.Pace;
import dev.touchstone.telemetry.Standing;
import dev.touchstone.telemetry.Standing.Absence;
import dev.touchstone.telemetry.evidence.Settlement;
import dev.touchstone.telemetry.evidence.Upload;
import dev.touchstone.telemetry.run.ClaimedRun;
import dev.touchstone.telemetry.run.IdleRuns.IdleRun;
import dev.touchstone.telemetry.sender.ProjectPace.Project;
import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Accepted;
import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.filestream.FileStream.Feedback;
import dev.touchstone.telemetry.wandb.filestream.FileStreamRequest;

/** Does the next step of a claimed run. */
@ApplicationScoped
class RunWriter {

    private static final Logger LOG = Logger.getLogger(RunWriter.class);
    private static final Duration SHORT_WAIT = Duration.ofSeconds(1);
    private static final int MOST_WAITS = 10;

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
    Advance advance(ClaimedRun claimed) throws InterruptedException {
        Optional<WandbServer> server = wandb.serverOf(claimed.run().review().wandbRun());
        return server.isPresent() ? online(claimed, server.get()) : new Advance.Went(offline(claimed));
    }

    private Advance online(ClaimedRun claimed, WandbServer server) throws InterruptedException {
        Instant now = setup.clock().instant();
        Step step = NextStep.online(claimed, claimed.progress(), now, setup.times());
        if (step instanceof Step.Rest rest) {
            return new Advance.Went(rest.in(claimed.progress()));
        }
        Duration wait = setup.pace().take(project(claimed));
        return wait.isZero() ? online(claimed, step, server)
                : new Advance.Went(setup.consequence().paced(claimed, wait, now));
    }

    private Advance online(ClaimedRun claimed, Step step, WandbServer server) throws InterruptedException {
        return switch (step) {
            case Step.Register ignored -> registered(claimed, server.heard(registering.register(claimed, server)));
            case Step.Stream(boolean finish) -> went(claimed, "stream", server.heard(streaming.send(claimed, finish, server)));
            case Step.Put(Upload upload) -> tried(claimed, upload, server.heard(streaming.put(claimed, upload, server)));
            case Step.Heartbeat ignored -> went(claimed, "heartbeat", server.heard(streaming.heartbeat(claimed, server)));
            case Step.Rest ignored -> throw new IllegalStateException("rest needs no server");
            case Step.WriteDirectory ignored -> throw new IllegalStateException("a reachable run needs no directory");
        };
    }

    private Advance registered(ClaimedRun claimed, Answer<Progress> answer) {
        Progress progress = judged(claimed, "register", answer);
        return answer instanceof Refused<Progress> refused && refused.deletedRun()
                ? new Advance.NeedsAnotherId(refused.reason(), progress)
                : new Advance.Went(progress);
    }

    private Advance went(ClaimedRun claimed, String request, Answer<Progress> answer) {
        return new Advance.Went(judged(claimed, request, answer));
    }

    /**
     * Only a key that is refused is the whole run's business. Whether W&amp;B is away, rows and heartbeats tell; a storage
     * that is must not keep them waiting.
     */
    private Advance tried(ClaimedRun claimed, Upload upload, Answer<Settlement> answer) throws InterruptedException {
        Answer<Progress> progress = answer.then(ignored -> Answer.accepted(claimed.progress()));
        Progress again = claimed.progress().dueAt(setup.clock().instant().plus(setup.times().pacing()));
        return switch (answer) {
            case Accepted<Settlement>(Settlement settlement, Duration ignored) -> new Advance.Tried(
                    settlement.isWandbs() ? judged(claimed, "upload", progress) : again, upload, settlement);
            case Later<Settlement> later -> postponed(new Advance.Tried(again, upload, streaming.later(upload, later)),
                    claimed, progress);
            case Refused<Settlement> ignored -> new Advance.Went(judged(claimed, "upload", progress));
        };
    }

    private Advance postponed(Advance.Tried tried, ClaimedRun claimed, Answer<Progress> answer) {
        noted(claimed, "upload", answer);
        return tried;
    }

    private Project project(ClaimedRun claimed) {
        WandbRun named = claimed.run().review().wandbRun();
        return wandb.project(named.entity(), named.project());
    }

    /** Takes a turn in the project; a short wait for it is waited, or thousands of runs would be heard of too seldom. */
    boolean mayBeat(IdleRun run) throws InterruptedException {
        Project project = wandb.project(run.entity(), run.project());
        Duration wait = setup.pace().take(project);
        for (int tries = 0; !wait.isZero() && wait.compareTo(SHORT_WAIT) <= 0 && tries < MOST_WAITS; tries++) {
            Thread.sleep(wait);
            wait = setup.pace().take(project);
        }
        return wait.isZero();
    }

    /** A sign of life of a run for which nothing else is due. */
    Answer<Feedback> beat(IdleRun run) throws InterruptedException {
        WandbServer server = wandb.server().orElseThrow(() -> new InterruptedException("there is no key any more"));
        return server.fileStream().send(run.entity(), run.project(), run.wandbId(), FileStreamRequest.HEARTBEAT);
    }

    /** Whether the answer to it is that all is well, and no news. */
    boolean isAlive(IdleRun run, Answer<Feedback> answer) {
        boolean alive = answer instanceof Accepted<Feedback>(Feedback feedback, Duration ignored)
                && (run.stopped() || !feedback.stopped());
        if (alive) {
            setup.meters().accepted("heartbeat");
        }
        return alive;
    }

    /** What any other answer to it means. */
    Progress heard(ClaimedRun claimed, Answer<Feedback> answer) throws InterruptedException {
        return judged(claimed, "heartbeat", Streaming.heard(claimed, answer));
    }

    private void noted(ClaimedRun claimed, String request, Answer<Progress> answer) {
        setup.meters().count(request, answer, claimed.progress());
        Reading.pause(answer, setup.consequence().backoff()).ifPresent(pause -> setup.pace().hold(project(claimed), pause));
    }

    private Progress judged(ClaimedRun claimed, String request, Answer<Progress> answer) {
        noted(claimed, request, answer);
        return setup.consequence().of(answer, claimed, setup.clock().instant());
    }

    private Progress offline(ClaimedRun claimed) {
        Step step = NextStep.offline(claimed, setup.clock().instant(), setup.times());
        return switch (step) {
            case Step.Rest rest -> rested(cutOff(claimed.progress(), claimed), rest.until());
            case Step.WriteDirectory ignored -> written(claimed);
            case Step.Register ignored -> throw new IllegalStateException("an offline run has no server");
            case Step.Stream ignored -> throw new IllegalStateException("an offline run has no server");
            case Step.Put ignored -> throw new IllegalStateException("an offline run has no server");
            case Step.Heartbeat ignored -> throw new IllegalStateException("an offline run has no server");
        };
    }

    /** What failed before, failed online. */
    private static Progress rested(Progress progress, @Nullable Instant until) {
        Pace pace = progress.pace();
        return progress.with(new Pace(0, until, null, pace.lastRequestAt(), pace.lastSuccessAt()));
    }

    private Progress written(ClaimedRun claimed) {
        Instant now = setup.clock().instant();
        Pace before = claimed.progress().pace();
        try {
            return cutOff(offline.write(claimed), claimed).with(new Pace(0, null, null, now, before.lastSuccessAt()));
        } catch (IOException unwritable) {
            LOG.warnf("run directory not written, trying again: %s", unwritable.toString());
            int tries = before.tries() + 1;
            Instant due = now.plus(setup.consequence().backoff().after(tries));
            return cutOff(claimed.progress(), Absence.UNWRITABLE)
                    .with(new Pace(tries, due, null, now, before.lastSuccessAt()));
        }
    }

    private Progress cutOff(Progress progress, ClaimedRun claimed) {
        return cutOff(progress, wandb.whyOffline(claimed.run().review().wandbRun()));
    }

    private Progress cutOff(Progress progress, Absence why) {
        String reason = switch (why) {
            case NO_KEY -> "no W&B API key is configured";
            case OTHER_SERVER -> "there is no API key for the W&B that the run names";
            case UNWRITABLE -> "the run directory cannot be written";
        };
        return progress.with(Standing.cutOffAfter(progress.standing(), why, reason, setup.clock().instant()));
    }
}
