package dev.touchstone.submission.policy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.OwnerStatement.ScorePart;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A revision became its agent's baseline.
 *
 * @param number orders the changes of all agents; greater is later
 * @param cause {@code publication} or {@code rollback}
 * @param trustScore that it was published with, null where a person approved without one
 * @param breakdown of that score, empty where there is none
 * @param policyVersion under which it was scored, null where it was not
 */
@RegisterForReflection
public record BaselineChange(long number, String revision, UUID submissionId, String cause, String reason, String setBy,
        Instant setAt, @Nullable Double trustScore, List<ScorePart> breakdown, @Nullable String policyVersion) {

    public BaselineChange {
        breakdown = List.copyOf(breakdown);
    }
}
