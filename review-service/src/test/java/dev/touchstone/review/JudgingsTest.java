package dev.touchstone.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.touchstone.events.Actor;
import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.EventBody;
import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.Origin;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.ReviewContext;
import dev.touchstone.events.ReviewerStatement.RetryRequested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.LlmOverrideApplied;
import dev.touchstone.events.StageStatement.LlmOverrideReceived;
import dev.touchstone.events.StageStatement.VerdictApproved;
import dev.touchstone.events.StageStatement.VerdictManual;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.review.Findings.Ruling;

class JudgingsTest {

    private static final LlmSettings LARGE = new LlmSettings(null, null, "large", 0.7, null, null, null);
    private static final LlmSettings RAN = new LlmSettings(true, "openai-compatible", "large", 0.7, 1024,
            URI.create("http://llm.example/v1"), false);

    private final Reviews review = new Reviews();
    private final List<StageEvent> told = new ArrayList<>();

    @Test
    void attemptsAreReadSideBySide() {
        // Given
        asked(1, null);
        told(Stage.JUDGE, 1, new VerdictManual(62.0, List.of("open"), 2));
        told(Stage.JUDGE, 1, completed("small"));
        byAda(Stage.JUDGE, 1, new RetryRequested("try a larger one", LARGE));
        asked(2, LARGE);
        told(Stage.JUDGE, 2, new LlmOverrideReceived(LARGE, "Ada"));
        told(Stage.JUDGE, 2, new LlmOverrideApplied(RAN));
        told(Stage.JUDGE, 2, new VerdictApproved(88.0, List.of(), 2));
        told(Stage.JUDGE, 2, completed("large"));
        // When
        List<Judging> judgings = Judgings.of(told);
        // Then
        assertEquals(2, judgings.size());
        Judging first = judgings.getFirst();
        assertNull(first.wish());
        assertEquals(Ruling.MANUAL, Objects.requireNonNull(first.verdict()).ruling());
        assertEquals("small", first.ran().seats().getFirst().settings().model());
        Judging second = judgings.get(1);
        Judging.Wish wish = Objects.requireNonNull(second.wish());
        assertEquals(LARGE, wish.settings());
        assertEquals("Ada", wish.by());
        assertEquals("try a larger one", wish.reason());
        assertEquals(RAN, second.ran().applied());
        assertEquals(88.0, Objects.requireNonNull(second.verdict()).score());
        assertFalse(second.wasIgnored());
    }

    @Test
    void whatWasNotAppliedIsSaid() {
        // Given
        byAda(Stage.SECURITY, 1, new RetryRequested("both", LARGE));
        asked(1, LARGE);
        told(Stage.JUDGE, 1, new VerdictManual(null, List.of("The LLM model that was asked for is not allowed."), 2));
        // When, then
        assertTrue(Judgings.of(told).getFirst().wasIgnored());
    }

    @Test
    void aWishThatNoAttemptHasTakenUpIsShownAsSuch() {
        // Given
        byAda(Stage.SECURITY, 1, new RetryRequested("first", LARGE));
        byAda(Stage.SECURITY, 2, new RetryRequested("second thoughts", RAN));
        asked(1, RAN);
        // When
        List<Judging> judgings = Judgings.of(told);
        // Then
        assertEquals("second thoughts", Objects.requireNonNull(judgings.getFirst().wish()).reason());
        assertNull(judgings.get(1).key());
        assertEquals("first", Objects.requireNonNull(judgings.get(1).wish()).reason());
    }

    @Test
    void aSummaryThatIsNoneIsReadAsNothing() {
        // Given
        asked(1, null);
        told(Stage.JUDGE, 1, new Completed(JsonNodeFactory.instance.textNode("?"), Map.of(), List.of()));
        // When, then
        assertEquals(List.of(), Judgings.of(told).getFirst().ran().seats());
    }

    private static Completed completed(String model) {
        JsonNode summary = JsonNodeFactory.instance.objectNode().set("llm", JsonNodeFactory.instance.arrayNode()
                .add(JsonNodeFactory.instance.objectNode().put("juror", "first").put("state", "on").put("model", model)
                        .put("baseUrl", "not an address")));
        return new Completed(summary, Map.of("score", 0.62), List.of());
    }

    private void asked(int attempt, @Nullable LlmSettings llm) {
        Requested request = new Requested("retry", new AgentTarget("Trip planner", URI.create("http://agent.invalid"),
                AgentTarget.Protocol.A2A_1_0, Samples.CARD), new ReviewContext("acme", null, null, null, "policy-1"), llm,
                null);
        if (llm == null) {
            told(Stage.JUDGE, attempt, request);
        } else {
            byAda(Stage.JUDGE, attempt, request);
        }
    }

    private void told(Stage stage, int attempt, EventBody body) {
        told.add(review.tell(stage, attempt, body).last());
    }

    private void byAda(Stage stage, int attempt, EventBody body) {
        StageEvent event = review.tell(stage, attempt, body).last();
        told.add(new StageEvent(new Origin(event.origin().id(), event.origin().source(), event.origin().occurredAt(),
                Actor.person("Ada")), event.review(), event.position(), event.body(), event.evidence()));
    }
}
