package dev.touchstone.judge.llm;

import java.util.List;

/** Port to a model. It never throws for what a model or its host does: that is a reply as well. */
interface ChatModel {

    /**
     * @throws InterruptedException if the attempt was given up
     */
    ModelReply ask(List<ChatMessage> messages) throws InterruptedException;
}
