package dev.touchstone.judge.llm;

import java.net.URI;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.rest.client.reactive.Url;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The one operation that all OpenAI-compatible hosts have.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/chat/create">Create chat completion</a>
 */
@RegisterRestClient(configKey = "llm")
interface ChatCompletions {

    /** The reply is taken as bytes: what a host sends with status 200 need not be JSON. */
    @POST
    @Path("/chat/completions")
    byte[] create(@Url URI baseUrl, @HeaderParam("Authorization") @Nullable String authorization, Request request);

    @RegisterForReflection
    record Request(String model, List<ChatMessage> messages, double temperature, @JsonProperty("max_tokens") int maxTokens,
            @JsonProperty("response_format") Map<String, String> responseFormat) {

        static Request of(ModelSettings settings, List<ChatMessage> messages) {
            return new Request(settings.model(), messages, settings.temperature(), settings.maxOutputTokens(),
                    Map.of("type", "json_object"));
        }
    }
}
