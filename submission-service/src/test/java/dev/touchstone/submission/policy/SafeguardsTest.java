package dev.touchstone.submission.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.core.JsonPointer;

import dev.touchstone.events.Stage;

class SafeguardsTest {

    @Test
    void aStricterRuleRejectsWhatWasMeasured() {
        // Given
        Policy strict = Rounds.policy(new Safeguards(Map.of(HardRule.NO_LEAK, Consequence.REJECT), List.of()));
        // When
        Assessment assessment = new Yardstick(strict, null)
                .assess(Rounds.perfect().with(Stage.SECURITY, "leaked", 2.0).findings());
        // Then
        assertEquals("reject: Something was leaked.", TrustScoresTest.shown(assessment.ruling()));
    }

    @Test
    void aStricterRuleRejectsNothingThatWasNotMeasured() {
        // Given
        Policy strict = Rounds.policy(new Safeguards(Map.of(HardRule.NO_LEAK, Consequence.REJECT), List.of()));
        // When
        Assessment assessment = new Yardstick(strict, null)
                .assess(Rounds.perfect().with(Stage.SECURITY, "leaked", null).findings());
        // Then
        assertEquals("ask: It is not shown that nothing was leaked.", TrustScoresTest.shown(assessment.ruling()));
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
        Policy policy = Rounds.policy(new Safeguards(Map.of(), List.of(limit)));
        // When
        Ruling ruling = new Yardstick(policy, null).assess(Rounds.perfect().findings()).ruling();
        // Then
        assertEquals(expected, ruling instanceof Ruling.AskPerson(String reason) ? reason : "approve");
    }
}
