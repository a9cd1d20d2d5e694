package dev.touchstone.telemetry.sender;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.WandbRun;
import dev.touchstone.telemetry.Outcome;
import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.RecordedRun;
import dev.touchstone.telemetry.offline.ClosedSegment;
import dev.touchstone.telemetry.offline.Segment;
import dev.touchstone.telemetry.offline.SegmentPlan;
import dev.touchstone.telemetry.run.Runs;
import dev.touchstone.telemetry.wandb.RunDescription;
import dev.touchstone.telemetry.wandb.WandbVersions;
import dev.touchstone.telemetry.wandb.offline.OfflineContent;
import dev.touchstone.telemetry.wandb.offline.OfflineRun;
import dev.touchstone.telemetry.wandb.offline.OfflineSegment;

/** What is stored of a run as its offline segments hold it: the same on a disk and in an archive, on every replica. */
@ApplicationScoped
class OfflineProjection {

    private final Runs runs;

    OfflineProjection(Runs runs) {
        this.runs = runs;
    }

    /** The segment that rows still go into, or empty where there is none. */
    Optional<Segment> open(RecordedRun run, Progress progress, List<ClosedSegment> closed) {
        long firstStep = progress.registration() == null ? 0 : progress.registration().firstStep();
        OptionalInt exitCode = run.outcome().map(Outcome::exitCode).map(OptionalInt::of).orElseGet(OptionalInt::empty);
        Segment.Standing standing = new Segment.Standing(run.page().description(), Lines.summary(run, firstStep),
                Lines.runtimeSeconds(run), exitCode);
        return SegmentPlan.open(run.history().startedAt(), run.history().lines(), standing, progress, closed);
    }

    OfflineSegment of(RecordedRun run, Segment segment) {
        WandbRun named = run.review().wandbRun();
        OfflineRun.Name name = new OfflineRun.Name(named.entity(), named.project(), named.wandbId());
        OfflineRun part = new OfflineRun(name, RunDescription.JOB_TYPE, start(run, segment), WandbVersions.CLI,
                segment.standing().description());
        OfflineContent content = new OfflineContent(Metrics.DECLARED,
                new SegmentEntries(runs, run.review().submissionId(), segment.rows()), List.of(),
                new OfflineContent.Ending(segment.standing().summary(), segment.standing().runtimeSeconds(),
                        segment.standing().exitCode()));
        return new OfflineSegment(segment.begun(), part, content);
    }

    /** All segments of a run begin when it did, and differ by a nanosecond each, for the order of their upload. */
    private static OfflineRun.Start start(RecordedRun run, Segment segment) {
        Instant at = run.history().startedAt().plus(segment.number(), ChronoUnit.NANOS);
        long step = segment.rows().first() == 0 ? 0 : segment.rows().firstStep() + segment.rows().first();
        // No host: each replica has another one, and the same segment has to be the same from each.
        return new OfflineRun.Start(at, null, step);
    }
}
