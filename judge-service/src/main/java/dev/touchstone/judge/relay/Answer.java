package dev.touchstone.judge.relay;

import org.jspecify.annotations.Nullable;

/** What came back from the agent. There is no third case: a relay that is away is an exception. */
public sealed interface Answer {

    /**
     * @param text as the agent wrote it: hostile
     * @param latencyMillis null where the relay did not measure it
     */
    record Given(String text, @Nullable Long latencyMillis) implements Answer {
    }

    /**
     * @param code stable, as {@code timeout}
     * @param detail for people
     * @param refused whether the way out said no; otherwise it did not work
     */
    record Missing(String code, String detail, boolean refused, @Nullable Long latencyMillis) implements Answer {
    }
}
