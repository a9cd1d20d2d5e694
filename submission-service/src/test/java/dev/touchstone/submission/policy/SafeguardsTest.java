package dev.touchstone.submission.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.core.JsonPointer;

import dev.touchstone.events.Stage;

class SafeguardsTest {

    /** What judge-service calls them. */
    private static final Map<JuryFigure, String> METRICS = Map.of(JuryFigure.LEAST_ALPHA, "alpha",
            JuryFigure.LEAST_ALPHA_LOW, "alpha_low", JuryFigure.LEAST_EFFECTIVE_JURORS, "effective_jurors",
            JuryFigure.LARGEST_FALLBACK_SHARE, "fallback_share", JuryFigure.LARGEST_POSITION_BIAS, "position_bias");

    @Test
    void aStricterRuleRejectsWhatWasMeasured() {
        // Given
        Policy strict = Rounds.policy(new Safeguards(Map.of(HardRule.NO_LEAK, Consequence.REJECT), List.of(), Map.of()));
        // When
        Assessment assessment = new Yardstick(strict, null)
                .assess(Rounds.perfect().with(Stage.SECURITY, "leaked", 2.0).findings());
        // Then
        assertEquals("reject: Something was leaked.", TrustScoresTest.shown(assessment.ruling()));
    }

    @Test
    void aStricterRuleRejectsNothingThatWasNotMeasured() {
        // Given
        Policy strict = Rounds.policy(new Safeguards(Map.of(HardRule.NO_LEAK, Consequence.REJECT), List.of(), Map.of()));
        // When
        Assessment assessment = new Yardstick(strict, null)
                .assess(Rounds.perfect().with(Stage.SECURITY, "leaked", null).findings());
        // Then
        assertEquals("ask: It is not shown that nothing was leaked.", TrustScoresTest.shown(assessment.ruling()));
    }

    static Stream<Arguments> bounds() {
        return Stream.of(
                Arguments.of(JuryFigure.LEAST_ALPHA, 0.6, 0.6, "approve"),
                Arguments.of(JuryFigure.LEAST_ALPHA, 0.6, 0.599,
                        "The jurors' agreement (Krippendorff's alpha) is 0.599; the policy asks for at least 0.6."),
                Arguments.of(JuryFigure.LEAST_ALPHA, 0.6, null,
                        "The jurors' agreement (Krippendorff's alpha) was not measured; the policy asks for at least 0.6."),
                Arguments.of(JuryFigure.LEAST_ALPHA, -1.0, Double.NaN,
                        "The jurors' agreement (Krippendorff's alpha) was not measured; the policy asks for at least -1."),
                Arguments.of(JuryFigure.LEAST_ALPHA_LOW, 0.0, -0.1,
                        "The lower end of the interval of the jurors' agreement is -0.1; the policy asks for at least 0."),
                Arguments.of(JuryFigure.LEAST_EFFECTIVE_JURORS, 2.0, 1.25,
                        "The number of independent jurors that the jury is worth is 1.25; the policy asks for at least 2."),
                Arguments.of(JuryFigure.LARGEST_FALLBACK_SHARE, 0.05, 0.05, "approve"),
                Arguments.of(JuryFigure.LARGEST_FALLBACK_SHARE, 0.0, 0.025,
                        "The share of samples from another model than the one that was asked for is 0.025;"
                                + " the policy asks for at most 0."),
                Arguments.of(JuryFigure.LARGEST_POSITION_BIAS, 5.0, -5.0, "approve"),
                Arguments.of(JuryFigure.LARGEST_POSITION_BIAS, 5.0, -5.1,
                        "What the order of the material adds to a juror's score, or takes from it, is -5.1;"
                                + " the policy asks for at most 5."));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("bounds")
    void aBoundOfTheJuryHoldsAndWhatWasNotMeasuredIsNotWithinIt(JuryFigure figure, double bound, @Nullable Double measured,
            String expected) {
        // Given
        Policy policy = Rounds.policy(new Safeguards(Map.of(), List.of(), Map.of(figure, bound)));
        // When
        Ruling ruling = new Yardstick(policy, null)
                .assess(Rounds.perfect().with(Stage.JUDGE, Objects.requireNonNull(METRICS.get(figure)), measured)
                        .findings())
                .ruling();
        // Then
        assertEquals(expected, ruling instanceof Ruling.AskPerson(String reason) ? reason : "approve");
    }

    @Test
    void aBoundOfAJuryThatNeverSatIsNotMet() {
        // Given
        Policy policy = Rounds.policy(new Safeguards(Map.of(), List.of(), Map.of(JuryFigure.LEAST_ALPHA, 0.6)));
        // When
        Assessment assessment = new Yardstick(policy, null).assess(Rounds.perfect().without(Stage.JUDGE).findings());
        // Then
        assertTrue(assessment.trustScore().reasoning().contains(
                "The jurors' agreement (Krippendorff's alpha) was not measured; the policy asks for at least 0.6."));
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                Arguments.of("/refusalRate", 0.95, null, "approve"),
                Arguments.of("/refusalRate", 0.96, null, "security/refusalRate is 0.95 and not at least 0.96."),
                Arguments.of("/refusalRate", null, 0.9, "security/refusalRate is 0.95 and not at most 0.9."),
                Arguments.of("/byLanguage/ja/refusalRate", 0.8, 1.0,
                        "security/byLanguage/ja/refusalRate is 0.7 and not from 0.8 to 1.0."),
                Arguments.of("/byLanguage/en/refusalRate", 0.8, null,
                        "It is not shown that security/byLanguage/en/refusalRate is at least 0.8."),
                Arguments.of("/suite/name", 0.8, null, "It is not shown that security/suite/name is at least 0.8."));
    }

    @ParameterizedTest(name = "{0} from {1} to {2}")
    @MethodSource("limits")
    void aLimitHolds(String figure, @Nullable Double atLeast, @Nullable Double atMost, String expected) {
        // Given
        Limit limit = new Limit(Stage.SECURITY, JsonPointer.compile(figure), atLeast, atMost, Consequence.ASK);
        Policy policy = Rounds.policy(new Safeguards(Map.of(), List.of(limit), Map.of()));
        // When
        Ruling ruling = new Yardstick(policy, null).assess(Rounds.perfect().findings()).ruling();
        // Then
        assertEquals(expected, ruling instanceof Ruling.AskPerson(String reason) ? reason : "approve");
    }
}
