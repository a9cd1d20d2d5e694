package dev.touchstone.judge.llm;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whose way of asking a model's host speaks. */
public enum Provider {
    /**
     * {@code POST {baseUrl}/chat/completions}, as OpenAI, and most servers that one can run oneself: so there is no one
     * address.
     */
    OPENAI("openai-compatible", null, 2),
    /** {@code POST {baseUrl}/messages}. */
    ANTHROPIC("anthropic", "https://api.anthropic.com/v1", 1),
    /** {@code POST {baseUrl}/models/{model}:generateContent}. */
    GEMINI("gemini", "https://generativelanguage.googleapis.com/v1beta", 2);

    private final String key;
    private final @Nullable String ownBaseUrl;
    private final double hottest;

    Provider(String key, @Nullable String ownBaseUrl, double hottest) {
        this.key = key;
        this.ownBaseUrl = ownBaseUrl;
        this.hottest = hottest;
    }

    @JsonValue
    public String key() {
        return key;
    }

    /** The address that belongs to the provider's name; empty where the name belongs to no one. */
    Optional<URI> ownBaseUrl() {
        return Optional.ofNullable(ownBaseUrl).map(URI::create);
    }

    /** The largest temperature that its hosts take. */
    double hottest() {
        return hottest;
    }

    /** By its key, or as {@code openai}, which is what most people call it. */
    static Optional<Provider> named(String name) {
        return Stream.of(values()).filter(provider -> provider.key.equals(name.equals("openai") ? OPENAI.key : name))
                .findFirst();
    }

    /**
     * @throws IllegalArgumentException if there is none of that name
     */
    @JsonCreator
    public static Provider of(String name) {
        return named(name).orElseThrow(() -> new IllegalArgumentException("There is no provider '" + name + "'"));
    }

    /** The one form in which addresses are compared. */
    static URI withoutSlash(URI uri) {
        return URI.create(uri.toString().replaceAll("/+$", ""));
    }
}
