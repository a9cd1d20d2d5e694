package dev.touchstone.sandbox;

import dev.touchstone.events.AgentTarget;

/**
 * Asks the agent under test. Blocks, so call it from a virtual thread. Whatever the agent or the network does is an
 * {@link Answer}; the only exception is the caller's own interruption.
 */
public interface AgentClient {

    /** Says one thing to the agent and waits for its answer, at most as long as the guarded way out allows. */
    Answer ask(AgentTarget agent, Prompt prompt) throws InterruptedException;
}
