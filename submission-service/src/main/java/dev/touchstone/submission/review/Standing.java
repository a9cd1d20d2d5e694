package dev.touchstone.submission.review;

import dev.touchstone.events.StageEvent;

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

    static Standing of(History history, StageEvent event) {
        StageLog log = history.log(event.stage()).orElse(null);
        if (log == null || event.attempt() > log.attempt()) {
            return UNASKED;
        }
        if (event.attempt() < log.attempt()) {
            return GIVEN_UP;
        }
        return switch (log.status()) {
            case REQUESTED, RUNNING, STALLED -> AWAITED;
            case COMPLETED, FAILED -> KNOWN;
            case SUPERSEDED -> GIVEN_UP;
        };
    }
}
