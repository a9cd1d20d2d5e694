package dev.touchstone.review.letters;

import java.time.Instant;

/** What comes of asking for a redelivery. */
public sealed interface RedeliveryOutcome {

    /** It is on its way. */
    record Sent(int attempt) implements RedeliveryOutcome {
    }

    /** The same click, or another one's for the same attempt, came before. */
    record SentBefore(int attempt, String by, Instant at) implements RedeliveryOutcome {
    }

    /** It cannot be sent again, for good. */
    record Impossible(Reason why) implements RedeliveryOutcome {
    }

    /** Others were sent in the meantime, or none: who asked had not seen the letter as it is. */
    record OutOfTurn(int next) implements RedeliveryOutcome {
    }

    record UnknownLetter() implements RedeliveryOutcome {
    }

    /** Why a letter cannot be sent again. */
    enum Reason {
        /** The record was too large for the letter: what is here is only its beginning. */
        CUT,
        /** The letter names no topic of ours. */
        NO_TOPIC,
        /** The broker has no such record, or not any more. */
        GONE,
        /** The broker has another record there than the letter shows. */
        ANOTHER,
        /** Inboxes may have forgotten that they took the record: it would take effect again. */
        TOO_OLD
    }
}
