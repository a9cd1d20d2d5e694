package dev.touchstone.sandbox.egress;

import dev.touchstone.sandbox.Usage;

/** What came of a call whose answer may be a stream of events. The caller's reader has seen all events that came. */
public sealed interface Streamed {

    /**
     * It was a stream, and it ended well.
     *
     * @param enough whether the reader ended it; otherwise the agent did
     */
    record Events(boolean enough, Fetched.Source from, Usage usage) implements Streamed {
    }

    /** It was no stream, or it did not end well: then events may have been read before. */
    record Other(Fetched fetched) implements Streamed {
    }
}
