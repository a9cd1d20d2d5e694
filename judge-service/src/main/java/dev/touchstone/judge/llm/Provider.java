package dev.touchstone.judge.llm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whose way of asking a model's host speaks. */
public enum Provider {
    /** {@code POST {baseUrl}/chat/completions}, as OpenAI, and most servers that one can run oneself. */
    OPENAI("openai-compatible"),
    ANTHROPIC("anthropic"),
    GEMINI("gemini");

    private final String key;

    Provider(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    @JsonCreator
    public static Provider of(String key) {
        for (Provider provider : values()) {
            if (provider.key.equals(key)) {
                return provider;
            }
        }
        throw new IllegalArgumentException("There is no provider '" + key + "'");
    }
}
