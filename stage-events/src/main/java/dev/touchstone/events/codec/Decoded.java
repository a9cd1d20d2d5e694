package dev.touchstone.events.codec;

import dev.touchstone.events.StageEvent;

/** What became of bytes from a topic. Unreadable is an outcome, not an exception: poison must not stop a consumer. */
public sealed interface Decoded {

    record Understood(StageEvent event) implements Decoded {
    }

    /**
     * @param reason for operators; names the member at fault and holds none of the payload
     */
    record Unreadable(String reason) implements Decoded {
    }
}
