package dev.touchstone.submission.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.touchstone.events.OwnerStatement.ScorePart;
import dev.touchstone.events.Stage;
import dev.touchstone.submission.policy.Policy.Bands;
import dev.touchstone.submission.policy.Policy.LargestDrop;
import dev.touchstone.submission.policy.Policy.Weights;

class PromotionTest {

    /** The baseline has 24, 36, 16 and 9 points: 85. Up to 5 fewer pass. */
    static Stream<Arguments> regressions() {
        return Stream.of(
                Arguments.of("better", Rounds.scoring(0.9), "approve: Trust score 90 is at least 80"),
                Arguments.of("as bad as is allowed", Rounds.perfect().with(Stage.FUNCTIONAL, "score", 0.775),
                        "approve: Trust score 91 is at least 80"),
                Arguments.of("a hundredth worse than is allowed", Rounds.perfect().with(Stage.FUNCTIONAL, "score", 0.77475),
                        "ask: Functional has 30.99 points, 5.01 fewer than the baseline r1; at most 5 fewer pass without a person."),
                Arguments.of("two components worse", Rounds.perfect().with(Stage.SECURITY, "score", 0.6)
                        .with(Stage.JUDGE, "score", 0.5),
                        "ask: Security has 18 points, 6 fewer than the baseline r1; at most 5 fewer pass without a person."
                                + " Judge has 10 points, 6 fewer than the baseline r1; at most 5 fewer pass without a person."),
                Arguments.of("the whole worse and each part a little", Rounds.perfect().with(Stage.SECURITY, "score", 0.7)
                        .with(Stage.FUNCTIONAL, "score", 0.825).with(Stage.JUDGE, "score", 0.75)
                        .with(Stage.PRECHECK, "score", 0.8),
                        "ask: The total has 77 points, 8 fewer than the baseline r1; at most 5 fewer pass without a person."),
                Arguments.of("not measured now", Rounds.perfect().with(Stage.JUDGE, "score", null),
                        "ask: The component judge was not measured."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("regressions")
    void aRevisionIsHeldAgainstItsBaseline(String name, Rounds round, String ruling) {
        // When
        Assessment assessment = new Yardstick(Rounds.POLICY, Rounds.baseline()).assess(round.findings());
        // Then
        String shown = TrustScoresTest.shown(assessment.ruling());
        assertTrue(shown.startsWith(ruling), shown);
        assertTrue(assessment.trustScore().reasoning().contains("Compared with the baseline r1."));
    }

    @Test
    void anotherWeightIsNoRegression() {
        // Given
        Policy policy = new Policy("policy-2", Weights.of(60, 10, 20, 10), new Bands(40, 80), Safeguards.FLOOR,
                LargestDrop.of(0));
        Rounds same = Rounds.perfect().with(Stage.SECURITY, "score", 0.8).with(Stage.FUNCTIONAL, "score", 0.9)
                .with(Stage.JUDGE, "score", 0.8).with(Stage.PRECHECK, "score", 0.9);
        // When
        Assessment assessment = new Yardstick(policy, Rounds.baseline()).assess(same.findings());
        // Then
        assertEquals("approve: Trust score 82 is at least 80 and no rule asks for a person.",
                TrustScoresTest.shown(assessment.ruling()));
    }

    @Test
    void aBaselineThatWasNotMeasuredShowsNothing() {
        // Given
        Baseline partly = new Baseline("r1", List.of(new ScorePart("security", 30, 24.0, ""),
                new ScorePart("functional", 40, 36.0, ""), new ScorePart("judge", 20, null, ""),
                new ScorePart("implementation", 10, 9.0, "")));
        // When
        Assessment assessment = new Yardstick(Rounds.POLICY, partly).assess(Rounds.perfect().findings());
        // Then
        assertEquals("ask: Judge was not measured for the baseline r1, so it is not shown to be no worse.",
                TrustScoresTest.shown(assessment.ruling()));
    }
}
