package dev.touchstone.submission.catalog;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.touchstone.submission.review.ReviewState;
import dev.touchstone.submission.review.Round;
import dev.touchstone.submission.review.State;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A round of a review, for clients.
 *
 * @param trustScore 0 to 100, null where there is none
 * @param policyVersion under which it was scored, null where it was not
 * @param changedAt when its state last changed; of a round that has ended, its end
 */
@RegisterForReflection
record RoundView(int round, UUID workflowRunId, String state, boolean terminal, String statusReason,
        @Nullable Double trustScore, @Nullable String policyVersion, Instant openedAt, Instant changedAt) {

    static RoundView of(Round round) {
        ReviewState state = round.state();
        var score = state.history().conclusion().trustScore();
        return new RoundView(round.number(), round.workflowRunId(), State.of(state).key(),
                state instanceof ReviewState.Ended, State.reason(state), score == null ? null : score.score(),
                score == null ? null : score.policyVersion(), round.opening().at(), round.changedAt());
    }
}
