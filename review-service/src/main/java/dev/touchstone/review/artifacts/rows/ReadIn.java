package dev.touchstone.review.artifacts.rows;

/** What asking for a file's lines came to. */
public sealed interface ReadIn {

    record Ready(Kept kept) implements ReadIn {
    }

    /** Somebody is at it; to be asked for again. */
    record Underway() implements ReadIn {
    }

    /**
     * @param reason for people
     */
    record Unavailable(String reason) implements ReadIn {
    }
}
