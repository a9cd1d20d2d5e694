package dev.touchstone.telemetry.sender;

import java.io.IOException;
import java.util.OptionalInt;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.touchstone.events.WandbRun;
import dev.touchstone.telemetry.Outcome;
import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.Progress.Registration;
import dev.touchstone.telemetry.Progress.Sent;
import dev.touchstone.telemetry.RecordedRun;
import dev.touchstone.telemetry.WandbConfig;
import dev.touchstone.telemetry.run.ClaimedRun;
import dev.touchstone.telemetry.run.Runs;
import dev.touchstone.telemetry.wandb.RunDescription;
import dev.touchstone.telemetry.wandb.WandbVersions;
import dev.touchstone.telemetry.wandb.offline.OfflineContent;
import dev.touchstone.telemetry.wandb.offline.OfflineDirectory;
import dev.touchstone.telemetry.wandb.offline.OfflineRun;

/** Keeps a run as a directory that {@code wandb sync} uploads: always a whole projection of what is stored. */
@ApplicationScoped
class OfflineWriting {

    private static final Logger LOG = Logger.getLogger(OfflineWriting.class);

    private final Runs runs;
    private final WandbConfig config;

    OfflineWriting(Runs runs, WandbConfig config) {
        this.runs = runs;
        this.config = config;
    }

    /** Returns the progress with the lines that the directory holds now. */
    Progress write(ClaimedRun claimed) throws IOException {
        RecordedRun run = claimed.run();
        directory(run).write(offlineRun(run), content(claimed));
        Sent sent = claimed.progress().sent();
        return claimed.progress().with(
                new Sent(sent.lines(), sent.description(), sent.completedLines(), run.history().lines()));
    }

    /** W&amp;B gets the run from here now, so nobody may upload the directory as well: its lines would be doubled. */
    void replacedByOnline(ClaimedRun claimed) {
        if (claimed.progress().sent().offlineLines() == 0) {
            return;
        }
        try {
            directory(claimed.run()).markSynced();
        } catch (IOException failure) {
            LOG.warnf("directory %s not marked as synced: %s", directory(claimed.run()).path(), failure.toString());
        }
    }

    private OfflineDirectory directory(RecordedRun run) {
        return OfflineDirectory.of(config.offlineDirectory(), run.review().submissionId(),
                run.review().wandbRun().runId(), run.history().startedAt());
    }

    private static OfflineRun offlineRun(RecordedRun run) {
        WandbRun named = run.review().wandbRun();
        return new OfflineRun(named.entity(), named.project(), named.runId(), RunDescription.JOB_TYPE,
                run.history().startedAt(), WandbVersions.CLI, run.page().description());
    }

    /** What W&amp;B already has from us is left out: an upload appends. */
    private OfflineContent content(ClaimedRun claimed) {
        RecordedRun run = claimed.run();
        Registration registration = claimed.progress().registration();
        long from = registration == null ? 0 : claimed.progress().sent().lines();
        long firstStep = registration == null ? 0 : registration.firstStep();
        StoredLines stored = new StoredLines(runs, run.review().submissionId(), from, run.history().lines());
        OptionalInt exitCode = run.outcome().map(Outcome::exitCode).map(OptionalInt::of).orElseGet(OptionalInt::empty);
        return new OfflineContent(Metrics.DECLARED, new Raised(stored, firstStep), Lines.summary(run, firstStep),
                Lines.runtimeSeconds(run), exitCode);
    }
}
