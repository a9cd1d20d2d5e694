package dev.touchstone.sandbox.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Prompt;
import dev.touchstone.sandbox.Utterance;
import dev.touchstone.sandbox.egress.Call;

class HttpJsonTest {

    private static final Endpoint AGENT = new Endpoint("https://agent.test/a2a/", "travel", null);

    private final A2aDialect v1 = new A2aDialect(new HttpJson(A2aVersion.V1_0), () -> "id");
    private final A2aDialect v03 = new A2aDialect(new HttpJson(A2aVersion.V0_3), () -> "id");

    @Test
    void aMessageOfOneNamesTheTenantAndHasPartsAndAMediaTypeOfItsOwn() {
        // When
        Call call = v1.say(AGENT, new Prompt("Hello", "ctx\ntask", List.of()));
        // Then
        assertEquals("https://agent.test/a2a/message:send", call.url());
        assertEquals(Map.of("A2A-Version", "1.0", "Content-Type", "application/a2a+json", "Accept",
                "application/a2a+json, application/json"), call.headers());
        assertEquals(Json.of("""
                {"message": {"messageId": "id", "role": "ROLE_USER", "parts": [{"text": "Hello"}], "contextId": "ctx",
                  "taskId": "task"},
                 "configuration": {"acceptedOutputModes": ["text/plain"], "returnImmediately": false}, "tenant": "travel"}"""),
                Json.bodyOf(call));
    }

    @Test
    void aMessageOfZeroThreeHasContentAndNoTenant() {
        // When
        Call call = v03.say(AGENT, Prompt.of("Hello"));
        // Then
        assertEquals("https://agent.test/a2a/v1/message:send", call.url());
        assertEquals(Map.of(), call.headers());
        assertEquals(Json.of("""
                {"message": {"messageId": "id", "role": "ROLE_USER", "content": [{"text": "Hello"}]},
                 "configuration": {"acceptedOutputModes": ["text/plain"], "blocking": true}}"""), Json.bodyOf(call));
    }

    @Test
    void aStreamHasAnAddressOfItsOwn() {
        assertEquals("https://agent.test/a2a/message:stream", v1.stream(AGENT, Prompt.of("Hello")).url());
        assertEquals("https://agent.test/a2a/v1/message:stream", v03.stream(AGENT, Prompt.of("Hello")).url());
    }

    @ParameterizedTest
    @CsvSource({ "t1, https://agent.test/a2a/tasks/t1?tenant=travel, https://agent.test/a2a/v1/tasks/t1",
            "../x y, https://agent.test/a2a/tasks/..%2Fx%20y?tenant=travel, https://agent.test/a2a/v1/tasks/..%2Fx%20y",
            ".., https://agent.test/a2a/tasks/%2E%2E?tenant=travel, https://agent.test/a2a/v1/tasks/%2E%2E" })
    void aTaskIsAResourceWhateverItsId(String id, String current, String former) {
        // Given
        Reading.Working task = new Reading.Working(id, Utterance.of(""));
        // When
        Call call = v1.poll(AGENT, task);
        // Then
        assertEquals(current, call.url());
        assertNull(call.body());
        assertEquals("1.0", call.headers().get("A2A-Version"));
        assertEquals(former, v03.poll(AGENT, task).url());
    }

    @Test
    void aQueryOfTheEndpointStaysBehindThePath() {
        assertEquals("http://a.test/message:send?key=1",
                v1.say(new Endpoint("http://a.test?key=1", null, null), Prompt.of("Hello")).url());
    }

    @Test
    void aMessageOrATaskIsReadWithoutAnEnvelope() {
        assertEquals(new Reading.Said(Utterance.of("Hi"), "c"),
                v1.read(Json.of(
                        "{\"message\": {\"role\": \"ROLE_AGENT\", \"contextId\": \"c\", \"parts\": [{\"text\": \"Hi\"}]}}")));
        assertEquals(new Reading.Said(Utterance.of("Hi"), "c"),
                v03.read(Json.of(
                        "{\"message\": {\"role\": \"ROLE_AGENT\", \"contextId\": \"c\", \"content\": [{\"text\": \"Hi\"}]}}")));
        assertEquals(new Reading.Working("t", Utterance.of("soon")), v03.read(
                Json.of("""
                        {"task": {"id": "t", "status": {"state": "TASK_STATE_WORKING", "message": {"content": [{"text": "soon"}]}}}}""")));
    }

    @Test
    void aTaskThatWaitsForInputGoesOnInTheSameTask() {
        // When
        Reading reading = v1.read(Json.of("""
                {"id": "t", "contextId": "c", "status": {"state": "TASK_STATE_INPUT_REQUIRED",
                 "message": {"parts": [{"text": "When?"}]}}}"""));
        // Then
        Reading.Said said = assertInstanceOf(Reading.Said.class, reading);
        assertEquals(new Resumption("c", "t"), Resumption.of(said.goesOn()));
    }

    @Test
    void zeroThreeSpellsCanceledInItsOwnWay() {
        // When
        Reading reading = v03.read(Json.of("{\"id\": \"t\", \"status\": {\"state\": \"TASK_STATE_CANCELLED\"}}"));
        // Then
        assertEquals("the task is canceled", assertInstanceOf(Reading.Unusable.class, reading).detail());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"error\": {\"code\": 404, \"status\": \"NOT_FOUND\", \"message\": \"gone\", \"details\": [{\"reason\": \"R\"}]}} | the agent reported error 404: gone: [{\"reason\":\"R\"}]",
            "{\"type\": \"about:blank\", \"title\": \"Bad\", \"status\": 400, \"detail\": \"no parts\"} | the agent reported error 400: no parts",
            "{\"code\": -32001, \"message\": \"no such task\"} | the agent reported error -32001: no such task" })
    void anErrorIsReadInTheFormsInUse(String body, String detail) {
        assertEquals(new Reading.Unusable(FailureCode.AGENT_ERROR, detail), v1.read(Json.of(body)));
    }
}
