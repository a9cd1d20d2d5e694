package dev.touchstone.sandbox;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.sandbox.egress.Credential;

/**
 * Asks the agent under test. Blocks, so call it from a virtual thread. Whatever the agent or the network does is an
 * {@link Answer}; the only exception is the caller's own interruption.
 *
 * <p>
 * Where an agent is called with a secret, that secret is nowhere in the answer: {@link Credential#MASK} stands in the place of
 * it, in clear or disguised, in words, tool calls and details of failures alike. Whoever finds that mark knows that the agent
 * gave its own token away.
 */
public interface AgentClient {

    /** Says one thing to the agent and waits for its answer, at most as long as the guarded way out allows. */
    Answer ask(AgentTarget agent, Prompt prompt) throws InterruptedException;
}
