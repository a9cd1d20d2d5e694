package dev.touchstone.submission.review;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One pass through the stages, in short, wherever a client is shown one.
 *
 * @param openedBy null for the first, which began with the submission
 * @param changedAt when its state last changed
 * @param endedAt null while it goes on
 * @param trustScore 0 to 100, null where there is none
 * @param policyVersion under which it was scored, null where it was not
 */
@RegisterForReflection
public record RoundView(int round, UUID workflowRunId, String state, String statusReason, String openedBecause,
        @Nullable String openedBy, Instant openedAt, Instant changedAt, @Nullable Instant endedAt,
        @Nullable Double trustScore, @Nullable String policyVersion) {

    public static RoundView of(Round round) {
        var score = round.state().history().conclusion().trustScore();
        return new RoundView(round.number(), round.workflowRunId(), State.of(round.state()).key(),
                Wording.statusReason(round.state()), round.opening().because(), round.opening().by(), round.opening().at(),
                round.changedAt(), round.state() instanceof ReviewState.Ended ? round.changedAt() : null,
                score == null ? null : score.score(), score == null ? null : score.policyVersion());
    }
}
