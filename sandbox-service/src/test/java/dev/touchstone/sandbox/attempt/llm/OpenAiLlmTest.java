package dev.touchstone.sandbox.attempt.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.sandbox.Tokens;
import dev.touchstone.sandbox.attempt.llm.LlmAnswer.Code;
import dev.touchstone.sandbox.attempt.llm.LlmAnswer.Given;
import dev.touchstone.sandbox.attempt.llm.LlmAnswer.Unavailable;
import dev.touchstone.sandbox.attempt.llm.ScriptedModel.Reply;

@Timeout(30)
class OpenAiLlmTest {

    private static final String SCHEMA = """
            {"type": "object", "properties": {"word": {"type": "string"}}, "required": ["word"], "additionalProperties": false}""";
    private static final LlmQuestion QUESTION = new LlmQuestion("grader", "Say a word.", "Which?", SCHEMA);

    @Test
    void anAnswerComesWithWhatItTookAndWithTheModelThatGaveIt() throws InterruptedException {
        try (ScriptedModel model = saying("{\"word\": \"basalt\"}")) {
            // When
            Given given = assertInstanceOf(Given.class, Llms.at(model.baseUrl()).ask(QUESTION));
            // Then
            assertEquals("basalt", given.json().path("word").asText());
            assertEquals(ScriptedModel.SERVED, given.model());
            assertEquals(new Tokens(100L, 20L), given.tokens());
        }
    }

    @Test
    void theSameQuestionIsTheSameRequestWithASchemaATemperatureOfNoughtAndASeed() throws InterruptedException {
        try (ScriptedModel model = saying("{}")) {
            // Given
            Llm llm = Llms.at(model.baseUrl());
            // When
            llm.ask(QUESTION);
            llm.ask(QUESTION);
            // Then
            JsonNode request = model.requests().getFirst();
            assertEquals(request, model.requests().getLast());
            assertEquals("asked-for-model", request.path("model").asText());
            assertEquals(0.0, request.path("temperature").asDouble(1));
            assertTrue(request.path("seed").isInt() && request.path("max_tokens").isInt(), request::toString);
            assertEquals("Say a word.", request.at("/messages/0/content").asText());
            assertEquals("Which?", request.at("/messages/1/content").asText());
            assertEquals("grader", request.at("/response_format/json_schema/name").asText());
            assertFalse(request.at("/response_format/json_schema/schema/additionalProperties").asBoolean(true));
            assertEquals("Bearer " + Llms.KEY, model.authorizations().getFirst());
        }
    }

    @Test
    void aHostWithoutSchemasIsAskedForAnObjectFromThenOn() throws InterruptedException {
        try (ScriptedModel model = new ScriptedModel(
                request -> request.at("/response_format/type").asText().equals("json_schema") ? Reply.status(400)
                        : Reply.saying("{\"word\": \"slate\"}"))) {
            // Given
            Llm llm = Llms.at(model.baseUrl());
            // When
            LlmAnswer first = llm.ask(QUESTION);
            LlmAnswer second = llm.ask(QUESTION);
            // Then
            assertInstanceOf(Given.class, first);
            assertInstanceOf(Given.class, second);
            assertEquals(3, model.requests().size());
        }
    }

    @Test
    void whatIsNotOneJsonObjectIsNotUnderstood() throws InterruptedException {
        for (String body : new String[] { "basalt", "[1]", "{\"word\": 1} {}", "{\"word\": 1, \"word\": 2}", "" }) {
            try (ScriptedModel model = saying(body)) {
                assertUnavailable(Code.NOT_UNDERSTOOD, model);
            }
        }
    }

    @Test
    void aHostThatSendsNoCompletionIsNotUnderstood() throws InterruptedException {
        for (String body : new String[] { "<html>", "{}", "{\"choices\": []}", "{\"choices\": [{}]}", "null", "" }) {
            try (ScriptedModel model = new ScriptedModel(request -> Reply.raw(body))) {
                assertUnavailable(Code.NOT_UNDERSTOOD, model);
            }
        }
    }

    @Test
    void anAnswerThatWasCutIsNotUnderstood() throws InterruptedException {
        try (ScriptedModel model = new ScriptedModel(request -> Reply.completion("{}", "length"))) {
            assertUnavailable(Code.NOT_UNDERSTOOD, model);
        }
    }

    @Test
    void whatPassesWithTimeIsTriedAgain() throws InterruptedException {
        try (ScriptedModel model = saying("{\"word\": \"basalt\"}").then(Reply.status(500))
                .then(new Reply(429, "", Map.of("Retry-After", "0")))) {
            assertInstanceOf(Given.class, Llms.at(model.baseUrl()).ask(QUESTION));
            assertEquals(3, model.requests().size());
        }
    }

    @Test
    void aHostThatIsOverloadedForGoodIsLeftAlone() throws InterruptedException {
        try (ScriptedModel model = new ScriptedModel(request -> new Reply(429, "", Map.of("Retry-After", "0")))) {
            assertUnavailable(Code.RATE_LIMITED, model);
            assertEquals(3, model.requests().size());
        }
        try (ScriptedModel model = new ScriptedModel(request -> new Reply(429, "", Map.of("Retry-After", "3600")))) {
            assertUnavailable(Code.RATE_LIMITED, model);
            assertEquals(1, model.requests().size());
        }
        try (ScriptedModel model = new ScriptedModel(request -> new Reply(503, "", Map.of("Retry-After", "0")))) {
            assertUnavailable(Code.HTTP_STATUS, model);
        }
    }

    @Test
    void aRefusedKeyIsTriedOnceAndNotTold() throws InterruptedException {
        try (ScriptedModel model = new ScriptedModel(request -> new Reply(401, "no such key " + Llms.KEY, Map.of()))) {
            assertUnavailable(Code.HTTP_STATUS, model);
            assertEquals(1, model.requests().size());
        }
    }

    @Test
    void aModelThatIsSilentIsNotWaitedForLongerThanItsTime() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        try (ScriptedModel model = new ScriptedModel(request -> awaiting(never))) {
            // Given
            Llm llm = Llms.at(model.baseUrl(), Map.of("timeout", "0.3S"));
            // When
            LlmAnswer answer = llm.ask(QUESTION);
            // Then
            assertEquals(Code.TIMEOUT, assertInstanceOf(Unavailable.class, answer).code());
            never.countDown();
        }
    }

    @Test
    void anAnswerWithoutEndIsNotRead() throws InterruptedException {
        try (ScriptedModel model = new ScriptedModel(request -> Reply.raw(" ".repeat(2 << 20)))) {
            assertUnavailable(Code.UNREACHABLE, model);
        }
    }

    @Test
    void aHostThatRedirectsIsNotFollowed() throws InterruptedException {
        try (ScriptedModel other = saying("{}");
                ScriptedModel model = new ScriptedModel(
                        request -> new Reply(307, "", Map.of("Location", other.baseUrl() + "/chat/completions")))) {
            assertUnavailable(Code.HTTP_STATUS, model);
            assertEquals(0, other.requests().size());
        }
    }

    @Test
    void moreCallsThanAnHourMayHaveAreNotMade() throws InterruptedException {
        try (ScriptedModel model = saying("{}")) {
            // Given
            Llm llm = Llms.at(model.baseUrl(), Map.of("calls-per-hour", "2"));
            llm.ask(QUESTION);
            llm.ask(QUESTION);
            // When
            LlmAnswer third = llm.ask(QUESTION);
            // Then
            assertEquals(Code.CALLS_PER_HOUR, assertInstanceOf(Unavailable.class, third).code());
            assertEquals(2, model.requests().size());
        }
    }

    @Test
    void whoIsToldToStopStops() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        try (ScriptedModel model = new ScriptedModel(request -> {
            asked.countDown();
            return awaiting(never);
        })) {
            // Given
            Llm llm = Llms.at(model.baseUrl());
            CountDownLatch stopped = new CountDownLatch(1);
            Thread worker = Thread.ofVirtual().start(() -> {
                assertThrows(InterruptedException.class, () -> llm.ask(QUESTION));
                stopped.countDown();
            });
            asked.await();
            // When
            worker.interrupt();
            // Then
            stopped.await();
            never.countDown();
        }
    }

    @Test
    void withoutConfigurationThereIsNoModel() throws InterruptedException {
        Llm none = Llms.none();
        assertFalse(none.configured());
        assertEquals(Code.NOT_CONFIGURED, assertInstanceOf(Unavailable.class, none.ask(QUESTION)).code());
    }

    private static ScriptedModel saying(String content) {
        return new ScriptedModel(request -> Reply.saying(content));
    }

    private static Reply awaiting(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return Reply.status(503);
    }

    private static void assertUnavailable(Code code, ScriptedModel model) throws InterruptedException {
        Unavailable none = assertInstanceOf(Unavailable.class, Llms.at(model.baseUrl()).ask(QUESTION));
        assertEquals(code, none.code(), none::detail);
        assertFalse(none.detail().contains(Llms.KEY));
    }
}
