package dev.touchstone.review.human;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.HumanDecision;
import dev.touchstone.review.CaseView;

/** The human stage as a pure fold of a review's events: the same rule as {@link HumanStage} has, without a database. */
public final class Questions {

    private final Map<EscalationId, Asked> asked = new LinkedHashMap<>();

    private Questions() {
    }

    /** In the order of rounds and attempts. What was withdrawn before anybody could be asked may be among them. */
    public static List<Asked> of(List<StageEvent> events) {
        Questions questions = new Questions();
        if (!events.isEmpty()) {
            CaseView.of(events, questions::hear);
        }
        return sorted(new ArrayList<>(questions.asked.values()));
    }

    static List<Asked> sorted(List<Asked> all) {
        return all.stream().sorted(Comparator.comparing(Asked::requestedAt).thenComparing(Asked::workflowRunId)
                .thenComparingInt(Asked::attempt)).toList();
    }

    private void hear(StageEvent event, CaseView view) {
        EscalationId id = EscalationId.of(event);
        if (event.body() instanceof HumanDecision decision) {
            // It was told with the answer that was taken: whatever crossed it on the way came too late.
            asked.computeIfPresent(id, (key, question) -> question.decided(decision.decision().key(), decision.decidedBy()));
        } else if (view.course().state().isTerminal()) {
            withdrawOthers(null);
        } else if (event.body() instanceof Requested && event.stage() == Stage.HUMAN) {
            withdrawOthers(id);
            asked.putIfAbsent(id, Asked.open(id.workflowRunId(), id.attempt(), event.origin().occurredAt()));
        } else if (event.body() instanceof Requested) {
            withdrawOthers(null);
        }
    }

    private void withdrawOthers(@Nullable EscalationId kept) {
        asked.replaceAll((id, question) -> id.equals(kept) ? question : question.withdrawn());
    }
}
