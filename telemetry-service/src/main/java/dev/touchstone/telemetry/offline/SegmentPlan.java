package dev.touchstone.telemetry.offline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.Progress.Registration;

/** Which rows are in no closed segment and not with W&amp;B. Pure, so that any replica comes to the same directory. */
public final class SegmentPlan {

    private SegmentPlan() {
    }

    /** How many lines W&amp;B has accepted from here. */
    public static long sent(Progress progress) {
        return progress.registration() == null ? 0 : progress.sent().lines();
    }

    /**
     * The segment that is still open, or empty where every row has gone its way.
     *
     * @param begun when the run began
     * @param lines how many rows there are
     * @param standing of the run now
     * @param closed in order
     */
    public static Optional<Segment> open(Instant begun, long lines, Segment.Standing standing, Progress progress,
            List<ClosedSegment> closed) {
        long sent = sent(progress);
        long first = closed.stream().filter(segment -> !segment.isOvertaken(sent))
                .mapToLong(segment -> segment.segment().rows().end()).reduce(sent, Math::max);
        if (first >= lines) {
            return Optional.empty();
        }
        Registration registration = progress.registration();
        long firstStep = registration == null ? 0 : registration.firstStep();
        return Optional.of(new Segment(closed.size(), begun(begun, closed), new Segment.Rows(first, lines, firstStep),
                standing));
    }

    /** Directories are named by the second, so each is at least one later than the one before. */
    private static Instant begun(Instant run, List<ClosedSegment> closed) {
        if (closed.isEmpty()) {
            return run;
        }
        ClosedSegment last = closed.getLast();
        Instant next = last.segment().begun().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        return last.closed().isAfter(next) ? last.closed() : next;
    }
}
