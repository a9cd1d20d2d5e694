package dev.touchstone.telemetry.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.touchstone.events.EventDraft.AttemptRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.telemetry.Attempts;
import dev.touchstone.telemetry.Outcome;
import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.Progress.First;
import dev.touchstone.telemetry.Progress.Pace;
import dev.touchstone.telemetry.Progress.Registration;
import dev.touchstone.telemetry.Progress.Sent;
import dev.touchstone.telemetry.RecordedRun;
import dev.touchstone.telemetry.evidence.Level;
import dev.touchstone.telemetry.evidence.Pending;
import dev.touchstone.telemetry.evidence.Plan;
import dev.touchstone.telemetry.evidence.Upload;
import dev.touchstone.telemetry.run.ClaimedRun;
import dev.touchstone.telemetry.wandb.RunDescription;

class NextStepTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:10:00Z");
    private static final Times TIMES = new Times(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(3),
            Duration.ofMinutes(2));
    private static final Registration REGISTERED = new Registration("id", "acme", "agents", First.ZERO);

    @Test
    void createsTheRunBeforeAnythingElse() {
        assertEquals(new Step.Register(), online(running(1), Progress.NONE));
    }

    @Test
    void sendsWhatIsNew() {
        assertEquals(new Step.Stream(false), next(running(5), sent(3, 1, null), 1));
    }

    @Test
    void leavesHalfASecondBetweenRequests() {
        assertEquals(new Step.Rest(NOW.plusMillis(400), null),
                online(running(5), progress(sent(3, 1, null), NOW.minusMillis(100))));
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
    void doesNotFinishBeforeTheRunHasAllThatBelongsToIt() {
        // Given
        Progress progress = progress(sent(5, 1, null), NOW.minusSeconds(1));
        ClaimedRun waiting = new ClaimedRun(run(5, 1, Outcome.PUBLISHED, 60), progress, 1,
                new Pending(1, NOW.plusSeconds(7), Optional.empty()));

        // Then
        assertEquals(new Step.Rest(NOW.plusSeconds(7), NOW.plusSeconds(29)),
                NextStep.online(waiting, progress, NOW, TIMES));
    }

    @Test
    void putsWhatAnEventBroughtOnceItsLineIsThere() {
        // Given
        Upload upload = new Upload(UUID.randomUUID(),
                new Upload.Cause(UUID.randomUUID(), UUID.randomUUID(), new AttemptRef(Stage.JUDGE, 1), 4),
                new Plan.Alert("title", "text", Level.WARN), new Upload.Waiting(0, NOW, null));
        Pending pending = new Pending(1, NOW, Optional.of(upload));

        // Then
        assertEquals(new Step.Stream(false), next(running(5), sent(3, 1, null), pending));
        assertEquals(new Step.Put(upload), next(running(5), sent(5, 1, null), pending));
    }

    @Test
    void staysAliveWhileAnUploadWaits() {
        assertEquals(new Step.Rest(NOW.plusSeconds(20), NOW.plusSeconds(20)),
                next(running(5), sent(5, 1, null), new Pending(1, NOW.plusSeconds(900), Optional.empty())));
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
        assertEquals(new Step.Register(), online(running(5), progress(sent(5, 1, null), NOW.minusSeconds(1)).unsure(true)));
    }

    @Test
    void triesWithAnythingWhetherAFailureHasPassed() {
        // Given
        Progress failed = progress(sent(5, 1, null), NOW.minusSeconds(1));

        // Then
        assertEquals(new Step.Heartbeat(),
                online(running(5), failed.with(new Pace(1, NOW, null, NOW.minusSeconds(1), NOW.minusSeconds(1)))));
    }

    @Test
    void writesTheDirectoryWhereThereIsNobodyToSpeakTo() {
        assertEquals(new Step.WriteDirectory(), offline(Progress.NONE));
        assertEquals(new Step.Rest(null, null),
                offline(Progress.NONE.with(new Sent(0, 0, null, 5))));
    }

    private static Step next(RecordedRun run, Sent sent, int secondsSinceRequest) {
        return online(run, progress(sent, NOW.minusSeconds(secondsSinceRequest)));
    }

    private static Step next(RecordedRun run, Sent sent, Pending uploads) {
        Progress progress = progress(sent, NOW.minusSeconds(10));
        return NextStep.online(new ClaimedRun(run, progress, 1, uploads), progress, NOW, TIMES);
    }

    private static Step online(RecordedRun run, Progress progress) {
        return NextStep.online(claimed(run, progress), progress, NOW, TIMES);
    }

    private static Step offline(Progress progress) {
        return NextStep.offline(claimed(running(5), progress), NOW, TIMES);
    }

    static ClaimedRun claimed(RecordedRun run, Progress progress) {
        return new ClaimedRun(run, progress, 1, Pending.NONE);
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
                new RecordedRun.Page(description, version, Map.of(), Attempts.NONE), Optional.ofNullable(outcome));
    }
}
