package dev.touchstone.judge.llm;

import dev.touchstone.judge.jury.Sample;

/** Port to a model. It never throws for what a model or its host does: that is a reply as well. */
public interface ChatModel {

    /**
     * @throws InterruptedException if the attempt was given up
     */
    ModelReply ask(ChatPrompt prompt) throws InterruptedException;

    /** Reminds it of what it was asked before the attempt was taken up again. */
    default void recall(Sample.Exchange earlier) {
    }
}
