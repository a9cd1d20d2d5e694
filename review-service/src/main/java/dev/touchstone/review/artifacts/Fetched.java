package dev.touchstone.review.artifacts;

import io.vertx.core.buffer.Buffer;

/** What the fetch of a file came to. */
public sealed interface Fetched {

    /** The file, as its digest names it. */
    record File(Buffer content) implements Fetched {
    }

    /**
     * @param reason for people
     */
    record Unavailable(String reason) implements Fetched {
    }
}
