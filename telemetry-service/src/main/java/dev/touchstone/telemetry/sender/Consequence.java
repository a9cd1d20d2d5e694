package dev.touchstone.telemetry.sender;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.Progress.Pace;
import dev.touchstone.telemetry.Progress.Standing;
import dev.touchstone.telemetry.RecordedRun;
import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Accepted;
import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.Backoff;

/**
 * What an answer means for the run: how it is shown, and when the next request is due. Nothing is ever dropped; the
 * worst that an answer can do is to let the rows wait.
 *
 * @param parkedWait after a refusal that trying again does not change
 */
record Consequence(Times times, Backoff backoff, Duration parkedWait) {

    static final String REACHABLE = "W&B can be reached";
    static final String STOPPED = "somebody pressed stop on the run's page; the review and its record go on";

    /** One failure is no news: it often passes with the next try. */
    private static final int TRIES_BEFORE_NEWS = 2;

    Progress of(Answer<Progress> answer, RecordedRun run, Progress before, Instant now) {
        return switch (answer) {
            case Accepted<Progress>(Progress after, Duration pause) -> accepted(run, after, pause, now);
            case Later<Progress>(int ignored, String reason, Optional<Duration> after) -> later(before, reason, after, now);
            case Refused<Progress>(int ignored, String reason, var why) -> refused(before, reason, now);
        };
    }

    private Progress accepted(RecordedRun run, Progress after, Duration pause, Instant now) {
        Progress progress = after.with(standing(run, after)).with(new Pace(0, null, now, now));
        Instant earliest = now.plus(pause.compareTo(times.pacing()) > 0 ? pause : times.pacing());
        return progress.dueAt(NextStep.online(run, progress, earliest, times) instanceof Step.Rest(Instant until)
                ? until
                : earliest);
    }

    /** A run that had fallen behind is shown so until it has caught up. */
    private static Standing standing(RecordedRun run, Progress after) {
        boolean behind = after.sent().lines() < run.history().lines();
        if (behind && after.standing().state() == RunState.CATCHING_UP) {
            return after.standing();
        }
        boolean stopped = after.standing().stopped();
        return new Standing(RunState.ONLINE, stopped ? STOPPED : REACHABLE, stopped);
    }

    private Progress later(Progress before, String reason, Optional<Duration> asked, Instant now) {
        int tries = before.pace().tries() + 1;
        boolean news = tries >= TRIES_BEFORE_NEWS || before.standing().state() != RunState.ONLINE;
        Progress failed = news ? before.with(catchingUp(before, reason)) : before;
        return failed.with(pace(before, tries, asked.orElse(backoff.after(tries)), now));
    }

    private Progress refused(Progress before, String reason, Instant now) {
        return before.with(catchingUp(before, reason)).with(pace(before, before.pace().tries() + 1, parkedWait, now));
    }

    private static Pace pace(Progress before, int tries, Duration wait, Instant now) {
        return new Pace(tries, now.plus(wait), now, before.pace().lastSuccessAt());
    }

    private static Standing catchingUp(Progress before, String reason) {
        return new Standing(RunState.CATCHING_UP, reason, before.standing().stopped());
    }
}
