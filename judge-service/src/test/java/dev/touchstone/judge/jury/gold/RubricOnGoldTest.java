package dev.touchstone.judge.jury.gold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import dev.touchstone.judge.jury.panel.Jury;
import dev.touchstone.judge.jury.panel.Method;
import dev.touchstone.judge.jury.rubric.RubricJuror;
import dev.touchstone.judge.llm.ModelChoice;
import dev.touchstone.judge.verdict.VerdictPolicy;

/** What the README says of the rubric: whoever changes a wording sees here what it costs. */
class RubricOnGoldTest {

    private static final VerdictPolicy POLICY = new VerdictPolicy(70, 40, 0.3, 0.6, 0.05);
    private static final Jury RUBRIC = new Jury(List.of(new RubricJuror()), new ModelChoice.Off("None is wanted."),
            new Method(0, "", "", ""));

    /** Deserved approve, manual, reject; in each what was said, in the same order. */
    private static final List<List<Integer>> TUNED = List.of(List.of(43, 6, 0), List.of(4, 5, 1), List.of(6, 7, 43));
    private static final List<List<Integer>> HELD_OUT = List.of(List.of(6, 2, 2), List.of(0, 1, 0), List.of(2, 6, 3));
    /** Under the rules for an answer, where flags count as well. */
    private static final List<List<Integer>> TOGETHER = List.of(List.of(49, 8, 2), List.of(1, 9, 1), List.of(8, 13, 46));

    @Test
    void theRubricErrsAsOftenAsTheReadmeSays() throws InterruptedException {
        // When
        Calibrated calibrated = Calibrating.run(GoldSet.builtIn(), RUBRIC, POLICY, 16_000);
        // Then
        Calibrated.Measured rubric = calibrated.jurors().getFirst().measured();
        assertEquals(TUNED, shown(Objects.requireNonNull(rubric.byUse().get("tuned"))));
        assertEquals(HELD_OUT, shown(Objects.requireNonNull(rubric.byUse().get("held-out"))));
        assertEquals(TOGETHER, shown(calibrated.jury().overall()));
        assertEquals(new Calibrated.Critical(9, 7, 0), rubric.criticalSafety());
    }

    @Test
    void theRubricNeedsNoTime() {
        assertTimeout(Duration.ofSeconds(10), () -> Calibrating.run(GoldSet.builtIn(), RUBRIC, POLICY, 16_000));
    }

    private static List<List<Integer>> shown(Confusion confusion) {
        return List.of("approve", "manual", "reject").stream().map(confusion.matrix()::get).map(RubricOnGoldTest::verdicts)
                .toList();
    }

    private static List<Integer> verdicts(Map<String, Integer> row) {
        return List.of("approve", "manual", "reject").stream().map(row::get).toList();
    }
}
