package dev.touchstone.judge.llm;

import java.time.Duration;

/** A model whose answers are counted and timed, with all waits. */
record MeteredChatModel(ChatModel model, ModelSettings settings, LlmMeters meters) implements ChatModel {

    @Override
    public ModelReply ask(ChatPrompt prompt) throws InterruptedException {
        long from = System.nanoTime();
        ModelReply reply = model.ask(prompt);
        meters.asked(settings, reply, Duration.ofNanos(System.nanoTime() - from));
        return reply;
    }
}
