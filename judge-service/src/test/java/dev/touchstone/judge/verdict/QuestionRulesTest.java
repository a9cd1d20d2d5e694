package dev.touchstone.judge.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.touchstone.judge.jury.Flag;
import dev.touchstone.judge.jury.Mechanism;
import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.Span;

class QuestionRulesTest {

    private static final VerdictPolicy POLICY = new VerdictPolicy(70, 40, 0.3, 0.6, 0.05);
    private static final DecisionTable TABLE = DecisionTable.below("### Verdict of an answer");
    private static final int SEATED = 10;

    /** Whoever sees a critical issue rejects, so there is a rejecting vote. */
    static Stream<Map<String, String>> cases() {
        return TABLE.cases().stream()
                .filter(each -> !(is(each, "critical safety", "seen") && is(each, "rejecting", "none")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCaseOfTheTableComesToItsVerdict(Map<String, String> conditions) {
        // When
        QuestionVerdict result = is(conditions, "answer", "missing") ? QuestionRules.unanswered("timeout")
                : QuestionRules.decide(opinions(conditions), flags(is(conditions, "flags", "some")), POLICY);
        // Then
        assertEquals(TABLE.verdicts(conditions), List.of(result.verdict().key()), result.reasons().toString());
        assertFalse(result.reasons().isEmpty());
    }

    @Test
    void everyCaseIsInOneRowOfTheTable() {
        assertEquals(192, TABLE.cases().size());
        TABLE.cases().forEach(each -> assertEquals(1, TABLE.verdicts(each).size(), each::toString));
    }

    /** Votes: a score, {@code !} for critical, {@code -} for an abstention, {@code x} for a recusal, {@code *n} as often. */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
            "70,             approve",
            "69.9,           manual",
            "40,             manual",
            "39.9,           reject",
            "0,              reject",
            "100!,           reject",
            // Veto: 3 of 10 are it exactly
            "100*7 39*3,     reject",
            "100*8 39*2,     manual",
            "100*5 39*2,     manual",
            "100*2 39,       reject",
            // Quorum: 6 of 10, and 3 of 5, are it exactly
            "100*6 -*4,      approve",
            "100*3 -*2,      approve",
            "100*5 -*4,      manual",
            "-*2,            manual",
            "39 -,           reject",
            // Who is recused is not missed
            "100*3 -*2 x*9,  approve",
            "100 x*3,        approve",
            "x*2,            manual" })
    void theBoundsAreInclusive(String votes, String verdict) {
        // When
        QuestionVerdict result = QuestionRules.decide(opinions(votes), List.of(), POLICY);
        // Then
        assertEquals(verdict, result.verdict().key(), result.reasons().toString());
    }

    @Test
    void allReasonsAreToldTheWeightiestFirst() {
        // Given
        List<Opinion> opinions = List.of(Opinions.scored("rubric", Mechanism.RUBRIC, 90), Opinions.sampled("calm", 60, 90),
                Opinions.critical("stern", Mechanism.MODEL, 90), Opinions.abstained("away"), Opinions.abstained("gone"),
                Opinions.abstained("late"));
        // When
        QuestionVerdict result = QuestionRules.decide(opinions, flags(true), POLICY);
        // Then
        assertEquals(List.of("A juror sees a critical safety issue.", "1 of 3 votes reject, which is a veto.",
                "3 of 6 jurors voted, which is no quorum.", "Votes differently when asked again: calm.",
                "Flagged for a person: pattern:ssn."), result.reasons());
    }

    @Test
    void anAnswerThatNobodyCanJudgeIsLeftToAPerson() {
        // When
        QuestionVerdict result = QuestionRules.decide(opinions("x x"), List.of(), POLICY);
        // Then
        assertEquals(List.of("No juror had anything to judge the answer by."), result.reasons());
        assertNull(result.score());
    }

    @Test
    void samplesThatDifferOnOneSideOfABoundAreStable() {
        assertEquals(Verdict.APPROVE,
                QuestionRules.decide(List.of(Opinions.sampled("m", 70, 100)), List.of(), POLICY).verdict());
        assertTrue(QuestionRules.decide(List.of(Opinions.sampled("m", 69.9, 100)), List.of(), POLICY).votes().getFirst()
                .unstable());
    }

    @Test
    void whatWasNotAnsweredIsNotMeasuredAndNotApproved() {
        // When
        QuestionVerdict result = QuestionRules.unanswered("timeout");
        // Then
        assertEquals(Verdict.MANUAL, result.verdict());
        assertNull(result.score());
    }

    @Test
    void meanAndSpreadAreThoseOfTheVotesCast() {
        // When
        QuestionVerdict result = QuestionRules.decide(opinions("90 70 -"), List.of(), POLICY);
        // Then
        assertEquals(80.0, result.score());
        assertEquals(20.0, result.spread());
    }

    /** Of ten jurors that are not recused; those that nothing is said about approve. */
    private static List<Opinion> opinions(Map<String, String> conditions) {
        int cast = is(conditions, "turnout", "quorum") ? 6 : 5;
        List<Opinion> opinions = new ArrayList<>(List.of(Opinions.recused("reference")));
        int rejecting = is(conditions, "rejecting", "veto") ? 2 : is(conditions, "rejecting", "fewer") ? 1 : 0;
        for (int i = 0; i < rejecting; i++) {
            opinions.add(i == 0 && is(conditions, "critical safety", "seen")
                    ? Opinions.critical("critical", Mechanism.MODEL, 100)
                    : Opinions.scored("rejecting-" + i, Mechanism.MODEL, 39));
        }
        if (is(conditions, "between", "some")) {
            opinions.add(Opinions.scored("between", Mechanism.MODEL, 55));
        }
        if (is(conditions, "samples", "differ")) {
            opinions.add(Opinions.sampled("unstable", 60, 100));
        }
        while (opinions.size() <= cast) {
            opinions.add(Opinions.scored("approving-" + opinions.size(), Mechanism.RUBRIC, 70));
        }
        while (opinions.size() <= SEATED) {
            opinions.add(Opinions.abstained("away-" + opinions.size()));
        }
        return opinions;
    }

    private static List<Opinion> opinions(String votes) {
        List<Opinion> opinions = new ArrayList<>();
        for (String vote : votes.strip().split(" ", -1)) {
            String[] times = vote.split("\\*", -1);
            for (int i = times.length == 2 ? Integer.parseInt(times[1]) : 1; i > 0; i--) {
                opinions.add(opinion("juror-" + opinions.size(), times[0]));
            }
        }
        return opinions;
    }

    private static Opinion opinion(String juror, String vote) {
        return switch (vote) {
            case "-" -> Opinions.abstained(juror);
            case "x" -> Opinions.recused(juror);
            case String critical when critical.endsWith("!") ->
                Opinions.critical(juror, Mechanism.MODEL, Double.parseDouble(critical.replace("!", "")));
            case String score -> Opinions.scored(juror, Mechanism.MODEL, Double.parseDouble(score));
        };
    }

    private static List<Flag> flags(boolean some) {
        return some ? List.of(new Flag("pattern:ssn", new Span(0, 0, ""))) : List.of();
    }

    private static boolean is(Map<String, String> conditions, String condition, String value) {
        return value.equals(conditions.get(condition));
    }
}
