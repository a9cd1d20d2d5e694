package dev.touchstone.submission.review;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.NullNode;

import dev.touchstone.events.StageEvent;
import dev.touchstone.submission.policy.Finding;

/**
 * Why a revision may be published.
 *
 * @param trustScore 0 to 100, null where a person approved without one
 */
public record Approval(@Nullable Double trustScore, String statusReason) {

    static final Finding CARRIED_OUT = new Finding(true, Map.of(), NullNode.getInstance());

    /** The approval, or null where the attempt that {@code request} asks for is not waited for. */
    static @Nullable Approval of(ReviewState state, StageEvent request) {
        if (!(state instanceof ReviewState.Publishing publishing)
                || Standing.of(publishing.history(), request) != Standing.AWAITED) {
            return null;
        }
        History.Conclusion conclusion = publishing.history().conclusion();
        var score = conclusion.trustScore();
        String because = conclusion.approvedBecause();
        return because == null ? null : new Approval(score == null ? null : score.score(), because);
    }
}
