package dev.touchstone.telemetry.sender;

import java.time.Duration;
import java.time.Instant;

import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.Progress.Pace;
import dev.touchstone.telemetry.RecordedRun;
import dev.touchstone.telemetry.Standing;
import dev.touchstone.telemetry.Standing.CatchingUp;
import dev.touchstone.telemetry.Standing.Lateness;
import dev.touchstone.telemetry.Standing.Offline;
import dev.touchstone.telemetry.Standing.Online;
import dev.touchstone.telemetry.run.ClaimedRun;
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
    static final String BEHIND = "W&B can be reached again; what waited is being sent";

    static final String PACED = "W&B asks those who write to this project to wait";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** One failure is no news: it often passes with the next try. */
    private static final int TRIES_BEFORE_NEWS = 2;

    Progress of(Answer<Progress> answer, ClaimedRun claimed, Instant now) {
        Progress before = claimed.progress();
        return switch (answer) {
            case Accepted<Progress>(Progress after, Duration pause) -> accepted(claimed, after, pause, now);
            case Later<Progress> later -> later(before, later, now);
            case Refused<Progress> refused -> refused(before, refused, now);
        };
    }

    /** It is not this run's turn. That is told only where it takes long enough to be noticed. */
    Progress paced(ClaimedRun claimed, Duration wait, Instant now) {
        Progress before = claimed.progress();
        boolean news = wait.compareTo(PATIENCE) >= 0 && before.sent().lines() < claimed.run().history().lines();
        Progress waiting = news ? late(before, Lateness.RATE_LIMITED, PACED, now) : before;
        return waiting.dueAt(now.plus(wait));
    }

    private Progress accepted(ClaimedRun claimed, Progress after, Duration pause, Instant now) {
        Progress progress = after.with(standing(claimed.run(), after, now)).with(new Pace(0, null, null, now, now));
        Instant earliest = now.plus(pause.compareTo(times.pacing()) > 0 ? pause : times.pacing());
        return NextStep.online(claimed, progress, earliest, times) instanceof Step.Rest rest ? rest.in(progress)
                : progress.dueAt(earliest);
    }

    /** A run that had fallen behind is shown so until it has caught up. */
    private static Standing standing(RecordedRun run, Progress after, Instant now) {
        boolean behind = after.sent().lines() < run.history().lines();
        String reason = after.marks().stopped() ? STOPPED : REACHABLE;
        return switch (after.standing()) {
            case null -> new Online(reason, now);
            case Online online -> online.saying(reason);
            case CatchingUp late -> behind ? late.late(Lateness.BEHIND, BEHIND, now) : late.caughtUp(reason, now);
            case Offline offline -> served(offline, behind, reason, now);
        };
    }

    private static Standing served(Offline offline, boolean behind, String reason, Instant now) {
        CatchingUp served = offline.late(Lateness.BEHIND, BEHIND, now);
        return behind ? served : served.caughtUp(reason, now);
    }

    private Progress later(Progress before, Later<Progress> answer, Instant now) {
        int tries = before.pace().tries() + 1;
        boolean news = tries >= TRIES_BEFORE_NEWS || !(before.standing() instanceof Online);
        Progress failed = news ? late(before, Reading.of(answer), answer.reason(), now) : before;
        return failed.with(pace(before, tries, answer.after().orElse(backoff.after(tries)), now));
    }

    /** What W&amp;B has is not known any more where the run is not what it was: that is asked for soon. */
    private Progress refused(Progress before, Refused<Progress> answer, Instant now) {
        int tries = before.pace().tries() + 1;
        boolean gone = before.registration() != null && Reading.isGone(answer) && !before.marks().unsure();
        Progress failed = late(before, Reading.of(answer), answer.reason(), now);
        return gone ? failed.unsure(true).with(pace(before, tries, backoff.after(1), now))
                : failed.with(pace(before, tries, parkedWait, now));
    }

    private static Pace pace(Progress before, int tries, Duration wait, Instant now) {
        return new Pace(tries, now.plus(wait), null, now, before.pace().lastSuccessAt());
    }

    private static Progress late(Progress before, Lateness why, String reason, Instant now) {
        return before.with(Standing.lateAfter(before.standing(), why, reason, now));
    }
}
