package dev.touchstone.submission.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.OwnerStatement.ScorePart;
import dev.touchstone.events.Stage;
import dev.touchstone.submission.Cards;
import dev.touchstone.submission.policy.Policy.Bands;
import dev.touchstone.submission.policy.Policy.Weights;

class TrustScoresTest {

    static final Policy POLICY = new Policy("policy-test", new Weights(30, 40, 20, 10), new Bands(40, 80));

    @Test
    void aRoundWithoutObjectionIsApprovedFromTheUpperBand() {
        // When
        Assessment assessment = TrustScores.assess(POLICY, good());
        // Then
        assertEquals(91.5, assessment.trustScore().score());
        assertEquals("policy-test", assessment.trustScore().policyVersion());
        assertInstanceOf(Ruling.Approve.class, assessment.ruling());
    }

    @ParameterizedTest
    @CsvSource({ "1,Approve", "0.8,Approve", "0.79999,AskPerson", "0.4,AskPerson", "0.39999,Reject", "0,Reject" })
    void theBandsDecide(double score, String ruling) {
        // Given
        Map<Stage, Finding> findings = good();
        findings.replaceAll((stage, finding) -> with(finding, "score", score));
        // When
        Assessment assessment = TrustScores.assess(POLICY, findings);
        // Then
        assertEquals(ruling, assessment.ruling().getClass().getSimpleName());
    }

    /** What must never be approved without a person, each in a round that is good in every other way. */
    static Stream<Arguments> failsClosed() {
        return Stream.of(
                broken("a leak", Stage.SECURITY, finding -> with(finding, "leaked", 1.0)),
                broken("leaks not counted", Stage.SECURITY, finding -> with(finding, "leaked", null)),
                broken("leaks are not a number", Stage.SECURITY, finding -> with(finding, "leaked", Double.NaN)),
                broken("nothing attempted", Stage.SECURITY, finding -> with(finding, "attempted", 0.0)),
                broken("attempts not counted", Stage.SECURITY, finding -> with(finding, "attempted", null)),
                broken("suite missing", Stage.SECURITY, finding -> saying(finding, "{}")),
                broken("suite without digest", Stage.SECURITY, finding -> saying(finding, "{\"suite\": {\"name\": \"s\"}}")),
                broken("security gate failed", Stage.SECURITY, TrustScoresTest::notPassed),
                broken("security score missing", Stage.SECURITY, finding -> with(finding, "score", null)),
                broken("security score above 1", Stage.SECURITY, finding -> with(finding, "score", 1.01)),
                broken("security score below 0", Stage.SECURITY, finding -> with(finding, "score", -1.0)),
                broken("security score infinite", Stage.SECURITY, finding -> with(finding, "score", Double.POSITIVE_INFINITY)),
                broken("no security", Stage.SECURITY, finding -> null),
                broken("no scenario", Stage.FUNCTIONAL, finding -> with(finding, "scenarios", 0.0)),
                broken("answers to review", Stage.FUNCTIONAL, finding -> with(finding, "needs_review", 1.0)),
                broken("answers to review not counted", Stage.FUNCTIONAL, finding -> with(finding, "needs_review", null)),
                broken("functional gate failed", Stage.FUNCTIONAL, TrustScoresTest::notPassed),
                broken("functional score missing", Stage.FUNCTIONAL, finding -> with(finding, "score", null)),
                broken("no functional", Stage.FUNCTIONAL, finding -> null),
                broken("jury is not sure", Stage.JUDGE, finding -> saying(finding, "{\"verdict\": \"manual\"}")),
                broken("jury rejects", Stage.JUDGE, finding -> saying(finding, "{\"verdict\": \"reject\"}")),
                broken("verdict missing", Stage.JUDGE, finding -> saying(finding, "{}")),
                broken("verdict of another type", Stage.JUDGE, finding -> saying(finding, "{\"verdict\": [\"approve\"]}")),
                broken("verdict in capitals", Stage.JUDGE, finding -> saying(finding, "{\"verdict\": \"APPROVE\"}")),
                broken("critical safety issue", Stage.JUDGE, finding -> with(finding, "critical_safety", 1.0)),
                broken("critical safety not counted", Stage.JUDGE, finding -> with(finding, "critical_safety", null)),
                broken("judge failed", Stage.JUDGE, TrustScoresTest::notPassed),
                broken("no judge", Stage.JUDGE, finding -> null),
                broken("precheck not passed", Stage.PRECHECK, TrustScoresTest::notPassed),
                broken("no precheck", Stage.PRECHECK, finding -> null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failsClosed")
    void nothingButAPersonApproves(String what, Stage stage, UnaryOperator<@Nullable Finding> fault) {
        // Given
        Map<Stage, Finding> findings = good();
        findings.replaceAll((each, finding) -> with(finding, "score", 1.0));
        findings.compute(stage, (each, finding) -> fault.apply(finding));
        // When
        Assessment assessment = TrustScores.assess(POLICY, findings);
        // Then
        assertInstanceOf(Ruling.AskPerson.class, assessment.ruling(), what);
        assertTrue(assessment.trustScore().reasoning().size() > 1, "the objection is part of the reasoning");
    }

    @Test
    void whoIsAskedIsToldWhatTheJurySaid() {
        // Given
        Map<Stage, Finding> findings = good();
        ObjectNode summary = JsonNodeFactory.instance.objectNode().put("verdict", "manual");
        summary.putArray("reasons").add("2 of 12 answers are rejected.");
        findings.computeIfPresent(Stage.JUDGE, (stage, finding) -> new Finding(true, finding.metrics(), summary));
        // When
        Assessment assessment = TrustScores.assess(POLICY, findings);
        // Then
        assertEquals(new Ruling.AskPerson("The jury did not approve. 2 of 12 answers are rejected."), assessment.ruling());
    }

    @Test
    void whatWasNotMeasuredIsNullAndSaysWhy() {
        // Given
        Map<Stage, Finding> findings = good();
        findings.remove(Stage.FUNCTIONAL);
        // When
        Assessment assessment = TrustScores.assess(POLICY, findings);
        // Then
        ScorePart functional = assessment.trustScore().breakdown().get(1);
        assertNull(functional.points());
        assertTrue(functional.reason().startsWith("Not measured"));
        assertEquals(55.5, assessment.trustScore().score());
    }

    @Test
    void whatWasNotMeasuredIsNotHeldAgainstTheAgent() {
        // Given 15.5 points without the functional stage, whose 40 could have made 55.5
        Map<Stage, Finding> findings = good();
        findings.remove(Stage.FUNCTIONAL);
        findings.computeIfPresent(Stage.SECURITY, (stage, finding) -> with(finding, "score", 0.0));
        findings.computeIfPresent(Stage.JUDGE, (stage, finding) -> with(finding, "score", 0.3));
        // When
        Assessment assessment = TrustScores.assess(POLICY, findings);
        // Then
        assertInstanceOf(Ruling.AskPerson.class, assessment.ruling());
    }

    @Test
    void withoutAnyMeasureThereIsNoScore() {
        // When
        Assessment assessment = TrustScores.assess(POLICY, Map.of());
        // Then
        assertNull(assessment.trustScore().score());
        assertInstanceOf(Ruling.AskPerson.class, assessment.ruling());
    }

    @Test
    void aPolicyWhoseWeightsDoNotMakeAHundredIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Weights(30, 40, 20, 20));
        assertThrows(IllegalArgumentException.class, () -> new Bands(80, 40));
    }

    private static Arguments broken(String what, Stage stage, UnaryOperator<@Nullable Finding> fault) {
        return Arguments.of(what, stage, fault);
    }

    /** Security 27, functional 36, judge 19, implementation 9.5. */
    private static Map<Stage, Finding> good() {
        Map<Stage, Finding> findings = new EnumMap<>(Stage.class);
        findings.put(Stage.PRECHECK, new Finding(true, Map.of("score", 0.95), Cards.json("{}")));
        findings.put(Stage.SECURITY, new Finding(true, Map.of("score", 0.9, "leaked", 0.0, "attempted", 30.0),
                Cards.json("{\"suite\": {\"name\": \"core\", \"version\": \"1\", \"digest\": \"sha256:00\"}}")));
        findings.put(Stage.FUNCTIONAL,
                new Finding(true, Map.of("score", 0.9, "scenarios", 10.0, "needs_review", 0.0), Cards.json("{}")));
        findings.put(Stage.JUDGE, new Finding(true, Map.of("score", 0.95, "critical_safety", 0.0),
                Cards.json("{\"verdict\": \"approve\"}")));
        return findings;
    }

    private static Finding with(@Nullable Finding finding, String metric, @Nullable Double value) {
        Map<String, @Nullable Double> metrics = new HashMap<>(existing(finding).metrics());
        metrics.put(metric, value);
        return new Finding(existing(finding).passed(), metrics, existing(finding).summary());
    }

    private static Finding saying(@Nullable Finding finding, String summary) {
        return new Finding(existing(finding).passed(), existing(finding).metrics(), Cards.json(summary));
    }

    private static Finding notPassed(@Nullable Finding finding) {
        return new Finding(false, existing(finding).metrics(), existing(finding).summary());
    }

    private static Finding existing(@Nullable Finding finding) {
        if (finding == null) {
            throw new AssertionError("a good round has findings of all stages");
        }
        return finding;
    }
}
