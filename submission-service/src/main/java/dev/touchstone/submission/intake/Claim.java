package dev.touchstone.submission.intake;

import java.util.UUID;

/** How a request stands to its Idempotency-Key. */
sealed interface Claim {

    /** The request is the first, and is to be carried out. */
    record Mine(String organizationId, String key, UUID id) implements Claim {
    }

    /** The request was carried out before. */
    record Answered(UUID submissionId) implements Claim {
    }

    /** The same request is being carried out. */
    record Busy() implements Claim {
    }

    /** The key came with another request. */
    record Reused() implements Claim {
    }
}
