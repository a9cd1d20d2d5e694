package dev.touchstone.sandbox.attempt;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.touchstone.sandbox.attempt.EndedAttempt.File;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An ended attempt as it is shown.
 *
 * @param round the review round's workflowRunId
 * @param files in the order of its evidence; their content is at {@code /artifacts/{digest}}
 */
@RegisterForReflection
record AttemptView(UUID submissionId, UUID round, String stage, int attempt, Instant endedAt, List<File> files) {

    static AttemptView of(EndedAttempt ended) {
        EndedAttempt.Key key = ended.key();
        return new AttemptView(key.submissionId(), key.round(), key.stage().key(), key.attempt(), ended.endedAt(),
                ended.files());
    }
}
