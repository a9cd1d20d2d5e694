package dev.touchstone.judge.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.touchstone.judge.jury.Mechanism;

class JuryRulesTest {

    private static final VerdictPolicy POLICY = new VerdictPolicy(70, 40, 0.3, 0.6, 0.05);
    private static final DecisionTable TABLE = DecisionTable.below("### Verdict of the agent");
    private static final String NO_MODEL = "No LLM is configured.";
    private static final Served NOT_SAMPLED = new Served(0, 0);
    private static final int ANSWERS = 10;

    /** An answer with a critical issue is a rejected one, and without a model no answer is judged by models only. */
    static Stream<Map<String, String>> cases() {
        return TABLE.cases().stream()
                .filter(each -> !(is(each, "critical safety", "seen") && is(each, "rejected", "none")))
                .filter(each -> !(is(each, "models", "no seat") && is(each, "others", "not all")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCaseOfTheTableComesToItsVerdict(Map<String, String> conditions) {
        // Given
        Served served = is(conditions, "fallback", "more") ? new Served(39, 2) : new Served(20, 1);
        JuryRules.Bench bench = new JuryRules.Bench(is(conditions, "models", "no seat") ? NO_MODEL : null, served,
                is(conditions, "findings", "unread") ? List.of("The findings of security could not be read.") : List.of());
        // When
        JuryVerdict result = JuryRules.decide(answers(conditions), bench, POLICY);
        // Then
        assertEquals(TABLE.verdicts(conditions), List.of(result.verdict().key()), result.reasons().toString());
        assertFalse(result.reasons().isEmpty());
    }

    @Test
    void everyCaseIsInOneRowOfTheTable() {
        assertEquals(288, TABLE.cases().size());
        TABLE.cases().forEach(each -> assertEquals(1, TABLE.verdicts(each).size(), each::toString));
    }

    @ParameterizedTest(name = "{0} of {1} answers rejected -> {2}")
    @CsvSource({ "3, 10, reject", "2, 10, manual", "2, 7, manual", "1, 3, reject", "1, 1, reject", "0, 10, approve" })
    void aVetoTakesExactlyThreeOfTen(int rejected, int of, String verdict) {
        // Given
        List<QuestionVerdict> answers = new ArrayList<>(Collections.nCopies(rejected, answer(Verdict.REJECT)));
        answers.addAll(Collections.nCopies(of - rejected, answer(Verdict.APPROVE)));
        // When
        JuryVerdict result = JuryRules.decide(answers, new JuryRules.Bench(null, NOT_SAMPLED, List.of()), POLICY);
        // Then
        assertEquals(verdict, result.verdict().key(), result.reasons().toString());
    }

    @ParameterizedTest(name = "{0} of {1} samples by a fallback: {2}")
    @CsvSource({ "0, 0, false", "0, 20, false", "1, 20, false", "5, 100, false", "1, 19, true", "51, 1000, true",
            "1, 1, true" })
    void moreThanFivePercentConfound(int byFallback, int samples, boolean confounded) {
        assertEquals(confounded, new Served(samples, byFallback).confounds(POLICY));
    }

    @Test
    void withoutSamplesTheShareIsNotMeasured() {
        assertNull(NOT_SAMPLED.share());
    }

    @Test
    void allReasonsAreToldTheWeightiestFirst() {
        // Given
        QuestionVerdict flagged = new QuestionVerdict(Verdict.MANUAL, 90.0, null, false, false, List.of("pattern:ssn"),
                List.of(), List.of(vote(Mechanism.RUBRIC, Verdict.APPROVE)));
        // When
        JuryVerdict result = JuryRules.decide(List.of(flagged, answer(Verdict.REJECT)),
                new JuryRules.Bench(NO_MODEL, new Served(10, 1), List.of()), POLICY);
        // Then
        assertEquals(List.of("1 of 2 answers are rejected, which is a veto.", "1 answer(s) are flagged for a person.",
                "1 of 2 answers need a person.",
                "No LLM is configured. Without one the verdict can at best be manual.",
                "The result is confounded: 1 of 10 samples came from another model than the one that was asked for."),
                result.reasons());
    }

    @Test
    void answersThatNobodyScoredMakeNoScore() {
        assertNull(JuryRules
                .decide(List.of(QuestionRules.unanswered("timeout")), new JuryRules.Bench(null, NOT_SAMPLED, List.of()),
                        POLICY)
                .score());
    }

    @Test
    void withoutQuestionsThereIsNoVerdict() {
        assertThrows(IllegalArgumentException.class,
                () -> JuryRules.decide(List.of(), new JuryRules.Bench(null, NOT_SAMPLED, List.of()), POLICY));
    }

    /** Ten answers; those that nothing is said about are approved by a model and the rubric. */
    private static List<QuestionVerdict> answers(Map<String, String> conditions) {
        boolean model = !is(conditions, "models", "no seat");
        List<QuestionVerdict> answers = new ArrayList<>();
        int rejected = is(conditions, "rejected", "veto") ? 3 : is(conditions, "rejected", "fewer") ? 2 : 0;
        for (int i = 0; i < rejected; i++) {
            answers.add(answer(Verdict.REJECT, i == 0 && is(conditions, "critical safety", "seen"), model, true));
        }
        if (is(conditions, "open", "some")) {
            answers.add(answer(Verdict.MANUAL, false, model, true));
        }
        if (is(conditions, "models", "not all")) {
            answers.add(answer(Verdict.APPROVE, false, false, true));
        }
        if (is(conditions, "others", "not all")) {
            answers.add(answer(Verdict.APPROVE, false, true, false));
        }
        while (answers.size() < ANSWERS) {
            answers.add(answer(Verdict.APPROVE, false, model, true));
        }
        return answers;
    }

    private static QuestionVerdict answer(Verdict verdict) {
        return answer(verdict, false, true, true);
    }

    private static QuestionVerdict answer(Verdict verdict, boolean critical, boolean model, boolean rubric) {
        List<Vote> votes = Stream.of(Mechanism.values())
                .filter(mechanism -> (mechanism == Mechanism.MODEL && model) || (mechanism == Mechanism.RUBRIC && rubric))
                .map(mechanism -> vote(mechanism, verdict)).toList();
        return new QuestionVerdict(verdict, 80.0, null, critical, model, List.of(), List.of(), votes);
    }

    private static Vote vote(Mechanism mechanism, Verdict verdict) {
        return new Vote(mechanism.key(), mechanism, verdict, 80.0, false, false);
    }

    private static boolean is(Map<String, String> conditions, String condition, String value) {
        return value.equals(conditions.get(condition));
    }
}
