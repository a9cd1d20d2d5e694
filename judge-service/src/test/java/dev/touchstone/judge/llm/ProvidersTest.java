package dev.touchstone.judge.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.judge.jury.Tokens;

/** What each provider's hosts are sent, and what of their answers is read. */
class ProvidersTest {

    private static final String OUTLINE = """
            {"type":"object","additionalProperties":false,"required":["score"],\
            "properties":{"score":{"type":["number","null"]}}}""";

    private final ModelHost host = new ModelHost();

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void anOpenAiCompatibleHostIsAskedAsItsReferenceSays() throws InterruptedException {
        // Given
        host.answering(200, """
                {"id":"1","object":"chat.completion","model":"model-1-2026","choices":[{"index":0,"finish_reason":"stop",\
                "message":{"role":"assistant","content":"{\\"score\\": 7}"}}],\
                "usage":{"prompt_tokens":11,"completion_tokens":5,"total_tokens":16}}""");
        // When
        ModelReply reply = ask(Provider.OPENAI, "/v1", Optional.of("key-1"), Structured.SCHEMA);
        // Then
        assertEquals(new ModelReply.Text("{\"score\": 7}", "model-1-2026", new Tokens(11L, 5L)), reply);
        ModelHost.Asked asked = host.asked().getFirst();
        assertEquals("/v1/chat/completions", asked.path());
        assertEquals(Optional.of("Bearer key-1"), asked.header("Authorization"));
        assertEquals("model-1", asked.body().path("model").asText());
        assertEquals(0.5, asked.body().path("temperature").asDouble());
        assertEquals(64, asked.body().path("max_tokens").asInt());
        assertEquals("You judge.", asked.body().at("/messages/0/content").asText());
        assertEquals("user", asked.body().at("/messages/1/role").asText());
        JsonNode schema = asked.body().at("/response_format/json_schema");
        assertEquals(List.of("ruling", true, OUTLINE),
                List.of(schema.path("name").asText(), schema.path("strict").asBoolean(), schema.path("schema").toString()));
    }

    @Test
    void anAnthropicHostIsAskedAsItsReferenceSays() throws InterruptedException {
        // Given
        host.answering(200, """
                {"id":"msg_1","type":"message","role":"assistant","model":"model-1-2026","stop_reason":"end_turn",\
                "content":[{"type":"text","text":"{\\"score\\": 7}"}],"usage":{"input_tokens":11,"output_tokens":5}}""");
        // When
        ModelReply reply = ask(Provider.ANTHROPIC, "/v1", Optional.of("key-1"), Structured.SCHEMA);
        // Then
        assertEquals(new ModelReply.Text("{\"score\": 7}", "model-1-2026", new Tokens(11L, 5L)), reply);
        ModelHost.Asked asked = host.asked().getFirst();
        assertEquals("/v1/messages", asked.path());
        assertEquals(Optional.of("key-1"), asked.header("x-api-key"));
        assertTrue(asked.header("anthropic-version").isPresent() && asked.header("anthropic-beta").isPresent());
        assertEquals(64, asked.body().path("max_tokens").asInt());
        assertEquals("You judge.", asked.body().at("/system/0/text").asText());
        assertEquals("user", asked.body().at("/messages/0/role").asText());
        assertEquals("json_schema", asked.body().at("/output_format/type").asText());
        assertEquals(OUTLINE, asked.body().at("/output_format/schema").toString());
    }

    @Test
    void aGeminiHostIsAskedAsItsReferenceSays() throws InterruptedException {
        // Given
        host.answering(200, """
                {"candidates":[{"content":{"role":"model","parts":[{"text":"{\\"score\\": 7}"}]},"finishReason":"STOP"}],\
                "usageMetadata":{"promptTokenCount":11,"candidatesTokenCount":5,"thoughtsTokenCount":20,"totalTokenCount":36},\
                "modelVersion":"model-1-2026","responseId":"1"}""");
        // When
        ModelReply reply = ask(Provider.GEMINI, "/v1beta", Optional.of("key-1"), Structured.SCHEMA);
        // Then
        assertEquals(new ModelReply.Text("{\"score\": 7}", "model-1-2026", new Tokens(11L, 25L)), reply);
        ModelHost.Asked asked = host.asked().getFirst();
        assertEquals("/v1beta/models/model-1:generateContent", asked.path());
        assertEquals(Optional.of("key-1"), asked.header("x-goog-api-key"));
        assertEquals("You judge.", asked.body().at("/systemInstruction/parts/0/text").asText());
        assertEquals("user", asked.body().at("/contents/0/role").asText());
        JsonNode generation = asked.body().path("generationConfig");
        assertEquals(64, generation.path("maxOutputTokens").asInt());
        assertEquals("application/json", generation.path("responseMimeType").asText());
        assertEquals(OUTLINE, generation.path("responseJsonSchema").toString());
    }

    @Test
    void whoDoesNotSayWhichModelServesIsNotTakenForTheOneThatWasAskedFor() throws InterruptedException {
        // Given
        host.answering(200, """
                {"id":"1","object":"chat.completion","choices":[{"index":0,"finish_reason":"stop",\
                "message":{"role":"assistant","content":"{}"}}]}""");
        // When
        ModelReply reply = ask(Provider.OPENAI, "/v1", Optional.of("key-1"), Structured.SCHEMA);
        // Then
        assertEquals(new ModelReply.Text("{}", "unnamed", Tokens.UNKNOWN), reply);
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void whereThereIsNoKeyNoneIsSent(Provider provider) throws InterruptedException {
        // Given
        host.answering(200, "{}");
        // When
        ask(provider, "/v1", Optional.empty(), Structured.SCHEMA);
        // Then
        ModelHost.Asked asked = host.asked().getFirst();
        assertTrue(List.of("Authorization", "x-api-key", "x-goog-api-key").stream()
                .allMatch(name -> asked.header(name).isEmpty()));
    }

    @Test
    void aJurorsKeyGoesToItsOwnAddressWhoeverAsksThere() throws InterruptedException {
        // Given
        host.answering(200, "{}");
        URI own = host.url("/v1");
        Map<String, Juror> jurors = Map.of("juror", Juror.at(host.url("/elsewhere"), "model-1").keyed("key-1"), "other",
                Juror.at(own, "model-2").keyed("key-2"));
        // When
        Prompted.model(jurors, Prompted.settings(Provider.OPENAI, own)).ask(Prompted.prompt("?"));
        Prompted.model(jurors, Prompted.settings(Provider.OPENAI, host.url("/v2"))).ask(Prompted.prompt("?"));
        Prompted.model(jurors, Prompted.settings(Provider.ANTHROPIC, own)).ask(Prompted.prompt("?"));
        // Then
        assertEquals(List.of(Optional.of("Bearer key-2"), Optional.empty(), Optional.empty()),
                host.asked().stream().map(asked -> asked.header("Authorization").or(() -> asked.header("x-api-key"))).toList());
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void aHostThatKnowsNoSchemasIsToldNone(Provider provider) throws InterruptedException {
        // Given
        host.answering(200, "{}");
        // When
        ask(provider, "/v1", Optional.of("key-1"), Structured.JSON);
        ask(provider, "/v1", Optional.of("key-1"), Structured.NONE);
        // Then
        assertFalse(host.asked().toString().contains("additionalProperties"), host.asked().toString());
        assertEquals(provider != Provider.ANTHROPIC, host.asked().getFirst().body().toString().contains("json"));
        assertFalse(host.asked().getLast().body().toString().contains("json"));
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void aReplyThatWasCutIsNone(Provider provider) throws InterruptedException {
        // Given
        host.answering(200, switch (provider) {
            case OPENAI -> """
                    {"choices":[{"finish_reason":"length","message":{"content":"{\\"sco"}}],\
                    "usage":{"prompt_tokens":11,"completion_tokens":64,"total_tokens":75}}""";
            case ANTHROPIC -> """
                    {"content":[{"type":"text","text":"{\\"sco"}],"stop_reason":"max_tokens",\
                    "usage":{"input_tokens":11,"output_tokens":64}}""";
            case GEMINI -> """
                    {"candidates":[{"content":{"parts":[{"text":"{\\"sco"}]},"finishReason":"MAX_TOKENS"}],\
                    "usageMetadata":{"promptTokenCount":11,"candidatesTokenCount":64,"totalTokenCount":75}}""";
        });
        // When
        ModelReply reply = ask(provider, "/v1", Optional.of("key-1"), Structured.SCHEMA);
        // Then
        assertEquals(new ModelReply.Malformed("the reply was cut at 64 tokens", new Tokens(11L, 64L)), reply);
    }

    @Test
    void anEmptyReplyIsAnsweredWithoutAnEmptyMessage() throws InterruptedException {
        // Given
        host.answering(200, "{}");
        List<ChatMessage> messages = List.of(ChatMessage.user("?"), ChatMessage.assistant(""), ChatMessage.user("Again."));
        URI url = host.url("/v1");
        // When
        Prompted.model(Juror.at(url, "model-1"), Prompted.settings(Provider.OPENAI, url))
                .ask(new ChatPrompt(messages, "ruling", Prompted.SCHEMA));
        // Then
        assertEquals(2, host.asked().getFirst().body().path("messages").size());
    }

    private ModelReply ask(Provider provider, String path, Optional<String> key, Structured structured)
            throws InterruptedException {
        URI url = host.url(path);
        Juror juror = new Juror(provider, Optional.of(url), key, "model-1", 0.5, 64, false, structured, Optional.empty(), null,
                600);
        return Prompted.model(juror, Prompted.settings(provider, url)).ask(Prompted.prompt("?"));
    }
}
