package dev.touchstone.submission.intake;

import org.jspecify.annotations.Nullable;

import dev.touchstone.submission.intake.request.IdempotencyKey;

/**
 * Who submits.
 *
 * @param organizationId whose the submission, its agent and the key will be
 * @param key null where the client sent none
 */
record Client(String organizationId, @Nullable IdempotencyKey key) {
}
