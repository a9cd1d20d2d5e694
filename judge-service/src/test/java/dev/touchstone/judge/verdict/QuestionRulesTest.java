package dev.touchstone.judge.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.touchstone.judge.jury.Flag;
import dev.touchstone.judge.jury.Mechanism;
import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.Scores;
import dev.touchstone.judge.jury.Span;
import dev.touchstone.judge.jury.rubric.RubricJuror;

class QuestionRulesTest {

    private static final VerdictPolicy POLICY = new VerdictPolicy(70, 40, 0.3, 0.6);

    /** Votes: a score, {@code !} for critical, {@code -} for an abstention. */
    @ParameterizedTest(name = "votes {0}, flags {1} -> {2}")
    @CsvSource(nullValues = "none", value = {
            // votes, flags, verdict
            "70,             none,         approve",
            "100 70,         none,         approve",
            "69.9,           none,         manual",
            "40,             none,         manual",
            "39.9,           none,         reject",
            "0,              none,         reject",
            "100 69.9,       none,         manual",
            "100 39.9,       none,         reject",
            "100!,           none,         reject",
            "100 100!,       none,         reject",
            "100 100 100 39, none,         manual",
            "100 100 39,     none,         reject",
            "100 -,          none,         manual",
            "- -,            none,         manual",
            "100 100 -,      none,         approve",
            "100 - -,        none,         manual",
            "100 100 100 -,  none,         approve",
            "39 -,           none,         reject",
            "100,            pattern:ssn,  manual",
            "100,            prohibited:x, manual",
            "39,             pattern:ssn,  reject" })
    void theVerdictTable(String votes, String flag, String verdict) {
        // Given
        List<Flag> flags = flag == null ? List.of() : List.of(new Flag(flag, new Span(0, 0, "")));
        // When
        QuestionVerdict result = QuestionRules.decide(opinions(votes), flags, POLICY);
        // Then
        assertEquals(verdict, result.verdict().key(), result.reasons().toString());
        assertFalse(result.reasons().isEmpty());
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

    private static List<Opinion> opinions(String votes) {
        List<Opinion> opinions = new ArrayList<>();
        for (String vote : votes.split(" ", -1)) {
            opinions.add(opinion("juror-" + opinions.size(), vote));
        }
        return opinions;
    }

    private static Opinion opinion(String juror, String vote) {
        if (vote.equals("-")) {
            return new Opinion.Abstained(juror, mechanism(juror), "away", List.of());
        }
        double share = Double.parseDouble(vote.replace("!", "")) / 100;
        return new Opinion.Scored(juror, mechanism(juror), new Scores(40 * share, 30 * share, 20 * share, 10 * share),
                vote.endsWith("!"),
                List.of(), List.of(), List.of());
    }

    private static Mechanism mechanism(String juror) {
        return juror.equals(RubricJuror.NAME) ? Mechanism.RUBRIC : Mechanism.MODEL;
    }
}
