package dev.touchstone.review.pages.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.Decision;
import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.DecisionPending;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.human.Proposal;

class SeenTest {

    private final Reviews review = new Reviews().judgedManual().asked(1, Stage.JUDGE, "open");

    @Test
    void whatSaysNothingNewOfTheCaseChangesNothing() {
        // Given
        String before = Seen.question(view(), null);
        // When
        review.tell(Stage.HUMAN, 1, new Started()).tell(Stage.HUMAN, 1, new DecisionPending(Stage.JUDGE, "open"))
                .run(RunState.OFFLINE, "no key");
        // Then
        assertEquals(before, Seen.question(view(), null));
    }

    @Test
    void anotherQuestionAnotherResultOrAnotherWordIsAnotherCase() {
        // Given
        String before = Seen.question(view(), null);
        Proposal word = new Proposal(Decision.APPROVED, "Rei", Samples.NOON, "why");
        // When, then
        assertNotEquals(before, Seen.question(view(), word));
        review.completed(Stage.SECURITY, 1, 0.5);
        assertNotEquals(before, Seen.question(view(), null));
    }

    @Test
    void anAttemptThatGoesOnIsTheSameAttempt() {
        // Given
        String before = Seen.attempts(view());
        // When
        review.completed(Stage.JUDGE, 1, 0.5);
        String further = Seen.attempts(view());
        review.requested(Stage.JUDGE, 2);
        // Then
        assertEquals(before, further);
        assertNotEquals(before, Seen.attempts(view()));
    }

    private CaseView view() {
        return CaseView.of(review.told());
    }
}
