package dev.touchstone.review.ledger.audit;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The entry whose turn it is.
 *
 * @param fence of the claim; rises with each
 * @param entry its place, hash and text
 * @param asked when it was asked for: what is asked for again meanwhile is not settled by an answer to this
 * @param attempts before this one
 * @param eventId that the entry records; null for what is no event
 */
record Due(long fence, Posting entry, Instant asked, int attempts, @Nullable UUID eventId) {

    /**
     * What the endpoint is sent.
     *
     * @param leafHash also the idempotency key: the same entry may come more than once
     */
    record Posting(long index, String leafHash, String entry) {
    }
}
