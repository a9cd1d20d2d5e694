package dev.touchstone.judge.verdict.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.touchstone.judge.jury.Mechanism;
import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.verdict.Opinions;
import dev.touchstone.judge.verdict.QuestionRules;
import dev.touchstone.judge.verdict.QuestionVerdict;
import dev.touchstone.judge.verdict.VerdictPolicy;

/** What the figures say of a jury; that they are worked out right is shown by published examples in their own tests. */
class AgreementTest {

    private static final VerdictPolicy POLICY = new VerdictPolicy(70, 40, 0.3, 0.6, 0.05);
    private static final Resampling RESAMPLING = new Resampling(200, 7);

    @Test
    void jurorsWhoVoteAlikeOnDifferentAnswersAgreePerfectly() {
        // When
        Agreement agreement = of(judged(90, 72), judged(30, 10), judged(50, 60));
        // Then
        assertEquals(1.0, agreement.votes().alpha());
        assertEquals(1.0, agreement.votes().fleissKappa());
        assertEquals(3, agreement.votes().fleissAnswers());
        assertEquals(16.0, agreement.scores().meanSpread());
        assertEquals(20.0, agreement.scores().maxSpread());
    }

    @Test
    void jurorsWhoAlwaysDisagreeAreBelowChance() {
        // When
        Agreement agreement = of(judged(90, 30), judged(30, 90));
        // Then, of scores: 3600 seen on average, 2400 among all pairs of {90, 30, 30, 90}
        assertEquals(-0.5, agreement.votes().alpha());
        assertEquals(-0.5, agreement.scores().alphaOfScores());
        assertEquals(-1.0, agreement.votes().fleissKappa());
    }

    @Test
    void whoVotesTheSameOnEverythingHasNotShownToAgree() {
        // When
        Agreement agreement = of(judged(80, 90), judged(90, 80));
        // Then
        assertNull(agreement.votes().alpha());
        assertNull(agreement.votes().interval());
        assertNull(agreement.votes().fleissKappa());
        assertEquals(-0.5, agreement.scores().alphaOfScores());
    }

    @Test
    void oneJurorAloneAgreesWithNobodyAndIsWorthOne() {
        assertEquals(new Agreement(new Agreement.OfVotes(null, null, null, 0),
                new Agreement.OfScores(null, null, null, 1.0, null)), of(judged(80), judged(30)));
    }

    @Test
    void withoutVotesNothingIsMeasured() {
        assertEquals(new Agreement(new Agreement.OfVotes(null, null, null, 0),
                new Agreement.OfScores(null, null, null, null, null)), of(QuestionRules.unanswered("timeout")));
    }

    @Test
    void whoIsMissingOnAnAnswerCountsForAlphaAndNotForFleiss() {
        // Given
        QuestionVerdict partly = QuestionRules.decide(
                List.of(scored("a", 30), scored("b", 30), Opinions.abstained("c")), List.of(), POLICY);
        // When
        Agreement agreement = of(judged(90, 90, 90), partly, judged(80, 80, 80));
        // Then
        assertEquals(1.0, agreement.votes().alpha());
        assertEquals(2, agreement.votes().fleissAnswers());
        assertNull(agreement.votes().fleissKappa(), "all votes on those two are the same");
    }

    @Test
    void jurorsWhoSayTheSameAreWorthOne() {
        // When
        Agreement agreement = of(judged(90, 80), judged(50, 40), judged(20, 10));
        // Then
        assertEquals(1.0, agreement.scores().correlation());
        assertEquals(1.0, agreement.scores().effectiveJurors());
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        // Given
        QuestionVerdict[] answers = { judged(90, 30), judged(90, 90), judged(30, 30), judged(50, 90), judged(90, 80) };
        // When
        Interval interval = of(answers).votes().interval();
        // Then
        assertEquals(interval, of(answers).votes().interval());
        assertNotNull(interval);
        double alpha = Objects.requireNonNull(of(answers).votes().alpha());
        assertTrue(interval.low() <= alpha && alpha <= interval.high(), interval::toString);
    }

    /** Drawn are {00 00}, which is undefined, {00 01} twice as often, which gives 0, and {01 01}, which gives -0.5. */
    @Test
    void theIntervalOfTwoUnitsIsThatOfAllTheirDraws() {
        // Given
        List<List<Double>> units = List.of(List.of(0.0, 0.0), List.of(0.0, 1.0));
        // When
        Interval interval = new Resampling(1000, 1).interval(units, drawn -> Alpha.of(drawn, Difference.ORDINAL))
                .orElseThrow();
        // Then
        assertEquals(-0.5, interval.low());
        assertEquals(0.0, interval.high());
        assertEquals(0.95, interval.level());
        assertTrue(interval.defined() > 700 && interval.defined() < 800, interval::toString);
    }

    @Test
    void anIntervalThatMostDrawsDoNotDefineIsNone() {
        // Given
        List<List<Double>> units = List.of(List.of(0.0, 0.0), List.of(0.0, 0.0), List.of(0.0, 0.0), List.of(0.0, 1.0));
        // Then
        assertTrue(new Resampling(1000, 1).interval(units.subList(3, 4), drawn -> Alpha.of(drawn, Difference.ORDINAL))
                .isEmpty(), "one unit");
        assertEquals(Optional.empty(), new Resampling(1000, 1).interval(units,
                drawn -> drawn.stream().distinct().count() == 1 ? Alpha.of(drawn, Difference.ORDINAL)
                        : Alpha.of(List.of(), Difference.ORDINAL)));
    }

    @Test
    void aJurorWhoIsSwayedByTheOrderIsSeen() {
        // Given, the first sample with the answer first
        List<Opinion> opinions = List.of(Opinions.sampled("m", 90, 60), Opinions.sampled("m", 80, 90),
                Opinions.sampled("n", 100), scored("rubric", 10));
        // Then
        assertEquals(new PositionBias(2, 10.0, 0.5), PositionBias.of(opinions, POLICY));
    }

    @Test
    void withoutPairsPositionBiasIsNotMeasured() {
        assertEquals(new PositionBias(0, null, null), PositionBias.of(List.of(scored("rubric", 10)), POLICY));
    }

    private static Agreement of(QuestionVerdict... answers) {
        return Agreement.of(List.of(answers), RESAMPLING);
    }

    /** By jurors a, b, c and so on. */
    private static QuestionVerdict judged(double... scores) {
        List<Opinion> opinions = new ArrayList<>();
        for (double score : scores) {
            opinions.add(scored(String.valueOf((char) ('a' + opinions.size())), score));
        }
        return QuestionRules.decide(opinions, List.of(), POLICY);
    }

    private static Opinion scored(String juror, double score) {
        return Opinions.scored(juror, Mechanism.MODEL, score);
    }
}
