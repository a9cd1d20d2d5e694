package dev.touchstone.submission.review;

import dev.touchstone.events.StageEvent;
import dev.touchstone.submission.review.ReviewState.Open;

/** How an event stands to what is waited for. */
enum Standing {

    /** It is about the one attempt that is open. */
    AWAITED,
    /** The attempt has already ended, and its end counts. */
    KNOWN,
    /** The attempt counts for nothing any more. */
    GIVEN_UP,
    /** There was no such attempt. */
    UNASKED;

    static Standing of(Open open, StageEvent event) {
        StageLog log = open.history().log(event.stage()).orElse(null);
        if (log == null || event.attempt() > log.attempt()) {
            return UNASKED;
        }
        if (event.attempt() < log.attempt()) {
            return GIVEN_UP;
        }
        return switch (log.status()) {
            case REQUESTED, RUNNING -> event.stage() == open.stage() ? AWAITED : UNASKED;
            case COMPLETED, FAILED -> KNOWN;
            case SUPERSEDED -> GIVEN_UP;
        };
    }
}
