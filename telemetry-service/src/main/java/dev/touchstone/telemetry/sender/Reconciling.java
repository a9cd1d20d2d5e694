package dev.touchstone.telemetry.sender;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.telemetry.Progress.First;
import dev.touchstone.telemetry.run.ClaimedRun;
import dev.touchstone.telemetry.run.Runs;
import dev.touchstone.telemetry.wandb.api.ResumePoint;

/**
 * Compares what W&amp;B says that it has of a run with what it was sent. Sending goes on after the last row of which it has
 * everything; whatever is written a second time is the same at the same place.
 */
@ApplicationScoped
class Reconciling {

    /** More than any run has, for a count that the server did not give. */
    static final long UNSAID = Long.MAX_VALUE / 2;

    private final Runs runs;

    Reconciling(Runs runs) {
        this.runs = runs;
    }

    /** How many of our rows W&amp;B has whole; not more than those that it is known to have accepted. */
    long rows(ClaimedRun claimed, First first, ResumePoint counts) {
        long sent = claimed.progress().sent().lines();
        long whole = Math.min(counts.historyLines() - first.line(), counts.consoleLines() - first.consoleLine());
        long held = Math.clamp(whole, 0, sent);
        return Math.min(held, rowsWithStats(claimed, counts.eventLines() - first.statLine(), held));
    }

    /** The rows before the first one whose system metrics W&amp;B lacks. */
    private long rowsWithStats(ClaimedRun claimed, long stats, long held) {
        // No row has more than one.
        return stats >= held ? held
                : Blocking.inTransaction(() -> runs.rowOfStat(claimed.run().review().submissionId(), Math.max(0, stats)))
                        .map(row -> Math.min(row, held)).orElse(held);
    }
}
