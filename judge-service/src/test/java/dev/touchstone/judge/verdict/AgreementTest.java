package dev.touchstone.judge.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.touchstone.judge.jury.Mechanism;
import dev.touchstone.judge.jury.Rounding;

class AgreementTest {

    @Test
    void jurorsWhoAgreeOnDifferentAnswersAgreePerfectly() {
        assertEquals(1.0, Agreement.of(List.of(scored(90, 90), scored(30, 30))).alpha());
    }

    @Test
    void jurorsWhoAlwaysDisagreeAreBelowChance() {
        // Seen 3600 on average, expected 2400 among all pairs of {90, 30, 30, 90}.
        assertEquals(-0.5, Agreement.of(List.of(scored(90, 30), scored(30, 90))).alpha());
    }

    @Test
    void withoutVariationAlphaIsNotDefined() {
        assertNull(Agreement.of(List.of(scored(80, 80))).alpha());
    }

    @Test
    void oneJurorAloneAgreesWithNobody() {
        assertEquals(new Agreement(null, null, null), Agreement.of(List.of(scored(80))));
    }

    private static QuestionVerdict scored(double... scores) {
        List<Vote> votes = Arrays.stream(scores)
                .mapToObj(score -> new Vote("j", Mechanism.MODEL, Verdict.APPROVE, score, false)).toList();
        double spread = Arrays.stream(scores).max().orElseThrow() - Arrays.stream(scores).min().orElseThrow();
        return new QuestionVerdict(Verdict.APPROVE, 0.0, scores.length < 2 ? null : Rounding.toTenth(spread), false, true,
                List.of(), List.of(), votes);
    }
}
