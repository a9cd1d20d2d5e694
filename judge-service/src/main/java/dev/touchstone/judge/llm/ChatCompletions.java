package dev.touchstone.judge.llm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.touchstone.judge.BoundedHttp;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The one operation that all OpenAI-compatible hosts have.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/chat/create">Create chat completion</a>
 */
@ApplicationScoped
class ChatCompletions {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final BoundedHttp http;
    private final LlmConfig config;

    ChatCompletions(BoundedHttp http, LlmConfig config) {
        this.http = http;
        this.config = config;
    }

    /**
     * The reply is taken as bytes: what a host sends with status 200 need not be JSON.
     *
     * @return a body that is empty where it is too large
     * @throws IllegalArgumentException if the address is none that HTTP could reach
     */
    HttpResponse<Optional<byte[]>> create(URI baseUrl, @Nullable String authorization, Request request)
            throws IOException, InterruptedException {
        HttpRequest.Builder message = HttpRequest.newBuilder(URI.create(baseUrl + "/chat/completions"))
                .header("Content-Type", "application/json").header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(request)));
        if (authorization != null) {
            message.header("Authorization", authorization);
        }
        return http.send(message.build(), new BoundedHttp.Bounds(config.replyBytes(), config.timeout()));
    }

    @RegisterForReflection
    record Request(String model, List<ChatMessage> messages, double temperature, @JsonProperty("max_tokens") int maxTokens,
            @JsonProperty("response_format") Map<String, String> responseFormat) {

        static Request of(ModelSettings settings, List<ChatMessage> messages) {
            return new Request(settings.model(), messages, settings.temperature(), settings.maxOutputTokens(),
                    Map.of("type", "json_object"));
        }
    }
}
