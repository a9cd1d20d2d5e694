package dev.touchstone.judge.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.touchstone.judge.jury.Mechanism;

class JuryRulesTest {

    private static final VerdictPolicy POLICY = new VerdictPolicy(70, 40, 0.3, 0.6);

    /** Answers: a for approved, m for manual, r for rejected, c for critical, f for flagged, u for no model's vote. */
    @ParameterizedTest(name = "answers {0}, model {1} -> {2}")
    @CsvSource({
            // answers, model on the jury, verdict
            "a,          true,  approve",
            "a a a a,    true,  approve",
            "a a a a,    false, manual",
            "a a a m,    true,  manual",
            "m m m m,    true,  manual",
            "a a a f,    true,  manual",
            "a a a u,    true,  manual",
            "a a a r,    true,  manual",
            "a a r,      true,  reject",
            "a a r r,    true,  reject",
            "a a r r,    false, reject",
            "a a a c,    true,  reject",
            "a a a a a a a a a c, true, reject",
            "a a a a a a a r r r, true, reject" })
    void theVerdictTable(String answers, boolean model, String verdict) {
        // When
        JuryVerdict result = JuryRules.decide(results(answers), model ? null : "No LLM is configured.", POLICY);
        // Then
        assertEquals(verdict, result.verdict().key(), result.reasons().toString());
        assertFalse(result.reasons().isEmpty());
    }

    @Test
    void withoutAModelTheReasonSaysSo() {
        // When
        JuryVerdict result = JuryRules.decide(results("a"), "No LLM is configured.", POLICY);
        // Then
        assertTrue(result.reasons().contains("No LLM is configured. Without one the verdict can at best be manual."));
    }

    @Test
    void answersThatNobodyScoredMakeNoScore() {
        assertNull(JuryRules.decide(List.of(QuestionRules.unanswered("timeout")), null, POLICY).score());
    }

    @Test
    void withoutQuestionsThereIsNoVerdict() {
        assertThrows(IllegalArgumentException.class, () -> JuryRules.decide(List.of(), null, POLICY));
    }

    private static List<QuestionVerdict> results(String answers) {
        return Arrays.stream(answers.split(" ", -1)).map(JuryRulesTest::result).toList();
    }

    private static QuestionVerdict result(String answer) {
        Verdict verdict = switch (answer) {
            case "a", "u" -> Verdict.APPROVE;
            case "r", "c" -> Verdict.REJECT;
            default -> Verdict.MANUAL;
        };
        List<String> flags = answer.equals("f") ? List.of("pattern:ssn") : List.of();
        return new QuestionVerdict(verdict, 80.0, null, answer.equals("c"), !answer.equals("u"), flags, List.of(),
                List.of(new Vote("juror", Mechanism.MODEL, verdict, 80.0, false)));
    }
}
