package dev.touchstone.sandbox.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import com.sun.net.httpserver.HttpExchange;

import dev.touchstone.events.AgentTarget.Protocol;
import dev.touchstone.events.AgentTarget.Terms;
import dev.touchstone.sandbox.Answer;
import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Prompt;
import dev.touchstone.sandbox.egress.LoopbackServer;

class AgentStreamsTest {

    private static final Terms STREAMING = new Terms("travel", null, true);

    private final AskedAgent asking = new AskedAgent(Map.of());

    @AfterEach
    void close() {
        asking.close();
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void everyProtocolAnswersAsItCan(Protocol protocol) throws InterruptedException {
        // Given
        try (LoopbackServer agent = LoopbackServer.start((exchange, times) -> answer(exchange, protocol))) {
            // When
            Answer answer = asking.ask(protocol, agent.url("/a2a"), STREAMING, Prompt.of("Hello"));
            // Then
            assertEquals("Hello you", assertInstanceOf(Answer.Said.class, answer, answer::toString).text());
            assertEquals(1, answer.usage().requests());
            assertTrue(answer.usage().bytesReceived() > 0);
        }
    }

    @ParameterizedTest
    @CsvSource({ "A2A_1_0, GetTask", "A2A_1_0_HTTP, /a2a/tasks/t?tenant=travel", "A2A_0_3, tasks/get",
            "A2A_0_3_HTTP, /a2a/v1/tasks/t" })
    void aStreamThatBreaksGoesOnByAskingForTheTask(Protocol protocol, String asked) throws InterruptedException {
        // Given
        try (LoopbackServer agent = LoopbackServer.start((exchange, times) -> {
            if (times == 1) {
                exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                exchange.sendResponseHeaders(200, 1_000_000);
                exchange.getResponseBody().write(event(protocol, task(protocol, "WORKING", "Hello")));
                exchange.getResponseBody().flush();
            } else {
                LoopbackServer.send(exchange, 200, enveloped(protocol, task(protocol, times == 2 ? "WORKING" : "COMPLETED",
                        "Hello you")));
            }
        })) {
            // When
            Answer answer = asking.ask(protocol, agent.url("/a2a"), STREAMING, Prompt.of("Hello"));
            // Then
            assertEquals("Hello you", assertInstanceOf(Answer.Said.class, answer, answer::toString).text());
            LoopbackServer.Asked last = agent.asked().getLast();
            assertTrue((last.path() + last.body()).contains(asked), last::toString);
            assertEquals(3, answer.usage().requests());
        }
    }

    @Test
    void aStreamThatBreaksBeforeThereIsATaskIsNotTriedAgain() throws InterruptedException {
        // Given
        try (LoopbackServer agent = LoopbackServer.start((exchange, times) -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 1_000_000);
            exchange.getResponseBody().write(": nothing yet\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        })) {
            // When
            Answer answer = asking.ask(Protocol.A2A_1_0, agent.url("/a2a"), STREAMING, Prompt.of("Hello"));
            // Then
            assertEquals(FailureCode.BROKEN, assertInstanceOf(Answer.Failed.class, answer).code());
            assertEquals(1, agent.asked().size());
        }
    }

    @Test
    void anAgentThatDoesNotStreamAfterAllIsReadWhole() throws InterruptedException {
        // Given
        try (LoopbackServer agent = LoopbackServer.start((exchange, times) -> LoopbackServer.send(exchange, 400,
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"error\": {\"code\": -32004, \"message\": \"no streams\"}}"))) {
            // When
            Answer answer = asking.ask(Protocol.A2A_1_0, agent.url("/a2a"), STREAMING, Prompt.of("Hello"));
            // Then
            Answer.Failed failed = assertInstanceOf(Answer.Failed.class, answer);
            assertEquals(FailureCode.AGENT_ERROR, failed.code());
            assertEquals("the agent reported error -32004: no streams", failed.detail());
        }
    }

    @Test
    void aTaskThatWaitsForInputGetsTheNextPrompt() throws InterruptedException {
        // Given
        try (LoopbackServer agent = LoopbackServer.start((exchange, times) -> LoopbackServer.send(exchange, 200,
                enveloped(Protocol.A2A_1_0, task(Protocol.A2A_1_0, times == 1 ? "INPUT_REQUIRED" : "COMPLETED", "When?"))))) {
            Answer first = asking.ask(Protocol.A2A_1_0, agent.url("/a2a"), Terms.NONE, Prompt.of("A trip, please"));
            String goesOn = assertInstanceOf(Answer.Said.class, first).contextId();
            // When
            Answer second = asking.ask(Protocol.A2A_1_0, agent.url("/a2a"), Terms.NONE,
                    new Prompt("Monday", goesOn, List.of()));
            // Then
            assertEquals("c", assertInstanceOf(Answer.Said.class, second).contextId());
            String body = agent.asked().getLast().body();
            assertTrue(body.contains("\"contextId\":\"c\",\"taskId\":\"t\""), body);
        }
    }

    private static void answer(HttpExchange exchange, Protocol protocol) throws IOException {
        if (protocol == Protocol.PROMPT) {
            LoopbackServer.send(exchange, 200, "{\"output\": \"Hello you\"}");
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(event(protocol, task(protocol, "WORKING", "Hello")));
        exchange.getResponseBody().write(event(protocol, task(protocol, "COMPLETED", "Hello you")));
    }

    private static byte[] event(Protocol protocol, String task) {
        return ("data: " + enveloped(protocol, task) + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String enveloped(Protocol protocol, String task) {
        return protocol.key().endsWith("http") ? task : "{\"jsonrpc\": \"2.0\", \"id\": 1, \"result\": " + task + "}";
    }

    private static String task(Protocol protocol, String state, String text) {
        String written = protocol == Protocol.A2A_0_3 ? state.toLowerCase(Locale.ROOT) : "TASK_STATE_" + state;
        return "{\"id\": \"t\", \"contextId\": \"c\", \"status\": {\"state\": \"" + written
                + "\", \"message\": {\"parts\": [{\"text\": \"" + text + "\"}]}}}";
    }
}
