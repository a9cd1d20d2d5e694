package dev.touchstone.judge.llm;

/** What came of a prompt. */
sealed interface ModelReply {

    /**
     * @param content as the model wrote it: not to be believed
     * @param servedBy the model that says it answered
     */
    record Text(String content, String servedBy) implements ModelReply {
    }

    /** The host answered, but with nothing that could be a reply. Asking again may help. */
    record Malformed(String reason) implements ModelReply {
    }

    /** No answer could be had, after all tries. */
    record Unavailable(String reason) implements ModelReply {
    }
}
