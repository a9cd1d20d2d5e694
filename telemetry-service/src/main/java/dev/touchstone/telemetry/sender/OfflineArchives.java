package dev.touchstone.telemetry.sender;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.telemetry.RecordedRun;
import dev.touchstone.telemetry.Standing;
import dev.touchstone.telemetry.evidence.TakenTables;
import dev.touchstone.telemetry.evidence.TakenTables.Tables;
import dev.touchstone.telemetry.offline.ClosedSegment;
import dev.touchstone.telemetry.offline.Segment;
import dev.touchstone.telemetry.offline.SegmentPlan;
import dev.touchstone.telemetry.offline.Segments;
import dev.touchstone.telemetry.run.ClaimedRun;
import dev.touchstone.telemetry.run.Runs;
import dev.touchstone.telemetry.wandb.offline.OfflineArchive;
import dev.touchstone.telemetry.wandb.offline.OfflineArchive.Member;
import io.smallrye.mutiny.Uni;

/**
 * Offline runs for people to take away and upload. What one has got is closed: rows that come later are in a directory of
 * their own in the next archive, and those that somebody has got already are marked there as uploaded.
 */
@ApplicationScoped
class OfflineArchives {

    private final Runs runs;
    private final Segments segments;
    private final OfflineProjection projection;
    private final OfflineWriting writing;
    private final TakenTables tables;

    OfflineArchives(Runs runs, Segments segments, OfflineProjection projection, OfflineWriting writing, TakenTables tables) {
        this.runs = runs;
        this.segments = segments;
        this.projection = projection;
        this.writing = writing;
        this.tables = tables;
    }

    /** A run with all its rows in closed segments, in order; one at least. */
    record Taken(ClaimedRun held, List<ClosedSegment> segments) {
    }

    /** Closes what is open; empty where there is no such run, or W&amp;B has it, or gets it from here. */
    Optional<Taken> take(UUID submission) {
        return Blocking.inTransaction(() -> runs.hold(submission).flatMap(held -> held
                .filter(run -> run.progress().standing() instanceof Standing.Offline)
                .map(run -> segments.of(submission).flatMap(closed -> closed(run, closed))
                        .map(all -> all.isEmpty() ? Optional.<Taken> empty() : Optional.of(new Taken(run, all))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
    }

    private Uni<List<ClosedSegment>> closed(ClaimedRun held, List<ClosedSegment> before) {
        Optional<Segment> open = projection.open(held.run(), held.progress(), before);
        return open.isEmpty() ? Uni.createFrom().item(before)
                : segments.close(held.run().review().submissionId(), open.get(), ClosedSegment.Reason.DOWNLOAD)
                        .map(last -> Stream.concat(before.stream(), Stream.of(last)).toList());
    }

    /** Writes them; once that has succeeded, somebody has got them. */
    void give(Taken taken, OutputStream out) throws IOException {
        long sent = SegmentPlan.sent(taken.held().progress());
        RecordedRun run = taken.held().run();
        UUID submission = run.review().submissionId();
        Tables made = tables.of(submission, run.page().attempts(), taken.segments().getLast().segment().rows().firstStep());
        List<Member> members = taken.segments().stream()
                .map(closed -> new Member(projection.of(run, closed, made.shown()), closed.isSettled(sent))).toList();
        OfflineArchive.write(ArchiveReadme.of(taken, sent, made.missing()), members, out);
        out.flush();
        Blocking.inTransaction(() -> segments.given(submission, 0, members.size()));
        writing.mark(run, taken.segments());
    }
}
