package dev.touchstone.submission.review.progress;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.touchstone.submission.review.ReviewState;
import dev.touchstone.submission.review.Round;
import dev.touchstone.submission.review.State;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One pass through the stages, in short.
 *
 * @param openedBy null for the first, which began with the submission
 * @param endedAt null while it goes on
 * @param trustScore 0 to 100, null where there is none
 */
@RegisterForReflection
public record RoundView(int round, UUID workflowRunId, String state, String statusReason, String openedBecause,
        @Nullable String openedBy, Instant openedAt, @Nullable Instant endedAt, @Nullable Double trustScore) {

    static RoundView of(Round round) {
        var score = round.state().history().conclusion().trustScore();
        return new RoundView(round.number(), round.workflowRunId(), State.of(round.state()).key(),
                Wording.statusReason(round.state()), round.opening().because(), round.opening().by(), round.opening().at(),
                round.state() instanceof ReviewState.Ended ? round.changedAt() : null, score == null ? null : score.score());
    }
}
