package dev.touchstone.submission.review.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.Actor;
import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.EventBody;
import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.Origin;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.ReviewContext;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.ReviewerStatement.RetryRequested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.LlmOverrideApplied;
import dev.touchstone.events.testing.Samples;

class LlmOverrideTest {

    private static final LlmSettings LARGE = new LlmSettings(null, null, "large", 0.7, null, null, null);
    private static final LlmSettings RAN = new LlmSettings(true, "openai-compatible", "large", 0.7, 1024,
            URI.create("http://llm.inside/v1"), false);

    private final ReviewRef review = Samples.review();
    private final List<StageEvent> told = new ArrayList<>();

    @Test
    void aWishIsToldWithTheAttemptThatTookItUp() {
        // Given
        says(Stage.JUDGE, 1, new RetryRequested("a larger one", LARGE));
        says(Stage.JUDGE, 2, requested(LARGE));
        says(Stage.JUDGE, 2, new LlmOverrideApplied(RAN));
        // When
        LlmOverride override = LlmOverride.of(told, Discretion.EVERYTHING).getFirst();
        // Then
        assertEquals("Ada", override.requestedBy());
        assertEquals("a larger one", override.reason());
        assertEquals(LARGE, override.asked());
        assertEquals(2, override.attempt());
        assertEquals(RAN, override.applied());
    }

    @Test
    void aWishGoesAlongWithLaterAttempts() {
        // Given
        says(Stage.SECURITY, 1, new RetryRequested("a larger one", LARGE));
        says(Stage.JUDGE, 1, requested(LARGE));
        says(Stage.JUDGE, 1, requested(LARGE));
        says(Stage.JUDGE, 1, new LlmOverrideApplied(RAN));
        says(Stage.JUDGE, 2, requested(LARGE));
        // When
        List<LlmOverride> overrides = LlmOverride.of(told, Discretion.EVERYTHING);
        // Then
        assertEquals(List.of(1, 2), overrides.stream().map(LlmOverride::attempt).toList());
        assertNull(overrides.get(1).applied());
    }

    @Test
    void aWishThatNoAttemptHasTakenUpHasNone() {
        // Given
        says(Stage.SECURITY, 1, new RetryRequested("a larger one", LARGE));
        // When, then
        assertNull(LlmOverride.of(told, Discretion.EVERYTHING).getFirst().attempt());
    }

    @Test
    void whoOnlySubmitsIsNotToldAddresses() {
        // Given
        says(Stage.JUDGE, 1, new RetryRequested("ours", RAN));
        says(Stage.JUDGE, 2, requested(RAN));
        says(Stage.JUDGE, 2, new LlmOverrideApplied(RAN));
        // When
        LlmOverride override = LlmOverride.of(told, Discretion.NO_INNER_ADDRESSES).getFirst();
        // Then
        assertNull(override.asked().baseUrl());
        assertNull(Objects.requireNonNull(override.applied()).baseUrl());
    }

    private static Requested requested(LlmSettings llm) {
        return new Requested("retry", new AgentTarget("Trip planner", URI.create("http://agent.invalid"),
                AgentTarget.Protocol.A2A_1_0, Samples.CARD), new ReviewContext("acme", null, null, null, "policy-1"), llm,
                null);
    }

    private void says(Stage stage, int attempt, EventBody body) {
        StageEvent event = Samples.event(review, stage, attempt, told.size() + 1L, body);
        told.add(new StageEvent(new Origin(event.origin().id(), event.origin().source(), event.origin().occurredAt(),
                Actor.person("Ada")), event.review(), event.position(), event.body(), event.evidence()));
    }
}
