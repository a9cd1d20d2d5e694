package dev.touchstone.judge.llm;

import dev.touchstone.judge.jury.Tokens;

/** What came of a prompt. */
public sealed interface ModelReply {

    /**
     * @param content as the model wrote it: not to be believed
     * @param servedBy the model that says it answered
     * @param tokens as the host counted them
     */
    record Text(String content, String servedBy, Tokens tokens) implements ModelReply {
    }

    /** The host answered, but with nothing that could be a reply. Asking again may help. */
    record Malformed(String reason, Tokens tokens) implements ModelReply {
    }

    /** No answer could be had, after all tries. */
    record Unavailable(String reason) implements ModelReply {
    }
}
