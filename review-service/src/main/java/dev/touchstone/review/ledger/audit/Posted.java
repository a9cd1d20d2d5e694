package dev.touchstone.review.ledger.audit;

import java.time.Duration;
import java.util.Optional;

/** What posting an entry came to. */
sealed interface Posted {

    /** The endpoint has it: it answered with a 2xx. */
    record Taken() implements Posted {
    }

    /**
     * It has not, or nobody knows.
     *
     * @param reason in words of ours
     * @param after how long the endpoint asks to be left alone
     */
    record NotTaken(String reason, Optional<Duration> after) implements Posted {
    }
}
