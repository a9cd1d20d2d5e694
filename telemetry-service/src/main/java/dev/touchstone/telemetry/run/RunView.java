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
import dev.touchstone.telemetry.Standing;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How a run stands, for operators and for the review's pages.
 *
 * @param state {@code unknown} until something was tried
 * @param cause of the state, as events name it; null until something was tried
 * @param since when the state is so for this cause
 * @param linesSent how many of the stored lines W&amp;B has accepted
 * @param complete whether W&amp;B was told that the run is over
 * @param stoppedInWandb somebody pressed stop there; the review and its record go on
 * @param offlineDirectory on the replica's disk, with the run's offline directories, where there is one
 */
@RegisterForReflection
public record RunView(UUID submissionId, Run wandbRun, String state, @Nullable String cause,
        String reason, @Nullable Instant since, long linesStored, long linesSent,
        boolean complete, @Nullable String outcome, boolean stoppedInWandb, @Nullable String offlineDirectory,
        Instant lastRowAt, @Nullable Instant lastSuccessAt) {

    /**
     * Which run it is, and its page.
     *
     * @param alias the id that W&amp;B has it under; null for its own
     */
    @RegisterForReflection
    public record Run(String entity, String project, String runId, @Nullable String alias, URI baseUrl, URI url) {
    }

    static RunView of(RunRecord record, Optional<String> offlineDirectory) {
        Progress progress = record.sender.progress();
        RunState state = record.sender.standing.state;
        Outcome outcome = record.outcome;
        Long completed = progress.sent().completedLines();
        return new RunView(record.submissionId, run(record), state == null ? "unknown" : state.key(),
                cause(record), record.sender.standing.reason, record.sender.standing.since, record.lines,
                progress.sent().lines(),
                completed != null && completed == record.lines,
                outcome == null ? null : outcome.name().toLowerCase(Locale.ROOT), progress.marks().stopped(),
                offlineDirectory.orElse(null), record.lastRowAt, progress.pace().lastSuccessAt());
    }

    private static @Nullable String cause(RunRecord record) {
        Standing standing = record.sender.standing.standing();
        return standing == null ? null : standing.cause().key();
    }

    private static Run run(RunRecord record) {
        var run = record.wandbRun();
        return new Run(run.entity(), run.project(), run.runId(), run.alias(), run.baseUrl(), run.url());
    }
}
