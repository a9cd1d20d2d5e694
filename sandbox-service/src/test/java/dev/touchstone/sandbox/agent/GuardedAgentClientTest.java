package dev.touchstone.sandbox.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.events.AgentTarget.Protocol;
import dev.touchstone.sandbox.Answer;
import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Prompt;
import dev.touchstone.sandbox.egress.LoopbackServer;

class GuardedAgentClientTest {

    private final AskedAgent asking = new AskedAgent(Map.of());

    @AfterEach
    void close() {
        asking.close();
    }

    @Test
    void anAgentOfOneIsAskedUntilItsTaskHasEnded() throws InterruptedException {
        // Given
        try (LoopbackServer agent = LoopbackServer
                .start((exchange, times) -> LoopbackServer.send(exchange, 200, switch (times) {
                    case 1 -> task("{\"task\": %s}", "TASK_STATE_SUBMITTED");
                    case 2 -> task("%s", "TASK_STATE_WORKING");
                    default -> task("%s", "TASK_STATE_COMPLETED");
                }))) {
            // When
            Answer answer = asking.ask(Protocol.A2A_1_0, agent.url("/"), Prompt.of("Hello"));
            // Then
            assertEquals("It is done", assertInstanceOf(Answer.Said.class, answer).text());
            assertEquals("ctx", assertInstanceOf(Answer.Said.class, answer).contextId());
            assertEquals(3, agent.asked().size());
            assertTrue(agent.asked().getFirst().body().contains("\"SendMessage\""));
            assertTrue(agent.asked().getLast().body().contains("\"GetTask\""));
            assertEquals("1.0", agent.asked().getLast().headers().getFirst("A2A-Version"));
            assertEquals(1, asking.calls("a2a-1.0", "answered"));
        }
    }

    @Test
    void anAgentOfZeroThreeAnswersWithAMessage() throws InterruptedException {
        // Given
        try (LoopbackServer agent = LoopbackServer.start((exchange, times) -> LoopbackServer.send(exchange, 200, """
                {"jsonrpc": "2.0", "id": 1, "result": {"kind": "message", "role": "agent", "contextId": "c2",
                 "parts": [{"kind": "text", "text": "こんにちは"}]}}"""))) {
            // When
            Answer answer = asking.ask(Protocol.A2A_0_3, agent.url("/"), new Prompt("Hello", "c1", List.of()));
            // Then
            assertEquals("こんにちは", assertInstanceOf(Answer.Said.class, answer).text());
            assertEquals("c2", assertInstanceOf(Answer.Said.class, answer).contextId());
            assertTrue(agent.asked().getFirst().body().contains("\"contextId\":\"c1\""));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"response\": \"a\", \"output\": \"b\", \"text\": \"c\"} | a b c",
            "{\"text\": \"c\", \"output\": \"b\"} | b c",
            "{\"response\": \"a\", \"output\": \"a\"} | a",
            "{\"response\": 1, \"output\": null, \"text\": \"c\"} | c" })
    void aPromptIsAnsweredByTheFirstStringAndTheOthersStandBehindIt(String body, String text) throws InterruptedException {
        // Given
        try (LoopbackServer agent = LoopbackServer.start((exchange, times) -> LoopbackServer.send(exchange, 200, body))) {
            // When
            Answer answer = asking.ask(Protocol.PROMPT, agent.url("/"), Prompt.of("Hello"));
            // Then
            assertEquals(text, assertInstanceOf(Answer.Said.class, answer).text().replace('\n', ' '));
            assertEquals("{\"prompt\":\"Hello\"}", agent.asked().getFirst().body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "<html>", "{", "{\"response\": {}}", "[\"response\"]" })
    void whatTheProtocolDoesNotKnowIsNotUnderstood(String body) throws InterruptedException {
        // Given
        try (LoopbackServer agent = LoopbackServer.start((exchange, times) -> LoopbackServer.send(exchange, 200, body))) {
            // When
            Answer answer = asking.ask(Protocol.PROMPT, agent.url("/"), Prompt.of("Hello"));
            // Then
            assertEquals(FailureCode.NOT_UNDERSTOOD, assertInstanceOf(Answer.Failed.class, answer).code());
        }
    }

    @Test
    void nestingWithoutEndIsTooDeep() throws InterruptedException {
        // Given
        String deep = "[".repeat(500_000);
        try (LoopbackServer agent = LoopbackServer.start((exchange, times) -> LoopbackServer.send(exchange, 200, deep))) {
            // When
            Answer answer = asking.ask(Protocol.A2A_1_0, agent.url("/"), Prompt.of("Hello"));
            // Then
            assertEquals(FailureCode.TOO_DEEP, assertInstanceOf(Answer.Failed.class, answer).code());
        }
    }

    @Test
    void anErrorStatusIsAFailure() throws InterruptedException {
        // Given
        try (LoopbackServer agent = LoopbackServer
                .start((exchange, times) -> LoopbackServer.send(exchange, 401, "{\"response\": \"no\"}"))) {
            // When
            Answer answer = asking.ask(Protocol.PROMPT, agent.url("/"), Prompt.of("Hello"));
            // Then
            assertEquals(FailureCode.HTTP_STATUS, assertInstanceOf(Answer.Failed.class, answer).code());
        }
    }

    @Test
    void aTaskThatNeverEndsIsGivenUp() throws InterruptedException {
        // Given
        try (LoopbackServer agent = LoopbackServer
                .start((exchange, times) -> LoopbackServer.send(exchange, 200, task("%s", "TASK_STATE_WORKING")))) {
            // When
            Answer answer = asking.ask(Protocol.A2A_1_0, agent.url("/"), Prompt.of("Hello"));
            // Then
            assertEquals(FailureCode.TIMEOUT, assertInstanceOf(Answer.Failed.class, answer).code());
            assertTrue(answer.latency().compareTo(Duration.ofSeconds(3)) < 0);
        }
    }

    @Test
    void aTaskThatSaysTooMuchOnItsWayIsGivenUp() throws InterruptedException {
        // Given
        String much = "x".repeat(OnTheWay.MOST / 2);
        try (LoopbackServer agent = LoopbackServer.start((exchange, times) -> LoopbackServer.send(exchange, 200,
                task("%s", "TASK_STATE_WORKING").replace("It is done", times + much)))) {
            // When
            Answer answer = asking.ask(Protocol.A2A_1_0, agent.url("/"), Prompt.of("Hello"));
            // Then
            Answer.Failed failed = assertInstanceOf(Answer.Failed.class, answer);
            assertEquals(FailureCode.TOO_LARGE, failed.code());
            assertTrue(failed.detail().contains("2" + much));
        }
    }

    @Test
    void anEndpointThatIsNotPublicIsNeverCalled() throws InterruptedException {
        // When
        Answer answer = asking.ask(Protocol.PROMPT, "http://127.0.0.1:8081/relay/vet", Prompt.of("Hello"));
        // Then
        assertEquals(FailureCode.PRIVATE_ADDRESS, assertInstanceOf(Answer.Failed.class, answer).code());
    }

    private static String task(String result, String state) {
        return "{\"jsonrpc\": \"2.0\", \"id\": 1, \"result\": " + result.formatted("""
                {"id": "t", "contextId": "ctx", "status": {"state": "STATE"},
                 "artifacts": [{"artifactId": "a", "parts": [{"text": "It is done"}]}]}""".replace("STATE", state)) + "}";
    }
}
