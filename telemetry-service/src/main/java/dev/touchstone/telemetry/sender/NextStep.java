package dev.touchstone.telemetry.sender;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.RecordedRun;
import dev.touchstone.telemetry.evidence.Pending;
import dev.touchstone.telemetry.run.ClaimedRun;

/** Decides what to do next from what is stored. Pure, so that a restart or a takeover needs no memory. */
final class NextStep {

    private final RecordedRun run;
    private final Progress progress;
    private final Pending uploads;
    private final Instant now;
    private final Times times;

    private NextStep(ClaimedRun claimed, Progress progress, Instant now, Times times) {
        this.run = claimed.run();
        this.progress = progress;
        this.uploads = claimed.uploads();
        this.now = now;
        this.times = times;
    }

    /**
     * Where W&amp;B may be spoken to.
     *
     * @param progress as it is, or as it will be
     */
    static Step online(ClaimedRun claimed, Progress progress, Instant now, Times times) {
        return new NextStep(claimed, progress, now, times).online();
    }

    /** Where there is nobody to speak to. */
    static Step offline(ClaimedRun claimed, Instant now, Times times) {
        return new NextStep(claimed, claimed.progress(), now, times).offline();
    }

    private Step online() {
        if (isOver()) {
            return new Step.Rest(null, null);
        }
        if (isTooSoon()) {
            return new Step.Rest(afterLastRequest(times.pacing()), null);
        }
        if (mustRegister()) {
            return new Step.Register();
        }
        boolean finish = mayFinish() && !now.isBefore(quiet());
        if (finish || progress.sent().lines() < run.history().lines()) {
            return new Step.Stream(finish);
        }
        if (uploads.next().isPresent() && progress.pace().tries() == 0) {
            return new Step.Put(uploads.next().get());
        }
        return alive();
    }

    /** Nothing is to be sent but that somebody is there. */
    private Step alive() {
        Instant beat = Objects.requireNonNullElse(afterLastRequest(times.heartbeat()), now);
        // After a failure any request tells whether it has passed.
        if (progress.pace().tries() > 0 || !now.isBefore(beat)) {
            return new Step.Heartbeat();
        }
        return mayFinish() ? new Step.Rest(quiet(), null) : new Step.Rest(nextUpload(beat), beat);
    }

    /** Not later than the heartbeat, which is not given to a run for which something else is due. */
    private @Nullable Instant nextUpload(Instant beat) {
        Instant due = uploads.nextDue();
        return due == null || due.isBefore(beat) ? due : beat;
    }

    /** The review has ended, and the run has all that belongs to it. */
    private boolean mayFinish() {
        return run.outcome().isPresent() && uploads.count() == 0;
    }

    private Instant quiet() {
        return run.history().lastRowAt().plus(times.quietPeriod());
    }

    private Step offline() {
        if (progress.sent().offlineLines() == run.history().lines()) {
            return new Step.Rest(null, null);
        }
        return isTooSoon() ? new Step.Rest(afterLastRequest(times.pacing()), null) : new Step.WriteDirectory();
    }

    /** Finished with all that was recorded. */
    private boolean isOver() {
        Long completed = progress.sent().completedLines();
        return completed != null && completed == run.history().lines() && isDescribed() && uploads.count() == 0;
    }

    private boolean isDescribed() {
        return progress.sent().description() >= run.page().version();
    }

    private boolean mustRegister() {
        Instant lastSuccess = progress.pace().lastSuccessAt();
        return progress.registration() == null || lastSuccess == null || !isDescribed() || progress.marks().unsure()
        // More has come since the run was finished: it is resumed first.
                || progress.sent().completedLines() != null
                // It was offline meanwhile, and somebody may have uploaded what was kept then.
                || progress.sent().offlineLines() > 0
                || now.isAfter(lastSuccess.plus(times.resumeAfter()));
    }

    private boolean isTooSoon() {
        Instant free = afterLastRequest(times.pacing());
        return free != null && now.isBefore(free);
    }

    private @Nullable Instant afterLastRequest(Duration span) {
        Instant last = progress.pace().lastRequestAt();
        return last == null ? null : last.plus(span);
    }
}
