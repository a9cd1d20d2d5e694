package dev.touchstone.review.human;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Who looks after a case.
 *
 * @param until when it ends by itself, unless its holder is seen with the case again
 * @param assignedBy who gave it to them; null where they took it
 */
@RegisterForReflection
public record Claim(String claimedBy, Instant until, @Nullable String assignedBy) {
}
