package dev.touchstone.review.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Findings.Ruling;
import dev.touchstone.review.Reviews;

class ReasonKindTest {

    private final Reviews review = new Reviews();

    @Test
    void aGateThatDidNotOpenIsAnotherReasonThanAStageThatDidNotFinish() {
        Reviews unfinished = new Reviews().requested(Stage.SECURITY, 1).tell(Stage.SECURITY, 1,
                new Failed("agent_unreachable", List.of("gate_failed"), true, null, Map.of()));
        assertKind(ReasonKind.SECURITY_GATE, review.requested(Stage.SECURITY, 1).gateFailed(Stage.SECURITY, 1)
                .asked(1, Stage.SECURITY, "agent_unreachable"));
        assertKind(ReasonKind.SECURITY_UNFINISHED, unfinished.asked(1, Stage.SECURITY, "gate_failed"));
    }

    @Test
    void whatTheJudgeAsksIsToldApartByTheVerdict() {
        assertKind(ReasonKind.JURY_UNDECIDED, new Reviews().judged(Ruling.MANUAL).asked(1, Stage.JUDGE, "open"));
        assertKind(ReasonKind.POLICY, new Reviews().judged(Ruling.REJECT).asked(1, Stage.JUDGE, "open"));
        assertKind(ReasonKind.POLICY, new Reviews().judged(Ruling.APPROVE).asked(1, Stage.JUDGE, "open"));
        assertKind(ReasonKind.JURY_UNFINISHED, new Reviews().requested(Stage.JUDGE, 1).asked(1, Stage.JUDGE, "open"));
        assertKind(ReasonKind.PUBLISH_UNFINISHED, new Reviews().judged(Ruling.APPROVE).asked(1, Stage.PUBLISH, "open"));
    }

    @Test
    void whereNobodyIsAskedThereIsNoReason() {
        assertEquals(Optional.empty(), ReasonKind.of(CaseView.of(review.passed(Stage.SECURITY, 1, 1).told())));
    }

    private static void assertKind(ReasonKind kind, Reviews asked) {
        assertEquals(Optional.of(kind), ReasonKind.of(CaseView.of(asked.told())));
    }
}
