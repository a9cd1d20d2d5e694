package dev.touchstone.telemetry.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.Progress.First;
import dev.touchstone.telemetry.Progress.Registration;
import dev.touchstone.telemetry.Progress.Sent;
import dev.touchstone.telemetry.offline.ClosedSegment.Reason;
import dev.touchstone.telemetry.wandb.RunDescription;

class SegmentPlanTest {

    private static final Instant BEGUN = Instant.parse("2026-11-01T12:00:00.25Z");
    private static final Segment.Standing STANDING = new Segment.Standing(
            new RunDescription(null, "agent", "", null, List.of(), Map.of()), "{}", 0, OptionalInt.empty());

    @Test
    void theFirstSegmentHasAllRowsAndBeginsWithTheRun() {
        assertEquals(Optional.of(segment(0, BEGUN, 0, 7)), open(7, Progress.NONE, List.of()));
    }

    @Test
    void rowsAfterAClosedSegmentGoIntoTheNext() {
        // Given
        Instant closed = BEGUN.plusSeconds(90);

        // When
        Optional<Segment> open = open(9, Progress.NONE, List.of(closed(segment(0, BEGUN, 0, 7), closed, null)));

        // Then
        assertEquals(Optional.of(segment(1, closed, 7, 9)), open);
    }

    @Test
    void nothingIsOpenWhereEveryRowIsInAClosedSegment() {
        assertEquals(Optional.empty(),
                open(7, Progress.NONE, List.of(closed(segment(0, BEGUN, 0, 7), BEGUN.plusSeconds(90), null))));
    }

    @Test
    void segmentsThatWereClosedInOneSecondBeginInSeveral() {
        // Given
        List<ClosedSegment> closed = new ArrayList<>();

        // When
        for (int lines = 1; lines <= 3; lines++) {
            closed.add(closed(open(lines, Progress.NONE, closed).orElseThrow(), BEGUN.plusMillis(100), null));
        }

        // Then
        assertEquals(List.of(BEGUN, Instant.parse("2026-11-01T12:00:01Z"), Instant.parse("2026-11-01T12:00:02Z")),
                closed.stream().map(segment -> segment.segment().begun()).toList());
    }

    @Test
    void whatWandbHasFromHereIsLeftOut() {
        // Given
        Progress online = online(5, 20);

        // When
        Segment open = open(8, online, List.of()).orElseThrow();

        // Then
        assertEquals(new Segment.Rows(5, 8, 20), open.rows());
    }

    @Test
    void aSegmentWhoseRowsWereSentInPartIsDoneAndItsRestIsOpenAgain() {
        // Given
        ClosedSegment closed = closed(segment(0, BEGUN, 0, 7), BEGUN.plusSeconds(9), null);

        // When
        Segment open = open(8, online(5, 0), List.of(closed)).orElseThrow();

        // Then
        assertTrue(closed.isSettled(5), "whoever uploaded it now would double five rows");
        assertEquals(new Segment.Rows(5, 8, 0), open.rows());
    }

    @Test
    void aSegmentStandsAsLongAsNoneOfItsRowsWasSent() {
        // Given
        ClosedSegment closed = closed(segment(0, BEGUN, 5, 7), BEGUN.plusSeconds(9), null);

        // When
        Segment open = open(8, online(5, 0), List.of(closed)).orElseThrow();

        // Then
        assertFalse(closed.isSettled(5));
        assertEquals(new Segment.Rows(7, 8, 0), open.rows());
    }

    @Test
    void whatSomebodyGotOrUploadedIsDone() {
        Segment segment = segment(0, BEGUN, 0, 7);
        assertTrue(closed(segment, BEGUN, BEGUN.plusSeconds(1)).isSettled(0));
        assertTrue(new ClosedSegment(segment, Reason.UPLOAD, BEGUN, null).isSettled(0));
        assertFalse(new ClosedSegment(segment, Reason.ONLINE, BEGUN, null).isSettled(0), "the key went before a row was sent");
    }

    private static Optional<Segment> open(long lines, Progress progress, List<ClosedSegment> closed) {
        return SegmentPlan.open(BEGUN, lines, STANDING, progress, closed);
    }

    private static Segment segment(int number, Instant begun, long first, long end) {
        return new Segment(number, begun, new Segment.Rows(first, end, 0), STANDING);
    }

    private static ClosedSegment closed(Segment segment, Instant closed, @Nullable Instant given) {
        return new ClosedSegment(segment, Reason.DOWNLOAD, closed, given);
    }

    private static Progress online(long sent, long firstStep) {
        return Progress.NONE.with(new Registration("id", "acme", "reviews", new First(0, firstStep, 0, 0)))
                .with(new Sent(sent, 1, null, 0));
    }
}
