package dev.touchstone.sandbox.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpExchange;

import dev.touchstone.events.AgentTarget.Protocol;
import dev.touchstone.events.AgentTarget.Terms;
import dev.touchstone.sandbox.Answer;
import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Prompt;
import dev.touchstone.sandbox.egress.EgressFixture;
import dev.touchstone.sandbox.egress.LoopbackServer;

/** Where a token goes, where it does not, and what is left of it in an answer. */
class AgentSecretsTest {

    private static final String TOKEN = "tk_9fQ2-Zr7.Lm4xW8pB";
    private static final Terms TERMS = new Terms(null, "acme/trip", false);

    @Test
    void anAgentGetsTheTokenAndCannotGiveItAway() throws InterruptedException {
        // Given
        try (LoopbackServer agent = LoopbackServer.start((exchange, times) -> echo(exchange));
                AskedAgent asking = new AskedAgent(Map.of("acme/trip", held(agent.port())))) {
            // When
            Answer answer = asking.ask(Protocol.PROMPT, agent.url("/"), TERMS, Prompt.of("Hello"));
            // Then
            assertEquals("Bearer " + TOKEN, agent.asked().getFirst().headers().getFirst("Authorization"));
            assertEquals("You said [credential]", assertInstanceOf(Answer.Said.class, answer).text());
            assertFalse((answer + asking.metrics()).contains(TOKEN));
        }
    }

    @Test
    void anErrorCannotGiveItAwayEither() throws InterruptedException {
        // Given
        try (LoopbackServer agent = LoopbackServer
                .start((exchange, times) -> LoopbackServer.send(exchange, 403, "No: " + TOKEN));
                AskedAgent asking = new AskedAgent(Map.of("acme/trip", held(agent.port())))) {
            // When
            Answer answer = asking.ask(Protocol.A2A_1_0, agent.url("/"), TERMS, Prompt.of("Hello"));
            // Then
            assertEquals("the agent answered with status 403: No: [credential]",
                    assertInstanceOf(Answer.Failed.class, answer).detail());
        }
    }

    @Test
    void anUnknownSecretIsAFailureAndNothingIsSent() throws InterruptedException {
        // Given
        try (LoopbackServer agent = LoopbackServer.start((exchange, times) -> echo(exchange));
                AskedAgent asking = new AskedAgent(Map.of("rivals/trip", held(agent.port())))) {
            // When
            Answer answer = asking.ask(Protocol.PROMPT, agent.url("/"), TERMS, Prompt.of("Hello"));
            // Then
            assertEquals(FailureCode.CREDENTIAL, assertInstanceOf(Answer.Failed.class, answer).code());
            assertTrue(agent.asked().isEmpty());
        }
    }

    @Test
    void anotherHostOrPortNeverGetsIt() throws InterruptedException {
        // Given
        try (LoopbackServer agent = LoopbackServer.start((exchange, times) -> echo(exchange));
                AskedAgent asking = new AskedAgent(Map.of("acme/trip", held(1)))) {
            // When
            Answer answer = asking.ask(Protocol.PROMPT, agent.url("/"), TERMS, Prompt.of("Hello"));
            // Then
            assertEquals(FailureCode.CREDENTIAL, assertInstanceOf(Answer.Failed.class, answer).code());
            assertTrue(agent.asked().isEmpty());
        }
    }

    @Test
    void aRedirectToAnotherPortEndsTheCall() throws InterruptedException {
        // Given
        try (LoopbackServer other = LoopbackServer.start((exchange, times) -> echo(exchange));
                LoopbackServer agent = LoopbackServer.start((exchange, times) -> {
                    exchange.getResponseHeaders().set("Location", other.url("/"));
                    exchange.sendResponseHeaders(307, -1);
                });
                AskedAgent asking = new AskedAgent(Map.of("acme/trip", held(agent.port())))) {
            // When
            Answer answer = asking.ask(Protocol.PROMPT, agent.url("/"), TERMS, Prompt.of("Hello"));
            // Then
            Answer.Failed failed = assertInstanceOf(Answer.Failed.class, answer);
            assertEquals(FailureCode.CREDENTIAL, failed.code());
            assertTrue(failed.detail().startsWith("after a redirect to "), failed.detail());
            assertTrue(other.asked().isEmpty());
        }
    }

    @Test
    void whoeverAsksForNoneGetsNone() throws InterruptedException {
        // Given
        try (LoopbackServer agent = LoopbackServer.start((exchange, times) -> LoopbackServer.send(exchange, 200,
                "{\"text\": \"Hi\"}")); AskedAgent asking = new AskedAgent(Map.of("acme/trip", held(agent.port())))) {
            // When
            asking.ask(Protocol.PROMPT, agent.url("/"), Terms.NONE, Prompt.of("Hello"));
            // Then
            assertNull(agent.asked().getFirst().headers().getFirst("Authorization"));
        }
    }

    @Test
    void aTokenIsReadFromItsFileAndOneThatCannotBeUsedIsUnknown(@TempDir Path folder) throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        Map<String, AgentConfig.Secret> configured = Map.of(
                "acme/file", new AskedAgent.Held(Optional.empty(), Optional.of(file), Optional.of(List.of("a.test"))),
                "acme/gone", new AskedAgent.Held(Optional.empty(), Optional.of(folder.resolve("gone")),
                        Optional.of(List.of("a.test"))),
                "acme/both", new AskedAgent.Held(Optional.of(TOKEN), Optional.of(file), Optional.of(List.of("a.test"))),
                "acme/short", AskedAgent.Held.of("short", "a.test"),
                "acme/nowhere", new AskedAgent.Held(Optional.of(TOKEN), Optional.empty(), Optional.empty()));
        // When
        Secrets secrets = AskedAgent.secrets(configured);
        // Then
        assertEquals("[credential]", secrets.named("acme/file").orElseThrow().hideIn(TOKEN));
        for (String unusable : List.of("acme/gone", "acme/both", "acme/short", "acme/nowhere", "acme/else")) {
            assertTrue(secrets.named(unusable).isEmpty(), unusable);
        }
    }

    private static AgentConfig.Secret held(int port) {
        return AskedAgent.Held.of(TOKEN, EgressFixture.AGENT + ":" + port);
    }

    private static void echo(HttpExchange exchange) throws IOException {
        LoopbackServer.send(exchange, 200, "{\"response\": \"You said "
                + String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")).replace("Bearer ", "") + "\"}");
    }
}
