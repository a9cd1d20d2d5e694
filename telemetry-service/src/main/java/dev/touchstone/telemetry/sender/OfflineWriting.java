package dev.touchstone.telemetry.sender;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.Progress.Sent;
import dev.touchstone.telemetry.RecordedRun;
import dev.touchstone.telemetry.WandbConfig;
import dev.touchstone.telemetry.evidence.TakenTables;
import dev.touchstone.telemetry.offline.ClosedSegment;
import dev.touchstone.telemetry.offline.Segment;
import dev.touchstone.telemetry.offline.SegmentPlan;
import dev.touchstone.telemetry.offline.Segments;
import dev.touchstone.telemetry.run.ClaimedRun;
import dev.touchstone.telemetry.wandb.offline.OfflineDirectory;

/**
 * Keeps a run on this replica's disk as directories that {@code wandb sync} uploads. The one that rows still go into is
 * written whole each time, until somebody takes it; then the next one begins.
 */
@ApplicationScoped
class OfflineWriting {

    private static final Logger LOG = Logger.getLogger(OfflineWriting.class);
    /** Their reports would be fetched anew with each row. */
    private static final List<TakenTables.Shown> NO_TABLES = List.of();

    private final OfflineProjection projection;
    private final Segments segments;
    private final WandbConfig config;

    OfflineWriting(OfflineProjection projection, Segments segments, WandbConfig config) {
        this.projection = projection;
        this.segments = segments;
        this.config = config;
    }

    /** Returns the progress with the lines that the directories hold now. */
    Progress write(ClaimedRun claimed) throws IOException {
        RecordedRun run = claimed.run();
        List<ClosedSegment> closed = closed(run);
        Optional<Segment> open = projection.open(run, claimed.progress(), closed);
        if (open.isPresent() && closeIfTaken(run, open.get())) {
            closed = closed(run);
            open = projection.open(run, claimed.progress(), closed);
        }
        for (ClosedSegment segment : closed) {
            settle(run, segment, SegmentPlan.sent(claimed.progress()));
        }
        if (open.isPresent()) {
            directory(run, open.get()).write(projection.of(run, open.get()));
        }
        Sent sent = claimed.progress().sent();
        return claimed.progress().with(
                new Sent(sent.lines(), sent.description(), sent.completedLines(), run.history().lines()));
    }

    /** Only what the directory held was uploaded: the rows that came since go into the next one. */
    private boolean closeIfTaken(RecordedRun run, Segment open) throws IOException {
        OfflineDirectory directory = directory(run, open);
        long rows = directory.isTaken() ? Math.min(directory.rows(), open.rows().count()) : 0;
        if (rows > 0) {
            close(run, open.until(open.rows().first() + rows), ClosedSegment.Reason.UPLOAD);
        }
        return rows > 0;
    }

    private void settle(RecordedRun run, ClosedSegment closed, long sent) throws IOException {
        OfflineDirectory directory = directory(run, closed.segment());
        int number = closed.segment().number();
        if (closed.isSettled(sent)) {
            directory.markSynced();
        } else if (directory.isTaken()) {
            Blocking.inTransaction(() -> segments.given(submission(run), number, number + 1));
        } else if (directory.isMarked() || directory.rows() != closed.segment().rows().count()) {
            directory.write(projection.of(run, closed, NO_TABLES));
        }
    }

    /** W&amp;B gets the run from here now, so nobody may upload a directory as well: its lines would be doubled. */
    void replacedByOnline(ClaimedRun claimed) {
        RecordedRun run = claimed.run();
        long written = claimed.progress().sent().offlineLines();
        if (written == 0) {
            return;
        }
        projection.open(run, claimed.progress(), closed(run)).filter(open -> open.rows().first() < written)
                .ifPresent(open -> close(run, open.until(written), ClosedSegment.Reason.ONLINE));
        mark(run, closed(run));
    }

    /** Somebody has got these another way. */
    void mark(RecordedRun run, List<ClosedSegment> gone) {
        for (ClosedSegment segment : gone) {
            OfflineDirectory directory = directory(run, segment.segment());
            try {
                directory.markSynced();
            } catch (IOException failure) {
                LOG.warnf("directory %s not marked as synced: %s", directory.path(), failure.toString());
            }
        }
    }

    private List<ClosedSegment> closed(RecordedRun run) {
        return Blocking.inTransaction(() -> segments.of(submission(run)));
    }

    private void close(RecordedRun run, Segment segment, ClosedSegment.Reason reason) {
        Blocking.inTransaction(() -> segments.close(submission(run), segment, reason));
    }

    private OfflineDirectory directory(RecordedRun run, Segment segment) {
        return OfflineDirectory.of(config.offlineDirectory(), submission(run), run.review().wandbRun().wandbId(),
                segment.begun());
    }

    private static UUID submission(RecordedRun run) {
        return run.review().submissionId();
    }
}
