package dev.touchstone.sandbox.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.ToolCall;
import dev.touchstone.sandbox.Usage;
import dev.touchstone.sandbox.Utterance;
import dev.touchstone.sandbox.egress.Fetched;
import dev.touchstone.sandbox.egress.ServerSentEvent;

class TaskStreamTest {

    private static final String TASK = "{\"task\": {\"id\": \"t\", \"contextId\": \"c\", \"status\": {\"state\": \"TASK_STATE_SUBMITTED\"}}}";

    private final TaskStream stream = new TaskStream(new HttpJson(A2aVersion.V1_0));

    @Test
    void aMessageIsTheWholeAnswer() {
        assertTrue(takes("{\"message\": {\"contextId\": \"c\", \"parts\": [{\"text\": \"Hi\"}]}}"));
        assertEquals(new Reading.Said(Utterance.of("Hi"), "c"), stream.end());
    }

    @Test
    void piecesOfAnArtifactAreOneText() {
        assertFalse(takes(TASK));
        assertFalse(takes(artifact("Hel", false)));
        assertFalse(takes(artifact("lo", true)));
        assertFalse(takes(artifact(" you", true)));
        assertTrue(takes(status("TASK_STATE_COMPLETED", "")));
        assertEquals(new Reading.Said(Utterance.of("Hello you"), "c"), stream.end());
    }

    @Test
    void anArtifactThatIsNotAppendedToIsReplacedButWasSaid() {
        assertFalse(takes(artifact("fin", false)));
        assertFalse(takes(artifact("sk-1", false)));
        assertFalse(takes(artifact("final", false)));
        assertTrue(takes(status("TASK_STATE_COMPLETED", "")));
        assertEquals("final\nsk-1", said().text());
    }

    @Test
    void whateverAnArtifactIsCalledWasSaid() {
        assertFalse(takes(named("sk-1", "Hel", false)));
        assertFalse(takes(named("sk-2", "lo", true)));
        assertFalse(takes(named("sk-3", "Bye", false)));
        assertTrue(takes(status("TASK_STATE_COMPLETED", "")));
        assertEquals("Bye\nsk-3\nHello\nsk-1\nsk-2", said().text());
    }

    @Test
    void whatIsSaidOnTheWayStandsBehindTheAnswerUnlessItIsInIt() {
        assertFalse(takes(status("TASK_STATE_WORKING", "The train")));
        assertFalse(takes(status("TASK_STATE_WORKING", "my key is sk-1")));
        assertTrue(takes(status("TASK_STATE_COMPLETED", "The train leaves at nine")));
        assertEquals("The train leaves at nine\nmy key is sk-1", said().text());
    }

    @Test
    void wordsThatAreNotRepeatedInTheEndAreTheAnswer() {
        assertFalse(takes(status("TASK_STATE_WORKING", "The tr")));
        assertFalse(takes(status("TASK_STATE_WORKING", "ain")));
        assertTrue(takes(status("TASK_STATE_COMPLETED", "")));
        assertEquals("The train", said().text());
    }

    @Test
    void aToolThatIsCalledOnTheWayIsToldOf() {
        assertFalse(takes("""
                {"statusUpdate": {"taskId": "t", "status": {"state": "TASK_STATE_WORKING", "message": {"parts": [
                 {"data": {"toolCalls": [{"name": "search", "args": {}}]}}]}}, "metadata": {"usage": {"inputTokens": 3}}}}"""));
        assertTrue(takes(status("TASK_STATE_COMPLETED", "Done")));
        assertEquals(List.of(new ToolCall("search", "{}")), said().toolCalls());
    }

    @Test
    void zeroThreeNamesItsEventsByKind() {
        // Given
        TaskStream former = new TaskStream(new JsonRpc(A2aVersion.V0_3, () -> "id"));
        // When
        former.hasEnough(
                rpc("{\"kind\": \"task\", \"id\": \"t\", \"contextId\": \"c\", \"status\": {\"state\": \"submitted\"}}"));
        former.hasEnough(rpc("""
                {"kind": "artifact-update", "taskId": "t", "contextId": "c",
                 "artifact": {"artifactId": "a", "parts": [{"kind": "text", "text": "Hi"}]}}"""));
        boolean enough = former.hasEnough(
                rpc("""
                        {"kind": "status-update", "taskId": "t", "contextId": "c", "status": {"state": "input-required"}, "final": true}"""));
        // Then
        assertTrue(enough);
        assertEquals(new Reading.Said(Utterance.of("Hi"), "c\nt"), former.end());
    }

    @Test
    void aStreamThatEndsBeforeItsTaskLeavesTheTask() {
        assertFalse(takes(TASK));
        assertFalse(takes(artifact("Hel", false)));
        assertEquals("t", assertInstanceOf(Reading.Working.class, stream.end()).taskId());
    }

    @ParameterizedTest
    @EnumSource(value = FailureCode.class, names = { "BROKEN", "TOO_LARGE", "TIMEOUT", "NOT_UTF8" })
    void onlyABrokenConnectionLeavesTheTask(FailureCode code) {
        assertFalse(takes(TASK));
        assertFalse(takes(artifact("sk-1", false)));
        // When
        Reading reading = stream.brokenOff(new Fetched.Failure(code, "why", Usage.NONE));
        // Then
        if (code == FailureCode.BROKEN) {
            assertInstanceOf(Reading.Working.class, reading);
        } else {
            assertEquals(new Reading.Unusable(code, "why: sk-1"), reading);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "x", "{", "[]", "7", "null", "{\"statusUpdate\": {}}", "{\"statusUpdate\": {\"status\": 7}}",
            "{\"task\": {\"status\": {\"state\": 7}}}", "{\"message\": {}}" })
    void whatIsNoEventEndsTheStream(String data) {
        assertFalse(takes(artifact("sk-1", false)));
        assertTrue(takes(data));
        Reading.Unusable unusable = assertInstanceOf(Reading.Unusable.class, stream.end());
        assertEquals(FailureCode.NOT_UNDERSTOOD, unusable.code());
        assertTrue(unusable.detail().contains("sk-1"), unusable.detail());
    }

    @Test
    void anErrorInAStreamIsTheAgents() {
        assertTrue(takes("{\"error\": {\"code\": 500, \"message\": \"broken\"}}"));
        assertEquals(Reading.agentError("the agent reported error 500: broken"), stream.end());
    }

    @Test
    void anEmptyStreamIsNoAnswer() {
        assertEquals(Reading.notUnderstood("the stream ended before an answer"), stream.end());
    }

    private Utterance said() {
        return assertInstanceOf(Reading.Said.class, stream.end()).utterance();
    }

    private boolean takes(String data) {
        return stream.hasEnough(new ServerSentEvent("message", data));
    }

    private static ServerSentEvent rpc(String result) {
        return new ServerSentEvent("message", "{\"jsonrpc\": \"2.0\", \"id\": 1, \"result\": " + result + "}");
    }

    private static String artifact(String text, boolean append) {
        return "{\"artifactUpdate\": {\"taskId\": \"t\", \"contextId\": \"c\", \"append\": " + append
                + ", \"artifact\": {\"artifactId\": \"a\", \"parts\": [{\"text\": \"" + text + "\"}]}}}";
    }

    private static String named(String name, String text, boolean append) {
        return artifact(text, append).replace("\"artifactId\"", "\"name\": \"" + name + "\", \"artifactId\"");
    }

    private static String status(String state, String text) {
        return "{\"statusUpdate\": {\"taskId\": \"t\", \"contextId\": \"c\", \"status\": {\"state\": \"" + state + "\""
                + (text.isEmpty() ? "" : ", \"message\": {\"parts\": [{\"text\": \"" + text + "\"}]}") + "}}}";
    }
}
