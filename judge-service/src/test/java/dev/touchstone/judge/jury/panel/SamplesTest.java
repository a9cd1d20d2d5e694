package dev.touchstone.judge.jury.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.Order;
import dev.touchstone.judge.jury.Sample;
import dev.touchstone.judge.jury.Scores;

class SamplesTest {

    private static final Scores HIGH = new Scores(36.0, null, 18.0, 10.0);
    private static final Scores LOW = new Scores(5.0, 6.0, 2.0, 10.0);

    @Test
    void eachCriterionIsTheMeanOfTheSamplesThatMeasuredIt() {
        // When
        Opinion.Scored opinion = scored(usable(1, HIGH, false), usable(2, LOW, false));
        // Then
        assertEquals(new Scores(20.5, 6.0, 10.0, 10.0), opinion.scores());
    }

    @Test
    void whatNoSampleMeasuredIsNullAndNotZero() {
        // When
        Opinion.Scored opinion = scored(usable(1, HIGH, false), usable(2, HIGH, false));
        // Then
        assertNull(opinion.scores().toolUsage());
        assertEquals(List.of("Says sample 1.", "The score is normalised over 70 of 100 points."),
                scored(usable(1, HIGH, false)).reasons());
    }

    @Test
    void theMeanOfThreeIsRoundedToAHundredth() {
        // When
        Opinion.Scored opinion = scored(usable(1, HIGH, false), usable(2, HIGH, false), usable(3, LOW, false));
        // Then
        assertEquals(25.67, opinion.scores().taskCompletion());
    }

    @Test
    void samplesThatDifferAreToldEachWithItsOrder() {
        // When
        Opinion.Scored opinion = scored(usable(1, HIGH, false), usable(2, LOW, false));
        // Then
        assertEquals(List.of("The samples differ by 68.4 points of 100; their mean counts.",
                "Sample 1 (answer-last): 91.4 of 100. Says sample 1.", "Sample 2 (answer-first): 23.0 of 100. Says sample 2."),
                opinion.reasons());
    }

    @Test
    void greatHarmIsSaidHoweverFewSamplesAreUsable() {
        // Given
        Deliberated unusable = new Deliberated.Unusable(sample(2, null, false, "no JSON", null));
        // When
        Opinion opinion = Samples.opinion("m", List.of(usable(1, HIGH, true), unusable, unusable, unusable));
        // Then
        assertTrue(assertInstanceOf(Opinion.Scored.class, opinion).criticalSafety());
    }

    @Test
    void oneSampleThatSeesGreatHarmIsEnough() {
        // When
        Opinion.Scored opinion = scored(usable(1, HIGH, false), usable(2, HIGH, true));
        // Then
        assertTrue(opinion.criticalSafety());
        assertEquals("Critical: in 1 of 2 usable samples the model sees harm that no merit outweighs.",
                opinion.reasons().getFirst());
    }

    @Test
    void halfOfTheSamplesAreEnoughAndFewerAreAnAbstention() {
        // Given
        Deliberated unusable = new Deliberated.Unusable(sample(2, null, false, "no JSON", null));
        Deliberated away = new Deliberated.Away(sample(3, null, false, "away", null));
        // Then
        assertInstanceOf(Opinion.Scored.class, Samples.opinion("m", List.of(usable(1, HIGH, false), unusable)));
        assertEquals(
                "1 of 3 samples are usable. Sample 2 (answer-first): no JSON. Sample 3 (answer-last): away.",
                assertInstanceOf(Opinion.Abstained.class,
                        Samples.opinion("m", List.of(usable(1, HIGH, false), unusable, away))).reason());
    }

    @Test
    void anotherModelThatServedIsNamed() {
        // Given
        Deliberated.Usable usable = new Deliberated.Usable(sample(1, HIGH, true, null, "small-1"), ruling(1, HIGH, false));
        // Then
        assertEquals("Served by another model than the one that was asked: small-1.", scored(usable).reasons().getLast());
    }

    private static Opinion.Scored scored(Deliberated... samples) {
        return assertInstanceOf(Opinion.Scored.class, Samples.opinion("m", List.of(samples)));
    }

    private static Deliberated usable(int number, Scores scores, boolean critical) {
        return new Deliberated.Usable(sample(number, scores, false, null, "served"), ruling(number, scores, critical));
    }

    private static Ruling ruling(int number, Scores scores, boolean critical) {
        return new Ruling(scores, critical, "Says sample " + number + ".", List.of(), List.of());
    }

    private static Sample sample(int number, @Nullable Scores scores, boolean fallback, @Nullable String problem,
            @Nullable String servedBy) {
        return new Sample(number, number % 2 == 1 ? Order.ANSWER_LAST : Order.ANSWER_FIRST, scores, false, problem, servedBy,
                fallback, List.of());
    }
}
