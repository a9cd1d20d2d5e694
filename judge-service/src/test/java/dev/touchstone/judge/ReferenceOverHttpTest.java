package dev.touchstone.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.judge.jury.Exhibit;
import dev.touchstone.judge.jury.Exhibits;
import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.reference.ReferenceJuror;
import dev.touchstone.judge.questions.Question;
import dev.touchstone.judge.questions.Reference;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The reference juror and a sandbox-service that answers well, badly, late or not at all. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = JudgeWorld.class, scope = TestResourceScope.GLOBAL)
class ReferenceOverHttpTest {

    @Inject
    ReferenceJuror juror;

    @Test
    void measuresAreTakenAndWeighed() throws InterruptedException {
        // When
        Opinion opinion = juror.judge(exhibit("Gion, then Arashiyama: 2 days."));
        // Then
        Opinion.Scored scored = assertInstanceOf(Opinion.Scored.class, opinion);
        assertTrue(scored.scores().total().orElseThrow() >= 70);
        assertTrue(scored.reasons().contains("Measured by meaning with mini (sha256:0) and by words."));
    }

    @ParameterizedTest
    @ValueSource(strings = { "html", "empty", "null", "no pairs", "out of range", "not a number", "no model", "unknown fact" })
    void anAnswerThatIsNotAsAgreedIsNoScore(String expected) throws InterruptedException {
        assertEquals("The comparison's answer is not as agreed.", reason(expected));
    }

    @ParameterizedTest
    @CsvSource({ "fails,The comparison answered with status 503.", "hangs,The comparison could not be reached in time." })
    void whoeverDoesNotAnswerIsNoScore(String expected, String reason) throws InterruptedException {
        assertEquals(reason, reason(expected));
    }

    @Test
    void anAttemptThatWasGivenUpIsNoOpinion() {
        // Given
        Thread.currentThread().interrupt();
        // Then
        assertThrows(InterruptedException.class, () -> juror.judge(exhibit("hangs")));
    }

    private String reason(String expected) throws InterruptedException {
        return assertInstanceOf(Opinion.Abstained.class, juror.judge(exhibit(expected))).reason();
    }

    private static Exhibit exhibit(String expected) {
        Question trip = Exhibits.TRIP;
        return Exhibits.of(new Question(trip.id(), trip.perspective(), trip.language(), trip.text(), trip.expectation(),
                trip.topic(), trip.provenance(), new Reference(expected, "the card"), null), "Gion first, in 2 days.");
    }
}
