package dev.touchstone.sandbox.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Prompt;
import dev.touchstone.sandbox.Utterance;
import dev.touchstone.sandbox.egress.Call;

class A2aDialectTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Endpoint AGENT = new Endpoint("https://agent.test/a2a", null, null);

    private final A2aDialect v1 = new A2aDialect(new JsonRpc(A2aVersion.V1_0, () -> "id"), () -> "id");
    private final A2aDialect v03 = new A2aDialect(new JsonRpc(A2aVersion.V0_3, () -> "id"), () -> "id");

    @Test
    void aMessageOfOneHasNoKind() throws JsonProcessingException {
        // When
        Call call = v1.say(AGENT, new Prompt("Hello \"you\"", "ctx", List.of()));
        // Then
        assertEquals(Map.of("A2A-Version", "1.0"), call.headers());
        assertEquals(
                json("""
                        {"jsonrpc": "2.0", "id": "id", "method": "SendMessage", "params": {
                          "message": {"messageId": "id", "role": "ROLE_USER", "parts": [{"text": "Hello \\"you\\""}], "contextId": "ctx"},
                          "configuration": {"acceptedOutputModes": ["text/plain"], "returnImmediately": false}}}"""),
                json(call.body() == null ? "" : call.body()));
    }

    @Test
    void aMessageOfZeroThreeHasKinds() throws JsonProcessingException {
        // When
        Call call = v03.say(AGENT, Prompt.of("Hello"));
        // Then
        assertEquals(Map.of(), call.headers());
        assertEquals(
                json("""
                        {"jsonrpc": "2.0", "id": "id", "method": "message/send", "params": {
                          "message": {"messageId": "id", "kind": "message", "role": "user", "parts": [{"kind": "text", "text": "Hello"}]},
                          "configuration": {"acceptedOutputModes": ["text/plain"], "blocking": true}}}"""),
                json(call.body() == null ? "" : call.body()));
    }

    @ParameterizedTest
    @CsvSource({ "SendMessage, GetTask, true", "message/send, tasks/get, false" })
    void aTaskIsAskedForByItsId(String send, String get, boolean first) throws JsonProcessingException {
        // When
        Call call = (first ? v1 : v03).poll(AGENT, new Reading.Working("t\"1", Utterance.of("")));
        // Then
        assertEquals(
                json("{\"jsonrpc\": \"2.0\", \"id\": \"id\", \"method\": \"" + get + "\", \"params\": {\"id\": \"t\\\"1\"}}"),
                json(call.body() == null ? "" : call.body()));
    }

    @Test
    void aMessageIsReadInEitherVersion() throws JsonProcessingException {
        // Given
        Reading expected = new Reading.Said(Utterance.of("a\nb\n{\"secret\":1}\nhttps://x.test/"), "ctx");

        assertEquals(expected, v1.read(result("""
                {"message": {"role": "ROLE_AGENT", "contextId": "ctx", "parts":
                  [{"text": "a"}, {"text": "b"}, {"data": {"secret": 1}}, {"url": "https://x.test/"}]}}""")));
        assertEquals(expected, v03.read(
                result("""
                        {"kind": "message", "role": "agent", "contextId": "ctx", "parts":
                          [{"kind": "text", "text": "a"}, {"kind": "text", "text": "b"}, {"kind": "data", "data": {"secret": 1}},
                           {"kind": "file", "file": {"uri": "https://x.test/"}}]}""")));
    }

    @Test
    void allThatAFinishedTaskSaysIsRead() throws JsonProcessingException {
        // Given
        Reading expected = new Reading.Said(Utterance.of("done\nfirst\nsecond"), "ctx");

        assertEquals(expected, v1.read(
                result("""
                        {"task": {"id": "t", "contextId": "ctx",
                          "status": {"state": "TASK_STATE_COMPLETED", "message": {"role": "ROLE_AGENT", "parts": [{"text": "done"}]}},
                          "artifacts": [{"parts": [{"text": "first"}]}, {"parts": [{"text": "second"}]}, {"parts": [{"text": "done"}]}]}}""")));
        assertEquals(expected, v03.read(
                result("""
                        {"kind": "task", "id": "t", "contextId": "ctx",
                          "status": {"state": "completed", "message": {"kind": "message", "parts": [{"kind": "text", "text": "done"}]}},
                          "artifacts": [{"parts": [{"kind": "text", "text": "first"}]}, {"parts": [{"kind": "text", "text": "second"}]}]}""")));
    }

    @Test
    void aTaskWithoutWordsOfItsOwnIsReadFromItsHistory() throws JsonProcessingException {
        assertEquals(new Reading.Said(Utterance.of("last\nfirst"), null), v1.read(result("""
                {"id": "t", "status": {"state": "TASK_STATE_COMPLETED"}, "history": [
                  {"role": "ROLE_AGENT", "parts": [{"text": "first"}]}, {"role": "ROLE_AGENT", "parts": [{"text": "last"}]},
                  {"role": "ROLE_USER", "parts": [{"text": "mine"}]}]}""")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "TASK_STATE_SUBMITTED", "TASK_STATE_WORKING" })
    void aTaskThatGoesOnIsAskedForAgain(String state) throws JsonProcessingException {
        assertEquals(new Reading.Working("t", Utterance.of("")),
                v1.read(result("{\"task\": {\"id\": \"t\", \"status\": {\"state\": \"" + state + "\"}}}")));
    }

    @ParameterizedTest
    @CsvSource({ "submitted, working", "working, working", "completed, text", "input-required, text", "rejected, text",
            "failed, agent_error", "canceled, agent_error", "auth-required, agent_error", "unknown, not_understood",
            "TASK_STATE_COMPLETED, not_understood" })
    void everyStateOfZeroThreeMeansSomething(String state, String meaning) throws JsonProcessingException {
        // When
        Reading reading = v03.read(result("{\"kind\": \"task\", \"id\": \"t\", \"status\": {\"state\": \"" + state
                + "\", \"message\": {\"parts\": [{\"kind\": \"text\", \"text\": \"why\"}]}}}"));
        // Then
        assertEquals(meaning, switch (reading) {
            case Reading.Working working -> "working";
            case Reading.Said said -> "text";
            case Reading.Unusable unusable -> unusable.code().code();
        });
    }

    @Test
    void aTaskRejectedWithoutAWordIsNoAnswer() throws JsonProcessingException {
        // When
        Reading reading = v1.read(result("{\"task\": {\"id\": \"t\", \"status\": {\"state\": \"TASK_STATE_REJECTED\"}}}"));
        // Then
        assertEquals(new Reading.Unusable(FailureCode.AGENT_ERROR, "the task is rejected"), reading);
    }

    @Test
    void anErrorIsQuotedInOneLineAndWhole() throws JsonProcessingException {
        // When
        Reading reading = v1.read(json("{\"jsonrpc\": \"2.0\", \"error\": {\"code\": -32603, \"message\": \"a\\n\\u001b[31mb"
                + "x".repeat(1_000) + "\", \"data\": {\"key\": \"sk-1\"}}}"));
        // Then
        Reading.Unusable unusable = assertInstanceOf(Reading.Unusable.class, reading);
        assertEquals(FailureCode.AGENT_ERROR, unusable.code());
        assertEquals("the agent reported error -32603: a [31mb" + "x".repeat(1_000) + ": {\"key\":\"sk-1\"}",
                unusable.detail());
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "[]", "null", "1", "\"text\"", "{\"result\": null}", "{\"result\": {}}",
            "{\"result\": \"text\"}", "{\"result\": {\"message\": {}}}", "{\"result\": {\"task\": {}}}",
            "{\"result\": {\"task\": {\"status\": {\"state\": \"TASK_STATE_WORKING\"}}}}", "{\"error\": \"text\"}" })
    void anythingElseIsNotUnderstood(String body) throws JsonProcessingException {
        assertEquals(FailureCode.NOT_UNDERSTOOD, assertInstanceOf(Reading.Unusable.class, v1.read(json(body))).code());
    }

    private static JsonNode result(String result) throws JsonProcessingException {
        return json("{\"jsonrpc\": \"2.0\", \"id\": \"id\", \"result\": " + result + "}");
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }
}
