package dev.touchstone.review.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.CaseState;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Trail.PastRound;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One round of a review: how it stands, or stood when another followed it.
 *
 * @param round from 1
 * @param page where people look at it
 */
@RegisterForReflection
public record RoundLine(int round, UUID workflowRunId, CaseState state, @Nullable String statusReason, String page) {

    /** All rounds in their order, the current one last. */
    public static List<RoundLine> of(CaseView view) {
        List<RoundLine> lines = new ArrayList<>();
        for (PastRound past : view.trail().past()) {
            int round = lines.size() + 1;
            lines.add(new RoundLine(round, past.workflowRunId(), past.state(), past.reason(),
                    page(view) + "?round=" + round));
        }
        lines.add(new RoundLine(lines.size() + 1, view.subject().review().workflowRunId(), view.course().state(),
                view.course().reason(), page(view)));
        return lines;
    }

    private static String page(CaseView view) {
        return "/submissions/" + view.submissionId();
    }
}
