package dev.touchstone.submission.review;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.NullNode;

import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.events.StageEvent;
import dev.touchstone.submission.policy.Finding;

/**
 * Why a revision may be published.
 *
 * @param scored null where a person approved without a score
 */
public record Approval(@Nullable TrustScoreCalculated scored, String statusReason) {

    static final Finding CARRIED_OUT = new Finding(true, Map.of(), NullNode.getInstance());

    /** The approval, or null where the attempt that {@code request} asks for is not waited for. */
    static @Nullable Approval of(ReviewState state, StageEvent request) {
        if (!(state instanceof ReviewState.Publishing publishing)
                || Standing.of(publishing.history(), request) != Standing.AWAITED) {
            return null;
        }
        History.Conclusion conclusion = publishing.history().conclusion();
        String because = conclusion.approvedBecause();
        return because == null ? null : new Approval(conclusion.trustScore(), because);
    }

    /** 0 to 100, null where a person approved without one. */
    public @Nullable Double trustScore() {
        return scored == null ? null : scored.score();
    }
}
