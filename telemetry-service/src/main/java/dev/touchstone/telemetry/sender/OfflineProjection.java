package dev.touchstone.telemetry.sender;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.WandbRun;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.telemetry.Outcome;
import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.RecordedRun;
import dev.touchstone.telemetry.evidence.TakenTables;
import dev.touchstone.telemetry.evidence.Uploads;
import dev.touchstone.telemetry.offline.ClosedSegment;
import dev.touchstone.telemetry.offline.Segment;
import dev.touchstone.telemetry.offline.SegmentPlan;
import dev.touchstone.telemetry.run.Runs;
import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.RunDescription;
import dev.touchstone.telemetry.wandb.WandbVersions;
import dev.touchstone.telemetry.wandb.artifact.MediaFile;
import dev.touchstone.telemetry.wandb.offline.OfflineContent;
import dev.touchstone.telemetry.wandb.offline.OfflineRun;
import dev.touchstone.telemetry.wandb.offline.OfflineSegment;
import dev.touchstone.telemetry.wandb.offline.RunFile;

/** What is stored of a run as its offline segments hold it: the same on a disk and in an archive, on every replica. */
@ApplicationScoped
class OfflineProjection {

    private final Runs runs;
    private final Uploads uploads;
    private final Clock clock;

    OfflineProjection(Runs runs, Uploads uploads, Clock clock) {
        this.runs = runs;
        this.uploads = uploads;
        this.clock = clock;
    }

    /** The segment that rows still go into, or empty where there is none. */
    Optional<Segment> open(RecordedRun run, Progress progress, List<ClosedSegment> closed) {
        long firstStep = progress.registration() == null ? 0 : progress.registration().firstStep();
        OptionalInt exitCode = run.outcome().map(Outcome::exitCode).map(OptionalInt::of).orElseGet(OptionalInt::empty);
        Segment.Standing standing = new Segment.Standing(run.page().description(), Lines.summary(run, firstStep),
                Lines.runtimeSeconds(run), exitCode);
        return SegmentPlan.open(run.history().startedAt(), run.history().lines(), standing, progress, closed);
    }

    /** One that rows still go into. */
    OfflineSegment of(RecordedRun run, Segment segment) {
        return of(run, segment, clock.instant(), List.of());
    }

    /** One that stays as it is. */
    OfflineSegment of(RecordedRun run, ClosedSegment closed, List<TakenTables.Shown> tables) {
        return of(run, closed.segment(), closed.closed(), tables);
    }

    private OfflineSegment of(RecordedRun run, Segment segment, Instant then, List<TakenTables.Shown> tables) {
        WandbRun named = run.review().wandbRun();
        OfflineRun.Name name = new OfflineRun.Name(named.entity(), named.project(), named.wandbId());
        OfflineRun part = new OfflineRun(name, RunDescription.JOB_TYPE, start(run, segment), WandbVersions.CLI,
                segment.standing().description());
        // As in a summary: what an earlier segment has shown is shown by the later ones too.
        List<TakenTables.Shown> shown = tables.stream().filter(table -> table.line() < segment.rows().end()).toList();
        OfflineContent content = new OfflineContent(Metrics.DECLARED, entries(run, segment, then),
                shown.stream().map(table -> file(table.media())).toList(),
                new OfflineContent.Ending(summary(segment.standing().summary(), shown), segment.standing().runtimeSeconds(),
                        segment.standing().exitCode()));
        return new OfflineSegment(segment.begun(), part, content);
    }

    private SegmentEntries entries(RecordedRun run, Segment segment, Instant then) {
        UUID submission = run.review().submissionId();
        Segment.Rows rows = segment.rows();
        return new SegmentEntries(runs, submission, rows,
                Blocking.inTransaction(() -> uploads.alerts(submission, rows.first(), rows.end(), then)));
    }

    private static RunFile file(MediaFile media) {
        return new RunFile(media.path(), RunFile.Kind.MEDIA, out -> {
            try (InputStream in = media.content().open()) {
                in.transferTo(out);
            }
        });
    }

    private static String summary(String stored, List<TakenTables.Shown> tables) {
        if (tables.isEmpty()) {
            return stored;
        }
        Map<String, Object> summary = new LinkedHashMap<>();
        ExtendedJson.read(stored).properties().forEach(member -> summary.put(member.getKey(), member.getValue()));
        tables.forEach(table -> summary.put(table.key(), table.media().value()));
        return ExtendedJson.write(summary);
    }

    /** All segments of a run begin when it did, and differ by a nanosecond each, for the order of their upload. */
    private static OfflineRun.Start start(RecordedRun run, Segment segment) {
        Instant at = run.history().startedAt().plus(segment.number(), ChronoUnit.NANOS);
        long step = segment.rows().first() == 0 ? 0 : segment.rows().firstStep() + segment.rows().first();
        // No host: each replica has another one, and the same segment has to be the same from each.
        return new OfflineRun.Start(at, null, step);
    }
}
