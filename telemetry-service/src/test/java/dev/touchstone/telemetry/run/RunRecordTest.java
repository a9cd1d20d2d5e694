package dev.touchstone.telemetry.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.Decision;
import dev.touchstone.events.EventBody;
import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.OwnerStatement.ScorePart;
import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.events.ProcessSample;
import dev.touchstone.events.RecordStatement.LedgerAppended;
import dev.touchstone.events.ReviewContext;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.ReviewerStatement.RetryRequested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.EgressRefused;
import dev.touchstone.events.StageStatement.HumanDecision;
import dev.touchstone.events.StageStatement.LlmOverrideApplied;
import dev.touchstone.events.StageStatement.LlmOverrideReceived;
import dev.touchstone.events.StageStatement.Published;
import dev.touchstone.events.StageStatement.Rejected;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.StageStatement.VerdictApproved;
import dev.touchstone.events.StageStatement.VerdictRejected;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.telemetry.Outcome;
import dev.touchstone.telemetry.RecordedRun;
import dev.touchstone.telemetry.wandb.ExtendedJson;

class RunRecordTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:01Z");
    private static final Published PUBLISHED = new Published(URI.create("http://localhost:8080/c"), 82.5, "approved");

    private final ReviewRef review = Samples.review();

    @Test
    void numbersRowsFromZeroWithoutGaps() {
        // Given
        StageEvent first = event(Stage.PRECHECK, 1, new Started());
        RunRecord run = RunRecord.register(first);

        // When
        List<Long> lines = List.of(run.add(first, NOW).line, run.add(event(Stage.PRECHECK, 2, new Started()), NOW).line);

        // Then
        assertEquals(List.of(0L, 1L), lines);
        assertEquals(2, run.lines);
    }

    @Test
    void describesTheReviewOnceItIsRequested() {
        // When
        RecordedRun run = after(event(Stage.SECURITY, 3, new Started()), request(1, "Trip\u202e \nplanner", judge("gpt-x")));

        // Then
        assertEquals("Trip planner r1", run.page().description().displayName());
        assertEquals("trip-planner", run.page().description().group());
        assertEquals(List.of("touchstone", "main"), run.page().description().tags());
        JsonNode config = ExtendedJson.node(run.page().description().config());
        assertEquals("acme", config.path("organization").asText());
        assertEquals("0123abc", config.path("commit").asText());
        assertEquals("policy-1", config.path("policy_version").asText());
        assertEquals("gpt-x", config.path("judge_model").asText());
        assertEquals(review.submissionId().toString(), config.path("submission_id").asText());
        assertFalse(config.has("judge_temperature"), "what was not said is not in the config");
    }

    @Test
    void keepsAKeyInTheJudgesAddressToItself() {
        // When
        RecordedRun run = after(request(1, "Planner", new LlmSettings(true, "openai", "m", null, null,
                URI.create("https://me:word@llm.example/v1?key=s3cret"), null)));

        // Then
        assertEquals("https://llm.example/v1",
                ExtendedJson.node(run.page().description().config()).path("judge_base_url").asText());
    }

    @Test
    void noticesAChangeOfTheDescriptionAndNothingElse() {
        // Given
        RunRecord run = RunRecord.register(request(1, "Planner", null));
        run.add(request(1, "Planner", null), NOW);
        long version = run.descriptionVersion;

        // When
        run.add(event(Stage.SECURITY, 2, new Started()), NOW);
        long afterEvent = run.descriptionVersion;
        run.add(event(Stage.JUDGE, 3, new LlmOverrideApplied(judge("other"))), NOW);

        // Then
        assertEquals(version, afterEvent);
        assertEquals(version + 1, run.descriptionVersion);
    }

    @Test
    void tellsWhichLlmJudgesAndHowOftenAnotherWasAskedFor() {
        // Given
        LlmSettings asked = judge("asked");
        LlmSettings ran = new LlmSettings(true, "openai-compatible", "ran", 0.7, 512, null, false);
        JsonNode summary = ExtendedJson.read("""
                {"llm": [{"juror": "first", "state": "on", "provider": "openai-compatible", "model": "ran",
                          "baseUrl": "http://llm.example/v1", "temperature": 0.7, "maxOutputTokens": 512}]}""");

        // When
        RecordedRun run = after(request(1, "Planner", judge("submitters")),
                Samples.event(review, Stage.JUDGE, 2, 5, request(5, "Planner", asked).body()),
                Samples.event(review, Stage.JUDGE, 2, 6, new LlmOverrideReceived(asked, "Ada")),
                Samples.event(review, Stage.JUDGE, 2, 7, new LlmOverrideApplied(ran)),
                Samples.event(review, Stage.JUDGE, 2, 8, new Started()),
                Samples.event(review, Stage.JUDGE, 2, 9, new Completed(summary, Map.of(), List.of())),
                Samples.event(review, Stage.JUDGE, 3, 12, new LlmOverrideReceived(asked, "Ada")));

        // Then
        JsonNode config = ExtendedJson.node(run.page().description().config());
        assertEquals("ran", config.path("judge_model").asText());
        assertEquals(0.7, config.path("judge_temperature").asDouble());
        assertEquals("first", config.path("judge_models").path(0).path("juror").asText());
        assertEquals(2, summary(run).path("llm_override/received").asInt());
        assertEquals(1, summary(run).path("llm_override/applied").asInt());
        assertEquals(2, summary(run).path("llm_override/applied_attempt").asInt());
        assertEquals("Ada", summary(run).path("llm_override/requested_by").asText());
    }

    @Test
    void addsUpWhatTheWayOutRefusedInAnAttempt() {
        // Given
        EgressRefused first = new EgressRefused("private_address", "https://a.example", "loopback", 12);
        EgressRefused second = new EgressRefused("circuit_open", "https://a.example", "down", 3);

        // When
        RecordedRun run = after(event(Stage.SECURITY, 1, first), event(Stage.SECURITY, 2, new Started()),
                event(Stage.SECURITY, 3, first), event(Stage.SECURITY, 4, second));

        // Then
        assertEquals(15, summary(run).path("security/refused_calls").intValue());
    }

    @Test
    void remembersWhichSuiteTheFiguresComeFrom() {
        // Given
        JsonNode summary = JsonNodeFactory.instance.objectNode().set("suites", JsonNodeFactory.instance.arrayNode()
                .add(JsonNodeFactory.instance.objectNode().put("name", "base").put("version", "1")));

        // When
        RecordedRun run = after(event(Stage.SECURITY, 1, new Completed(summary, Map.of(), List.of())));

        // Then
        assertEquals("base",
                ExtendedJson.node(run.page().description().config()).path("security_suites").path(0).path("name").asText());
    }

    @Test
    void endsWithTheReviewAndIsTaggedSo() {
        // When
        RecordedRun published = after(request(1, "Planner", null), event(Stage.PUBLISH, 9, PUBLISHED));
        RecordedRun rejected = after(event(Stage.PUBLISH, 9, new Rejected(List.of("leak"), "gate failed")));

        // Then
        assertEquals(Optional.of(Outcome.PUBLISHED), published.outcome());
        assertEquals(List.of("touchstone", "main", "published"), published.page().description().tags());
        assertEquals(Optional.of(Outcome.REJECTED), rejected.outcome());
        assertEquals("gate failed", summary(rejected).path("review/state_reason").asText());
    }

    @Test
    void opensAgainWithANewRound() {
        assertEquals(Optional.empty(), after(event(Stage.PUBLISH, 9, PUBLISHED), request(12, "Planner", null)).outcome());
    }

    @Test
    void isNotOpenedByARequestThatWasOvertaken() {
        assertEquals(Optional.of(Outcome.PUBLISHED),
                after(event(Stage.PUBLISH, 9, PUBLISHED), request(5, "Planner", null)).outcome());
    }

    @Test
    void summarisesTheReview() {
        // When
        RecordedRun run = after(event(Stage.SECURITY, 1, new Started()),
                event(Stage.SECURITY, 2, new Completed(JsonNodeFactory.instance.objectNode(), Map.of("score", 0.9), List.of())),
                event(Stage.JUDGE, 3, new VerdictApproved(81.0, List.of("good"), 3)),
                event(Stage.JUDGE, 4, new TrustScoreCalculated(82.5, List.of(new ScorePart("security", 30, 27.0, "x"),
                        new ScorePart("judge", 20, null, "not measured")), List.of("y"), "policy-1")),
                event(Stage.HUMAN, 5, new HumanDecision(Decision.APPROVED, null, "mio", Stage.JUDGE)),
                event(Stage.HUMAN, 6, new LedgerAppended(4, "ab".repeat(32), review.submissionId())),
                event(Stage.HUMAN, 7, new LedgerAppended(3, "cd".repeat(32), review.submissionId())));

        // Then
        JsonNode summary = summary(run);
        assertEquals(0.9, summary.path("security/score").doubleValue());
        assertEquals("completed", summary.path("security/status").asText());
        assertEquals(0, summary.path("security/duration_seconds").intValue());
        assertEquals("approve", summary.path("judge/verdict").asText());
        assertEquals(82.5, summary.path("trust_score").doubleValue());
        assertEquals(27, summary.path("trust_score/security").intValue());
        assertFalse(summary.has("trust_score/judge"));
        assertEquals(1, summary.path("human/decision").intValue());
        assertEquals(4, summary.path("ledger/head_index").intValue());
    }

    @Test
    void forgetsTheFiguresOfAnAttemptThatIsMadeAgain() {
        // When
        RecordedRun run = after(event(Stage.SECURITY, 2,
                new Completed(JsonNodeFactory.instance.objectNode(), Map.of("score", 0.9), List.of())),
                event(Stage.SECURITY, 5, new Started()));

        // Then
        assertFalse(run.page().summary().containsKey("security/score"));
        assertEquals("running", summary(run).path("security/status").asText());
    }

    @Test
    void isNotSummarisedByAnAttemptThatWasGivenUp() {
        // Given
        RunRecord run = RunRecord.register(event(Stage.SECURITY, 2, new Started()));
        run.add(event(Stage.SECURITY, 2, new Started()), NOW);
        run.add(Samples.event(review, Stage.SECURITY, 2, 5, new Started()), NOW);
        run.add(Samples.event(review, Stage.SECURITY, 2, 6, completed(0.9, "new")), NOW);

        // When
        run.add(event(Stage.SECURITY, 7, completed(0.1, "old")), NOW);

        // Then
        assertEquals(4, run.lines, "its row stays");
        assertEquals(0.9, summary(run.recorded()).path("security/score").doubleValue());
        assertEquals(2, summary(run.recorded()).path("security/attempt").intValue());
        assertEquals("new", config(run).path("security_suites").path(0).path("name").asText());
    }

    @Test
    void isNotSummarisedByAnAttemptInWhosePlaceAnotherIsAskedFor() {
        // When
        RecordedRun run = after(event(Stage.PRECHECK, 2, new Started()),
                Samples.event(review, Stage.PRECHECK, 2, 4, request(4, "Planner", null).body()),
                event(Stage.PRECHECK, 5, completed(0.1, "old")));

        // Then
        assertFalse(run.page().summary().containsKey("precheck/score"));
    }

    @Test
    void isNotSummarisedByARoundThatIsOver() {
        // Given
        ReviewRef next = new ReviewRef(review.submissionId(), UUID.randomUUID(), review.agentId(), review.revision(),
                review.wandbRun());

        // When
        RecordedRun run = after(event(Stage.JUDGE, 2, new Started()),
                Samples.event(review, Stage.JUDGE, 2, 3, new Started()),
                Samples.event(next, Stage.JUDGE, 1, 8, new VerdictApproved(81.0, List.of(), 3)),
                Samples.event(review, Stage.JUDGE, 2, 9, new VerdictRejected(12.0, List.of(), 3)));

        // Then
        assertEquals("approve", summary(run).path("judge/verdict").asText());
    }

    @Test
    void isDueWithTheFirstOfABurst() {
        // Given
        RunRecord run = RunRecord.register(event(Stage.SECURITY, 1, new Started()));

        // When
        run.sender.hurry(NOW.plusMillis(200));
        run.sender.hurry(NOW.plusMillis(300));

        // Then
        assertEquals(NOW.plusMillis(200), run.sender.dueAt);
    }

    @Test
    void doesNotHurryAServerThatAskedToWait() {
        // Given
        RunRecord run = RunRecord.register(event(Stage.SECURITY, 1, new Started()));
        run.sender.tries = 1;
        run.sender.dueAt = NOW.plusSeconds(60);

        // When
        run.sender.hurry(NOW);

        // Then
        assertEquals(NOW.plusSeconds(60), run.sender.dueAt);
    }

    @Test
    void countsRetriesAndEscalationsAndTheTimeThatItTook() {
        // When
        RecordedRun run = after(request(1, "Planner", null), event(Stage.SECURITY, 2, new RetryRequested("flaky", null)),
                event(Stage.SECURITY, 4, new RetryRequested("flaky", null)), Samples.requested(review, Stage.HUMAN),
                event(Stage.PUBLISH, 9, PUBLISHED));

        // Then
        assertEquals(2, summary(run).path("review/retries").intValue());
        assertEquals(1, summary(run).path("review/escalations").intValue());
        assertEquals(0, summary(run).path("review/duration_seconds").intValue());
    }

    @Test
    void numbersSystemMetricsByThemselves() {
        // Given
        StageEvent plain = event(Stage.SECURITY, 1, new Started());
        StageEvent measured = new StageEvent(plain.origin().with(new ProcessSample(1.0, null, null, null)), plain.review(),
                plain.position(), plain.body(), plain.evidence());
        RunRecord run = RunRecord.register(plain);

        // When
        List<RowRecord> rows = List.of(run.add(plain, NOW), run.add(measured, NOW), run.add(plain, NOW),
                run.add(measured, NOW));

        // Then
        assertEquals(Arrays.asList(null, 0L, null, 1L), rows.stream().map(row -> row.statLine).toList());
        assertEquals(2, run.statLines);
    }

    private RecordedRun after(StageEvent... events) {
        RunRecord run = RunRecord.register(events[0]);
        for (StageEvent event : events) {
            run.add(event, NOW);
        }
        return run.recorded();
    }

    private static Completed completed(double score, String suite) {
        JsonNode summary = JsonNodeFactory.instance.objectNode().set("suites",
                JsonNodeFactory.instance.arrayNode().add(JsonNodeFactory.instance.objectNode().put("name", suite)));
        return new Completed(summary, Map.of("score", score), List.of());
    }

    private static JsonNode config(RunRecord run) {
        return ExtendedJson.node(run.recorded().page().description().config());
    }

    private static JsonNode summary(RecordedRun run) {
        return ExtendedJson.node(run.page().summary());
    }

    private StageEvent event(Stage stage, long sequence, EventBody body) {
        return Samples.event(review, stage, 1, sequence, body);
    }

    private StageEvent request(long sequence, String name, @Nullable LlmSettings judge) {
        AgentTarget agent = new AgentTarget(name, URI.create("http://agent.invalid"), AgentTarget.Protocol.PROMPT,
                Samples.CARD);
        return event(Stage.PRECHECK, sequence, new Requested("accepted", agent,
                new ReviewContext("acme", "https://git.example/a", "main", "0123abc", "policy-1"), judge, null));
    }

    private static LlmSettings judge(String model) {
        return new LlmSettings(true, "openai", model, null, null, null, null);
    }
}
