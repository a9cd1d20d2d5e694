package dev.touchstone.judge.llm;

import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A model that is not asked again what it has answered: the reply is the same one, with the tokens that it once took. */
record CachedChatModel(ChatModel model, ModelSettings settings, KeptReplies kept, LlmMeters meters) implements ChatModel {

    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    @Override
    public ModelReply ask(ChatPrompt prompt) throws InterruptedException {
        String digest = PromptDigest.of(settings, prompt);
        Optional<ModelReply.Text> earlier = kept.find(digest);
        meters.cache(settings, earlier.isPresent() ? "hit" : "miss");
        if (earlier.isPresent()) {
            return earlier.get();
        }
        ModelReply reply = model.ask(prompt);
        if (reply instanceof ModelReply.Text text && isUsable(text.content())) {
            kept.keep(digest, text);
        }
        return reply;
    }

    /** What is no JSON object may be one when it is asked for anew. */
    private static boolean isUsable(String content) {
        try {
            // The database's texts cannot hold the zero character.
            return JSON.readTree(content).isObject() && content.indexOf('\0') < 0;
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }
}
