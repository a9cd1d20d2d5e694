package dev.touchstone.judge.llm;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.touchstone.judge.jury.Tokens;

/** Reads what a host answers to a chat completion. */
final class Completion {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private Completion() {
    }

    static ModelReply read(byte[] body, ModelSettings settings) {
        try {
            return reply(JSON.readTree(body), settings);
        } catch (IOException notJson) {
            return new ModelReply.Malformed("the host's answer is not JSON", Tokens.UNKNOWN);
        }
    }

    private static ModelReply reply(JsonNode body, ModelSettings settings) {
        JsonNode choice = body.path("choices").path(0);
        JsonNode content = choice.path("message").path("content");
        if (choice.path("finish_reason").asText("").equals("length")) {
            return new ModelReply.Malformed("the reply was cut at " + settings.maxOutputTokens() + " tokens", Tokens.UNKNOWN);
        }
        if (!content.isTextual() || content.textValue().isBlank()) {
            return new ModelReply.Malformed("the host's answer holds no reply", Tokens.UNKNOWN);
        }
        return new ModelReply.Text(content.textValue(), body.path("model").asText(settings.model()), tokens(body));
    }

    private static Tokens tokens(JsonNode body) {
        JsonNode usage = body.path("usage");
        return new Tokens(count(usage.path("prompt_tokens")), count(usage.path("completion_tokens")));
    }

    private static @Nullable Long count(JsonNode tokens) {
        return tokens.canConvertToLong() && tokens.longValue() >= 0 ? tokens.longValue() : null;
    }
}
