package dev.touchstone.sandbox;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** What came of asking an agent: it said something, or there is no answer and a reason why. There is no third case. */
public sealed interface Answer {

    /** From the first connection attempt to the last byte, retries and polling with it. */
    Duration latency();

    /** What asking took, retries and polling with it. */
    Usage usage();

    /**
     * The agent answered.
     *
     * @param contextId a key to go on with this conversation, null where the protocol or the agent has none; it may hold more
     *        than the agent's own id, and means nothing to anybody but the protocol
     */
    record Said(Utterance said, @Nullable String contextId, Duration latency, Usage usage) implements Answer {

        /** All that it said as text; hostile, of bounded size, may be empty. */
        public String text() {
            return said.text();
        }
    }

    /**
     * There is no answer.
     *
     * @param detail for people, one line; what it quotes of the agent is hostile and whole, so search and mask it before
     *        it is cut to {@link Excerpt#LONGEST_DETAIL} and kept
     */
    record Failed(FailureCode code, String detail, Duration latency, Usage usage) implements Answer {
    }
}
