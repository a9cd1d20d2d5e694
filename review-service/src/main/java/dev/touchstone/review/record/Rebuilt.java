package dev.touchstone.review.record;

/** What making a case anew came to. */
enum Rebuilt {

    /** It was stored as it follows from its events. */
    UNCHANGED,
    CHANGED,
    /** Its events cannot be read any more; what was stored stays. */
    FAILED
}
