package dev.touchstone.sandbox.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.sandbox.Tokens;
import dev.touchstone.sandbox.ToolCall;
import dev.touchstone.sandbox.Utterance;

class A2aSpeechTest {

    private static final ToolCall CALL = new ToolCall("send_mail", "{\"to\":\"a@b.test\"}");

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"toolCalls\": [{\"name\": \"send_mail\", \"arguments\": {\"to\": \"a@b.test\"}}]}",
            "{\"tool_calls\": [{\"type\": \"function\", \"function\": {\"name\": \"send_mail\", \"arguments\": \"{\\\"to\\\":\\\"a@b.test\\\"}\"}}]}",
            "{\"functionCalls\": [{\"name\": \"send_mail\", \"args\": {\"to\": \"a@b.test\"}}]}",
            "{\"tool_calls\": [{\"tool\": \"send_mail\", \"input\": {\"to\": \"a@b.test\"}}, {\"input\": {}}, 7, null]}" })
    void toolCallsInADataPartAreReadInTheNotationsInUse(String data) {
        // When
        Utterance said = A2aSpeech.ofMessage(Json.of("{\"parts\": [{\"text\": \"Done\"}, {\"data\": " + data + "}]}"));
        // Then
        assertEquals(List.of(CALL), said.toolCalls());
        assertEquals("Done\n" + Json.of(data), said.text());
    }

    @Test
    void aDataPartMayBeACallItself() {
        assertEquals(List.of(CALL), A2aSpeech.ofMessage(Json.of("""
                {"parts": [{"kind": "data", "data": {"id": "1", "name": "send_mail", "args": {"to": "a@b.test"}},
                 "metadata": {"adk_type": "function_call"}}]}""")).toolCalls());
    }

    @Test
    void aCallThatATaskTellsOfInSeveralPlacesIsOne() {
        // Given
        String part = "{\"parts\": [{\"data\": {\"toolCalls\": [{\"name\": \"send_mail\", \"arguments\": {\"to\": \"a@b.test\"}}]}}]";
        // When
        Utterance said = A2aSpeech.ofTask(Json.of("{\"status\": {\"message\": " + part + "}}, \"artifacts\": [" + part
                + "}], \"history\": [" + part + ", \"role\": \"ROLE_AGENT\"}, " + part + ", \"role\": \"ROLE_USER\"}]}"));
        // Then
        assertEquals(List.of(CALL), said.toolCalls());
    }

    @Test
    void theNameOfAToolIsWhole() {
        // Given
        String name = "x".repeat(500);
        // When
        Utterance said = A2aSpeech.ofMessage(Json.of("{\"metadata\": {\"toolCalls\": [{\"name\": \"" + name + "\"}]}}"));
        // Then
        assertEquals(List.of(new ToolCall(name, "")), said.toolCalls());
    }

    @Test
    void whatDoesNotAnswerStandsBehindTheAnswerUnlessItIsInIt() {
        // When
        Utterance said = A2aSpeech.ofTask(Json.of("""
                {"status": {"message": {"parts": [{"text": "Done"}]}},
                 "artifacts": [{"name": "sk-1", "description": "Done", "parts": [{"text": "at nine"}]}],
                 "history": [{"role": "agent", "parts": [{"text": "sk-2"}]}, {"role": "user", "parts": [{"text": "mine"}]},
                             {"role": "agent", "parts": [{"text": "at nine"}]}]}"""));
        // Then
        assertEquals("Done\nat nine\nsk-1\nsk-2", said.text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"usage\": {\"prompt_tokens\": 7, \"completion_tokens\": 9}} | 7 | 9",
            "{\"tokenUsage\": {\"input_tokens\": 7, \"output_tokens\": 9}} | 7 | 9",
            "{\"inputTokens\": 7, \"outputTokens\": 9} | 7 | 9",
            "{\"adk_usage_metadata\": {\"promptTokenCount\": 7, \"candidatesTokenCount\": 9}} | 7 | 9",
            "{\"usage\": {\"prompt_tokens\": 7, \"completion_tokens\": \"9\"}} | 7 | ",
            "{\"usage\": {\"prompt_tokens\": 0, \"completion_tokens\": -1}} | 0 | ",
            "{\"usage\": {\"prompt_tokens\": 1.5, \"completion_tokens\": 1e300}} | | ",
            "{\"usage\": 7} | | ", "7 | | ", "null | | " })
    void tokensAreReadInTheNotationsInUse(String metadata, Long input, Long output) {
        // When
        Utterance said = A2aSpeech.ofMessage(Json.of("{\"parts\": [], \"metadata\": " + metadata + "}"));
        // Then
        assertEquals(input == null && output == null ? null : new Tokens(input, output), said.tokens());
    }

    @Test
    void whatIsNotToldIsUnknown() {
        // When
        Utterance said = A2aSpeech.ofTask(Json.of("{\"status\": {\"state\": \"completed\"}}"));
        // Then
        assertNull(said.tokens());
        assertEquals(List.of(), said.toolCalls());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"filename\": \"sk-1.txt\", \"url\": \"https://x.test/?k=sk-2\", \"mediaType\": \"text/plain\"} | sk-1.txt https://x.test/?k=sk-2",
            "{\"kind\": \"file\", \"file\": {\"name\": \"a\", \"uri\": \"https://x.test/b\"}} | a https://x.test/b",
            "{\"file\": {\"name\": \"a\", \"fileWithUri\": \"https://x.test/b\"}} | a https://x.test/b",
            "{\"raw\": \"c2stMQ==\", \"mediaType\": \"text/plain\"} | sk-1",
            "{\"raw\": \"c2stMQ==\", \"mediaType\": \"image/png\", \"filename\": \"b\"} | b c2stMQ==",
            "{\"raw\": \"c2stMQ==\", \"file\": {\"bytes\": \"c2stMg==\", \"fileWithBytes\": \"c2stMw==\"}} | sk-2 sk-3 sk-1",
            "{\"file\": {\"bytes\": \"%%\", \"mimeType\": \"application/json\"}} | %%" })
    void aFileIsItsNameAndAddressAndAllThatCameAlong(String part, String text) {
        assertEquals(text, A2aText.of(Json.of("{\"parts\": [" + part + "]}")).replace('\n', ' '));
    }
}
