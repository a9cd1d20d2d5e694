package dev.touchstone.sandbox.attempt.llm;

/**
 * Asks the operator's language model. Blocks, so call it from a virtual thread; never longer than the model's timeout,
 * whatever its host does. Everything that happens is an {@link LlmAnswer}; the only exception is the caller's own
 * interruption.
 */
public interface Llm {

    /** Whether there is a model to ask. It does not change while the service runs. */
    boolean configured();

    LlmAnswer ask(LlmQuestion question) throws InterruptedException;
}
