package dev.touchstone.telemetry.evidence;

import static dev.touchstone.telemetry.evidence.Evident.FIRST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.EscalatedToHuman;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.events.testing.Samples;

class AlertOfTest {

    private static final Map<Occasion, Level> DEFAULTS = Map.of(Occasion.GATE_FAILED, Level.ERROR, Occasion.ESCALATED_TO_HUMAN,
            Level.WARN);

    private final ReviewRef review = Samples.review();

    @Test
    void aFailedGateSaysWhatHappenedAndWhereToLook() {
        // When
        Plan.Alert alert = AlertOf.event(Evident.gateFailed(review), FIRST, AlertOfTest::byDefault).orElseThrow();

        // Then
        assertEquals("security gate failed (1.2): trip-planner", alert.title());
        assertEquals(Level.ERROR, alert.level());
        assertEquals("""
                Agent trip-planner, revision r1: security, attempt 2 of round 1.
                - 1 secret leaked.
                Review: http://review.example/submissions/1""", alert.text());
    }

    @Test
    void thePolicyDecidesWhoIsTold() {
        assertEquals(Level.WARN, AlertOf.event(Evident.event(review, Stage.SECURITY, new EscalatedToHuman("unclear")), FIRST,
                AlertOfTest::byDefault).orElseThrow().level());
        Failed unreachable = Failed.unmeasured("endpoint_unreachable", List.of("nobody there"), true);
        assertTrue(AlertOf.event(Evident.event(review, Stage.SECURITY, unreachable), FIRST, AlertOfTest::byDefault).isEmpty());
    }

    @Test
    void aStrangersTextIsWordsOnly() {
        // Given
        ReviewRef hostile = new ReviewRef(review.submissionId(), review.workflowRunId(), "<!channel> @here *" + "x".repeat(90),
                "r1\u202e", review.wandbRun());
        Failed failed = new Failed("gate_failed",
                List.of("<https://evil.example/a|click> evil.example\u0007\n<@U123> `rm` mail@evil.example"), false, null,
                Map.of());

        // When
        Plan.Alert alert = AlertOf.event(Evident.event(hostile, Stage.SECURITY, failed), FIRST, AlertOfTest::byDefault)
                .orElseThrow();

        // Then
        assertEquals(63, alert.title().length());
        String ours = alert.text().replace("Review: http://review.example/submissions/1", "");
        for (String means : List.of("<", ">", "@", "*", "`", "|", "://", "evil.example", "\u202e", "\u0007", "\n<")) {
            assertFalse(ours.contains(means), means);
            assertFalse(alert.title().contains(means), means);
        }
        assertTrue(ours.contains("evil[.]example"));
    }

    private static Level byDefault(Occasion occasion) {
        return DEFAULTS.getOrDefault(occasion, Level.OFF);
    }
}
