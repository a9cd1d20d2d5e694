package dev.touchstone.telemetry.run;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.telemetry.Outcome;
import dev.touchstone.telemetry.Progress;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How a run stands, for operators and for the review's pages.
 *
 * @param state {@code unknown} until something was tried
 * @param linesSent how many of the stored lines W&amp;B has accepted
 * @param complete whether W&amp;B was told that the run is over
 * @param stoppedInWandb somebody pressed stop there; the review and its record go on
 * @param offlineDirectory on the replica's disk, with the run's offline directories, where there is one
 */
@RegisterForReflection
public record RunView(UUID submissionId, Run wandbRun, String state, String reason, long linesStored, long linesSent,
        boolean complete, @Nullable String outcome, boolean stoppedInWandb, @Nullable String offlineDirectory,
        Instant lastRowAt, @Nullable Instant lastSuccessAt) {

    /** Which run it is, and its page. */
    @RegisterForReflection
    public record Run(String entity, String project, String runId, URI baseUrl, URI url) {
    }

    static RunView of(RunRecord record, Optional<String> offlineDirectory) {
        Progress progress = record.sender.progress();
        RunState state = record.sender.standing.state;
        Outcome outcome = record.outcome;
        Long completed = progress.sent().completedLines();
        return new RunView(record.submissionId, run(record), state == null ? "unknown" : state.key(),
                record.sender.standing.reason, record.lines, progress.sent().lines(),
                completed != null && completed == record.lines,
                outcome == null ? null : outcome.name().toLowerCase(Locale.ROOT), progress.marks().stopped(),
                offlineDirectory.orElse(null), record.lastRowAt, progress.pace().lastSuccessAt());
    }

    private static Run run(RunRecord record) {
        var run = record.wandbRun();
        return new Run(run.entity(), run.project(), run.runId(), run.baseUrl(), run.url());
    }
}
