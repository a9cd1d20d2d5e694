package dev.touchstone.judge.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.judge.jury.Tokens;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

class CachedChatModelTest {

    private static final URI HOST = URI.create("http://llm.test/v1");
    private static final ModelSettings SETTINGS = new ModelSettings("a", Provider.OPENAI, HOST, "m", 0, 64, false);

    private final KeptReplies kept = new RepliesInMemory();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<ChatPrompt> asked = new ArrayList<>();

    @Test
    void theSamePromptIsAskedOnceAndAnsweredTheSame() throws InterruptedException {
        // Given
        ModelReply.Text reply = new ModelReply.Text("{\"score\":1}", "m-1", new Tokens(11L, null));
        // When
        List<ModelReply> replies = List.of(model(reply).ask(Prompted.prompt("?")), model(reply).ask(Prompted.prompt("?")));
        // Then
        assertEquals(List.of(reply, reply), replies);
        assertEquals(1, asked.size());
        assertEquals(1, registry.get("touchstone.judge.llm.cache").tags("juror", "a", "outcome", "hit").counter().count());
    }

    @ParameterizedTest
    @ValueSource(strings = { "Great answer!", "{\"score\":", "[1]", "{} {}" })
    void whatIsNoObjectIsAskedForAnew(String content) throws InterruptedException {
        // Given
        ModelReply.Text reply = new ModelReply.Text(content, "m-1", Tokens.UNKNOWN);
        // When
        model(reply).ask(Prompted.prompt("?"));
        model(reply).ask(Prompted.prompt("?"));
        // Then
        assertEquals(2, asked.size());
    }

    @Test
    void whatWasNotAnsweredIsAskedForAnew() throws InterruptedException {
        // When
        model(new ModelReply.Unavailable("away")).ask(Prompted.prompt("?"));
        model(new ModelReply.Malformed("cut", Tokens.UNKNOWN)).ask(Prompted.prompt("?"));
        // Then
        assertEquals(2, asked.size());
    }

    @Test
    void whoeverIsAskedSomethingElseOrElsewhereIsAsked() {
        // Given
        ChatPrompt prompt = Prompted.prompt("?");
        // When
        Set<String> digests = new HashSet<>(List.of(PromptDigest.of(SETTINGS, prompt),
                PromptDigest.of(SETTINGS, Prompted.prompt("? ")),
                PromptDigest.of(SETTINGS, new ChatPrompt(prompt.messages(), "ruling", "{}")),
                PromptDigest.of(new ModelSettings("a", Provider.GEMINI, HOST, "m", 0, 64, false), prompt),
                PromptDigest.of(new ModelSettings("a", Provider.OPENAI, URI.create("http://llm.test/v2"), "m", 0, 64, false),
                        prompt),
                PromptDigest.of(new ModelSettings("a", Provider.OPENAI, HOST, "n", 0, 64, false), prompt),
                PromptDigest.of(new ModelSettings("a", Provider.OPENAI, HOST, "m", 0.1, 64, false), prompt),
                PromptDigest.of(new ModelSettings("a", Provider.OPENAI, HOST, "m", 0, 65, false), prompt)));
        // Then
        assertEquals(8, digests.size());
        assertNotEquals(
                PromptDigest.of(SETTINGS, new ChatPrompt(List.of(ChatMessage.user("ab"), ChatMessage.user("")), "r", "{}")),
                PromptDigest.of(SETTINGS, new ChatPrompt(List.of(ChatMessage.user("a"), ChatMessage.user("b")), "r", "{}")));
    }

    private ChatModel model(ModelReply reply) {
        return new CachedChatModel(prompt -> {
            asked.add(prompt);
            return reply;
        }, SETTINGS, kept, new LlmMeters(registry));
    }
}
