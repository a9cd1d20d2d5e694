package dev.touchstone.telemetry.sender;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.RecordedRun;

/** Decides what to do next from what is stored. Pure, so that a restart or a takeover needs no memory. */
final class NextStep {

    private final RecordedRun run;
    private final Progress progress;
    private final Instant now;
    private final Times times;

    private NextStep(RecordedRun run, Progress progress, Instant now, Times times) {
        this.run = run;
        this.progress = progress;
        this.now = now;
        this.times = times;
    }

    /** Where W&amp;B may be spoken to. */
    static Step online(RecordedRun run, Progress progress, Instant now, Times times) {
        return new NextStep(run, progress, now, times).online();
    }

    /** Where there is nobody to speak to. */
    static Step offline(RecordedRun run, Progress progress, Instant now, Times times) {
        return new NextStep(run, progress, now, times).offline();
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
        Instant quiet = run.history().lastRowAt().plus(times.quietPeriod());
        boolean finish = run.outcome().isPresent() && !now.isBefore(quiet);
        if (finish || progress.sent().lines() < run.history().lines()) {
            return new Step.Stream(finish);
        }
        Instant beat = Objects.requireNonNullElse(afterLastRequest(times.heartbeat()), now);
        // After a failure any request tells whether it has passed.
        if (progress.pace().tries() > 0 || !now.isBefore(beat)) {
            return new Step.Heartbeat();
        }
        return run.outcome().isPresent() ? new Step.Rest(quiet, null) : new Step.Rest(null, beat);
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
        return completed != null && completed == run.history().lines() && isDescribed();
    }

    private boolean isDescribed() {
        return progress.sent().description() >= run.page().version();
    }

    private boolean mustRegister() {
        Instant lastSuccess = progress.pace().lastSuccessAt();
        return progress.registration() == null || lastSuccess == null || !isDescribed() || progress.marks().unsure()
        // More has come since the run was finished: it is resumed first.
                || progress.sent().completedLines() != null
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
