package dev.touchstone.telemetry.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.touchstone.events.EventDraft.AttemptRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.telemetry.Outcome;
import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.Progress.First;
import dev.touchstone.telemetry.Progress.Pace;
import dev.touchstone.telemetry.Progress.Registration;
import dev.touchstone.telemetry.Progress.Sent;
import dev.touchstone.telemetry.RecordedRun;
import dev.touchstone.telemetry.wandb.RunDescription;

class NextStepTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:10:00Z");
    private static final Times TIMES = new Times(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(3),
            Duration.ofMinutes(2));
    private static final Registration REGISTERED = new Registration("id", "acme", "agents", First.ZERO);

    @Test
    void createsTheRunBeforeAnythingElse() {
        assertEquals(new Step.Register(), NextStep.online(running(1), Progress.NONE, NOW, TIMES));
    }

    @Test
    void sendsWhatIsNew() {
        assertEquals(new Step.Stream(false), next(running(5), sent(3, 1, null), 1));
    }

    @Test
    void leavesHalfASecondBetweenRequests() {
        assertEquals(new Step.Rest(NOW.plusMillis(400), null), NextStep.online(running(5),
                progress(sent(3, 1, null), NOW.minusMillis(100)), NOW, TIMES));
    }

    @Test
    void saysThatItIsAliveAfterHalfAMinute() {
        assertEquals(new Step.Heartbeat(), next(running(5), sent(5, 1, null), 30));
        assertEquals(new Step.Rest(null, NOW.plusSeconds(20)), next(running(5), sent(5, 1, null), 10));
    }

    @Test
    void tellsADescriptionThatChanged() {
        assertEquals(new Step.Register(), next(run(5, 2, null, 60), sent(5, 1, null), 1));
    }

    @Test
    void waitsForQuietBeforeItFinishes() {
        assertEquals(new Step.Rest(NOW.plusSeconds(2), null), next(run(5, 1, Outcome.PUBLISHED, 1), sent(5, 1, null), 1));
        assertEquals(new Step.Stream(true), next(run(5, 1, Outcome.PUBLISHED, 3), sent(5, 1, null), 1));
    }

    @Test
    void sendsLinesOfAnEndedReviewWithoutWaitingForQuiet() {
        assertEquals(new Step.Stream(false), next(run(5, 1, Outcome.PUBLISHED, 1), sent(4, 1, null), 1));
    }

    @Test
    void isDoneWithAFinishedRun() {
        assertEquals(new Step.Rest(null, null), next(run(5, 1, Outcome.PUBLISHED, 60), sent(5, 1, 5L), 60));
    }

    @Test
    void resumesAFinishedRunForWhatCameLater() {
        assertEquals(new Step.Register(), next(run(6, 1, Outcome.PUBLISHED, 60), sent(5, 1, 5L), 60));
    }

    @Test
    void resumesARunThatWasSilentForSoLongThatItMayBeTakenForCrashed() {
        assertEquals(new Step.Register(), next(running(5), sent(5, 1, null), 121));
    }

    @Test
    void asksWhatWandbHasWhereTheWriterBeforeMayHaveSaidMore() {
        assertEquals(new Step.Register(), NextStep.online(running(5),
                progress(sent(5, 1, null), NOW.minusSeconds(1)).unsure(true), NOW, TIMES));
    }

    @Test
    void triesWithAnythingWhetherAFailureHasPassed() {
        // Given
        Progress failed = progress(sent(5, 1, null), NOW.minusSeconds(1));

        // Then
        assertEquals(new Step.Heartbeat(), NextStep.online(running(5),
                failed.with(new Pace(1, NOW, null, NOW.minusSeconds(1), NOW.minusSeconds(1))), NOW, TIMES));
    }

    @Test
    void writesTheDirectoryWhereThereIsNobodyToSpeakTo() {
        assertEquals(new Step.WriteDirectory(), NextStep.offline(running(5), Progress.NONE, NOW, TIMES));
        assertEquals(new Step.Rest(null, null),
                NextStep.offline(running(5), Progress.NONE.with(new Sent(0, 0, null, 5)), NOW, TIMES));
    }

    private static Step next(RecordedRun run, Sent sent, int secondsSinceRequest) {
        return NextStep.online(run, progress(sent, NOW.minusSeconds(secondsSinceRequest)), NOW, TIMES);
    }

    private static Progress progress(Sent sent, Instant lastRequest) {
        return Progress.NONE.with(REGISTERED).with(sent).with(new Pace(0, NOW, null, lastRequest, lastRequest));
    }

    private static Sent sent(long lines, long description, @Nullable Long completed) {
        return new Sent(lines, description, completed, 0);
    }

    private static RecordedRun running(long lines) {
        return run(lines, 1, null, 60);
    }

    static RecordedRun run(long lines, long version, @Nullable Outcome outcome, int secondsSinceRow) {
        RunDescription description = new RunDescription("Echo", "echo", "", null, List.of(), Map.of());
        return new RecordedRun(Samples.review(), new AttemptRef(Stage.JUDGE, 1),
                new RecordedRun.History(lines, NOW.minusSeconds(300), NOW.minusSeconds(secondsSinceRow)),
                new RecordedRun.Page(description, version, Map.of()), Optional.ofNullable(outcome));
    }
}
