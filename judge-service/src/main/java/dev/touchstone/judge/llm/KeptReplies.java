package dev.touchstone.judge.llm;

import java.util.Optional;

/** Port to the replies that are kept from earlier. It never throws: without them a model is asked, and nothing else is lost. */
interface KeptReplies {

    /**
     * @param digest of the prompt and of whom it was put to
     * @return empty where there is none that may still be used
     */
    Optional<ModelReply.Text> find(String digest);

    /** Keeps a reply; where another one came first, that one stays. */
    void keep(String digest, ModelReply.Text reply);
}
